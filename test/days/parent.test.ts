/** A province above its communes: linked by a code that both sides confirm, it sees figures and no names. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import type { Person } from '../support/telegram/person.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const sessionFile = join(tmpdir(), `nhachan-parent-${process.pid}.json`);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;
/** The clerk of the province on Telegram, the clerk of the commune on Zalo. */
let above: Person;
let below: Awaited<ReturnType<typeof onZalo>>;

const alone = (name: string, role: 'leader' | 'clerk' | 'officer') => ({
  name,
  unit: null,
  title: '',
  role,
  unitHead: false,
});

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-10-02 14:00', { telegram, zalo: { standIn: zalo, sessionFile } });
  await office.hires(LAM_SON);
  await office.hires({
    ...LAM_SON,
    office: { name: 'UBND xã Bến Thử' },
    people: [alone('Mạc Thị Sen', 'clerk')],
  });
  await office.hires({
    office: { name: 'UBND tỉnh Thử Nghiệm' },
    units: [],
    people: [alone('Ninh Văn Thảo', 'clerk'), alone('Kim Văn Trụ', 'leader'), alone('Âu Thị Vân', 'officer')],
    problems: [],
  });
  await office.hires({
    office: { name: 'Đảng ủy xã Lâm Sơn Thử' },
    units: [],
    people: [alone('Giáp Thị Yên', 'clerk')],
    problems: [],
  });
  await zalo.listening();
  above = await onTelegram('Ninh Văn Thảo');
  below = await onZalo('Tô Thị Hạnh');
});

afterEach(async () => {
  await office.settle();
  office.nothingElse();
  zalo.nothingElse();
  telegram.nothingElse();
  await office.close();
  await zalo.stop();
  await telegram.stop();
  await rm(sessionFile, { force: true });
});

async function onTelegram(name: string): Promise<Person> {
  const person = telegram.person(name);
  person.startBot(await office.invitationOf(name));
  await person.nextMessage(/Xin chào/);
  return person;
}

async function onZalo(name: string) {
  const person = zalo.person(name);
  person.says(`/start ${await office.invitationOf(name)}`);
  await person.nextMessage(/Xin chào/);
  return person;
}

async function codeOf(clerk: Person): Promise<string> {
  clerk.says('/macaptren');
  const { text } = await clerk.nextMessage(/Mã cấp trên: [A-Z0-9]{10} \(dùng đến hết ngày/);
  return /: ([A-Z0-9]{10}) /.exec(text)?.[1] ?? '';
}

async function linked(): Promise<void> {
  below.says(`/captren ${await codeOf(above)}`);
  await below.nextMessage(/Đã hỏi đầu mối của UBND tỉnh Thử Nghiệm/);
  await above.nextMessage(/Tô Thị Hạnh \(UBND xã Lâm Sơn Thử\) xin nối làm đơn vị cấp dưới/);
  above.presses('✅ Xác nhận');
  await above.nextMessage(/Đã nối UBND xã Lâm Sơn Thử làm đơn vị cấp dưới/);
  await below.nextMessage(/Ninh Văn Thảo đã xác nhận: UBND tỉnh Thử Nghiệm là cấp trên/);
}

test('both sides say so, either ends it, and what was done is undone and told', async () => {
  below.says('/captren');
  await below.nextMessage(/Gửi kèm mã/);
  below.says('/captren ZZZZ2222ZZ');
  await below.nextMessage(/Không có mã cấp trên như vậy/);
  const code = await codeOf(above);
  above.says(`/captren ${code}`);
  await above.nextMessage(/của chính cơ quan mình/);
  below.says(`/captren ${code.toLowerCase()}`);
  await below.nextMessage(/Đã hỏi đầu mối/);
  await above.nextMessage(/xin nối/);
  below.says(`/captren ${code}`);
  await below.nextMessage(/Đang chờ UBND tỉnh Thử Nghiệm xác nhận/);
  // Taken back by the office, the button says so.
  below.says('hoàn tác');
  await below.nextMessage(/Hoàn tác việc đó\?[\s\S]*Trả lời 0 để hoàn tác/);
  below.says('0');
  await below.nextMessage(/Đã hoàn tác: yêu cầu nối với UBND tỉnh Thử Nghiệm/);
  await above.nextMessage(/Tô Thị Hạnh \(UBND xã Lâm Sơn Thử\) đã rút yêu cầu/);
  above.presses('✅ Xác nhận');
  await above.nextMessage(/UBND xã Lâm Sơn Thử đã rút yêu cầu/);

  await linked();
  // Two parents there are none.
  const party = await onTelegram('Giáp Thị Yên');
  below.says(`/captren ${await codeOf(party)}`);
  await below.nextMessage(/đã có cấp trên là UBND tỉnh Thử Nghiệm; mỗi cơ quan có một cấp trên/);
  // Nor is the province below its own commune.
  below.says('/macaptren');
  const { text } = await below.nextMessage(/Mã cấp trên/);
  above.says(`/captren ${/: ([A-Z0-9]{10}) /.exec(text)?.[1]}`);
  await above.nextMessage(/đang là cấp dưới của cơ quan mình/);

  above.says('/roicaptren Sông Khác');
  await above.nextMessage(/Rời đơn vị nào\?.*UBND xã Lâm Sơn Thử/);
  above.says('/roicaptren lam son');
  await above.nextMessage(/Đã thôi nối với UBND xã Lâm Sơn Thử/);
  await below.nextMessage(/Ninh Văn Thảo \(UBND tỉnh Thử Nghiệm\) đã thôi nối/);
  above.presses('↩️ Hoàn tác');
  await above.nextMessage(/Đã hoàn tác: việc thôi nối/);
  await below.nextMessage(/đã hoàn tác việc thôi nối/);
  below.says('/roicaptren');
  await below.nextMessage(/Đã thôi nối với UBND tỉnh Thử Nghiệm/);
  await above.nextMessage(/Tô Thị Hạnh \(UBND xã Lâm Sơn Thử\) đã thôi nối/);
  below.says('xếp hạng');
  await below.nextMessage(/chưa nối với cấp trên/);
  const actions = await office.storage.parents.below(3);
  expect(actions).toEqual([]);
});

test('a code is good for seven days, and an undone one for none', async () => {
  const stale = await codeOf(above);
  await office.at('2026-10-09 14:01');
  below.says(`/captren ${stale}`);
  await below.nextMessage(/Mã này của UBND tỉnh Thử Nghiệm đã quá 7 ngày/);
  const undone = await codeOf(above);
  above.presses('↩️ Hoàn tác');
  await above.nextMessage(/Đã hoàn tác: mã cấp trên/);
  below.says(`/captren ${undone}`);
  await below.nextMessage(/Không có mã cấp trên như vậy/);
});

test('the province sees its communes ranked, in figures alone; a commune its own place', async () => {
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '09/10/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '12/10/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '31/12/2026', lead: 'VHXH' },
  ]);
  await office.importsPlan([{ title: 'Lấy phiếu', deadline: '12/10/2026', lead: 'KT' }], {
    of: 'UBND xã Bến Thử',
  });
  await linked();
  const sen = await onZalo('Mạc Thị Sen');
  sen.says(`/captren ${await codeOf(above)}`);
  await sen.nextMessage(/Đã hỏi đầu mối/);
  await above.nextMessage(/Mạc Thị Sen \(UBND xã Bến Thử\) xin nối/);
  above.presses('✅ Xác nhận');
  await above.nextMessage(/Đã nối UBND xã Bến Thử/);
  await sen.nextMessage(/đã xác nhận/);
  below.says('/duyet');
  await below.nextMessage();
  below.says('xong 1 https://lamson.example.vn/ho-ngheo');
  await below.nextMessage(/Đã ghi nhận #1/);

  await office.at('2026-11-20 17:40');
  const chairman = await onTelegram('Kim Văn Trụ');
  chairman.says('/tiendo các xã');
  const { text } = await chairman.nextMessage(
    /Xếp hạng các đơn vị của UBND tỉnh Thử Nghiệm đến ngày 20\/11\/2026/,
  );
  expect(text.split('\n').slice(1, 3)).toEqual([
    '1. UBND xã Lâm Sơn Thử: đúng hạn 50% · 🔴 1 · ⏳ 2 (tháng trước: hạng 1, 50%)',
    '2. UBND xã Bến Thử: đúng hạn 0% · 🔴 1 · ⏳ 1 (tháng trước: hạng 2, 0%)',
  ]);
  expect(text).not.toMatch(/hộ nghèo|đất đai|Lấy phiếu|Hạnh|Sen|Phòng/);
  chairman.presses('🖼 Ảnh');
  await chairman.nextMessage(/Xếp hạng các đơn vị/);
  expect((await chairman.nextMessage()).file?.content.length).toBeGreaterThan(1_000);
  above.says('xếp hạng excel');
  await above.nextMessage(/Xếp hạng các đơn vị/);
  const { file } = await above.nextMessage();
  expect(file?.name).toBe('xep-hang-2026-11-20.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file?.content as never);
  const rows: unknown[] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  expect(rows).toContainEqual([1, 'UBND xã Lâm Sơn Thử', '50%', 1, 2, 3, 1, '50%']);
  expect(JSON.stringify(rows)).not.toMatch(/hộ nghèo|Hạnh/);

  sen.says('xep hang');
  const own = await sen.nextMessage(/Hạng 2\/2 trong các đơn vị của UBND tỉnh Thử Nghiệm/);
  expect(own.text).toMatch(/2\. UBND xã Bến Thử: đúng hạn 0%/);
  expect(own.text).not.toContain('Lâm Sơn');
  const officer = await onZalo('Âu Thị Vân');
  officer.says('xếp hạng');
  await officer.nextMessage(/do lãnh đạo và đầu mối xem/);
});
