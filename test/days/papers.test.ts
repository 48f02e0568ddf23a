/** What goes up: the clerk on Telegram and the chairman on Zalo ask for the report of results and for the figures. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import type { Person } from '../support/telegram/person.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const sessionFile = join(tmpdir(), `nhachan-papers-${process.pid}.json`);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-11-04 14:00', { telegram, zalo: { standIn: zalo, sessionFile } });
  await office.hires(LAM_SON);
  await zalo.listening();
  await office.importsPlan(
    [
      { section: 'A. CHỈ SỐ > I. CHỈ ĐẠO', title: 'Tập huấn', deadline: '04/11/2026', lead: 'VHXH' },
      { section: 'A. CHỈ SỐ > II. TUYÊN TRUYỀN', title: 'Đăng bài', deadline: '05/11/2026', lead: 'VHXH' },
      { section: 'B. HÀI LÒNG > 1. Khảo sát', title: 'Lấy phiếu', deadline: '16/11/2026', lead: 'KT' },
      { section: 'B. HÀI LÒNG > 1. Khảo sát', title: 'Tổng kết', deadline: 'Trong năm 2026', lead: 'KT' },
    ],
    { number: '12/KH-UBND', title: 'Kế hoạch cải cách hành chính năm 2026' },
  );
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

/** #1 in time with a link, #2 a day late with a document, more time for #3, nothing of #4. */
async function worked(): Promise<Person> {
  const lan = await onTelegram('Hà Thị Lan');
  lan.says('xong 1 Đã tập huấn cho 45 người https://lamson.example.vn/tap-huan');
  await lan.nextMessage(/Ghi #1 Tập huấn là xong\?/);
  lan.presses('✅ Xong #1');
  await lan.nextMessage(/Đã ghi nhận #1[\s\S]*tap-huan/);
  await office.at('2026-11-06 07:45');
  await lan.nextMessage(/#2 .*quá hạn/);
  lan.says('xong 2, báo cáo số 31/BC-VHXH');
  await lan.nextMessage(/Đã ghi nhận #2/);
  return lan;
}

test('the report of results of a month has the rows of that month under their headings, and counts them', async () => {
  const lan = await worked();
  const chairman = await onZalo('Đinh Văn Thái');
  chairman.says('/xuat báo cáo tháng 11');
  await chairman.nextMessage(/Báo cáo kết quả tháng 11 năm 2026 của UBND xã Lâm Sơn Thử:/);
  const { file } = await chairman.nextMessage();
  expect(file?.name).toBe('bao-cao-ket-qua-thang-11-2026.docx');
  const { value } = await mammoth.convertToHtml({ buffer: file?.content ?? Buffer.alloc(0) });
  const words = value.replaceAll(/<[^>]+>/g, '\n').replaceAll(/\n+/g, '\n');
  expect(words).toContain('Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2026 về cải cách hành chính năm 2026');
  expect(words).toMatch(/A\. CHỈ SỐ\nI\. CHỈ ĐẠO\n1\nTập huấn\n04\/11\/2026\nĐã tập huấn cho 45 người\n/);
  expect(words).toMatch(/31\/BC-VHXH\nII\. TUYÊN TRUYỀN: Hoàn thành 01\/01\nA\. CHỈ SỐ: Hoàn thành 02\/02\n/);
  expect(words).toContain('Hoàn thành ngày 06/11/2026 (quá hạn 05/11/2026)');
  expect(words).toContain('Tổng cộng: hoàn thành 02/02 (đạt 100%)');
  expect(words).not.toMatch(/Lấy phiếu|Tổng kết/);
  expect(value).toContain('<a href="https://lamson.example.vn/tap-huan">');

  // An officer has the part of the own unit; of the year the whole plan is told.
  lan.says('xuat bao cao ket qua nam 2026 ke hoach 12/KH-UBND');
  await lan.nextMessage(
    /Báo cáo kết quả năm 2026 của Phòng Văn hóa[\s\S]*kế hoạch 12\/KH-UBND[\s\S]*đơn vị mình/,
  );
  const own = await mammoth.extractRawText({
    buffer: Buffer.from((await lan.nextMessage()).file?.content ?? []),
  });
  expect(own.value).toContain('hoàn thành 02/02');
  expect(own.value).not.toContain('Lấy phiếu');
});

test('the figures count by the planned days, by field and by unit, as a table and as a document', async () => {
  await worked();
  const clerk = await onTelegram('Tô Thị Hạnh');
  const khong = await onZalo('Khổng Minh Hưng');
  khong.says('gia hạn 3 đến 20/12 vì chờ mẫu phiếu');
  await khong.nextMessage(/Đã chuyển yêu cầu/);
  await clerk.nextMessage(/gia hạn/);
  clerk.says('đồng ý gia hạn 3');
  await clerk.nextMessage(/Đã đồng ý/);
  await khong.nextMessage(/đã đồng ý/);

  clerk.says('thống kê quý 4');
  await clerk.nextMessage(/Thống kê quý IV năm 2026 của UBND xã Lâm Sơn Thử:[\s\S]*word/);
  const { file } = await clerk.nextMessage();
  expect(file?.name).toBe('thong-ke-quy-4-2026.xlsx');
  const rows = await rowsOf(file?.content);
  // Planned 4, done 2; of the quarter three are given: one in time, one late, one still in time by its first day.
  expect(rows).toContainEqual(['', 'Tổng số', 4, 2, 3, 1, 1, 1, 0]);
  expect(rows).toContainEqual(['A', 'CHỈ SỐ', 2, 2, 2, 1, 1, 0, 0]);
  expect(rows).toContainEqual(['I', 'CHỈ ĐẠO', 1, 1, 1, 1, 0, 0, 0]);
  expect(rows).toContainEqual(['B', 'HÀI LÒNG', 2, 0, 1, 0, 0, 1, 0]);
  expect(rows).toContainEqual(['2', 'Phòng Kinh tế', 2, 0, 1, 0, 0, 1, 0]);

  clerk.says('/thongke tháng 11 word');
  await clerk.nextMessage(/Thống kê tháng 11 năm 2026/);
  const { value } = await mammoth.extractRawText({
    buffer: Buffer.from((await clerk.nextMessage()).file?.content ?? []),
  });
  expect(value).toContain('từ ngày 15/10/2026 đến ngày 14/11/2026, tính đến ngày 06/11/2026');

  // More time makes nothing of it in time.
  await office.at('2026-11-18 10:00');
  clerk.says('thống kê từ 1/11 đến 30/11/2026');
  await clerk.nextMessage(/từ 01\/11\/2026 đến 30\/11\/2026/);
  expect(await rowsOf((await clerk.nextMessage()).file?.content)).toContainEqual([
    '',
    'Tổng số',
    4,
    2,
    3,
    1,
    1,
    0,
    1,
  ]);
});

test('what is no period or no plan is asked about', async () => {
  const clerk = await onTelegram('Tô Thị Hạnh');
  clerk.says('/xuat thống kê quý 5');
  await clerk.nextMessage(/Chưa rõ kỳ báo cáo/);
  clerk.says('/xuat kết quả kế hoạch 99/KH-UBND');
  await clerk.nextMessage(/Không có .*“99\/KH-UBND”.*12\/KH-UBND: Kế hoạch cải cách/);
});

test('without a public address "/lich" gives the calendar as a file, and says why', async () => {
  const clerk = await onTelegram('Tô Thị Hạnh');
  clerk.says('/lich');
  const { text } = await clerk.nextMessage(/Lịch các hạn/);
  expect(text).toContain('chưa có địa chỉ công khai');
  const file = Buffer.from((await clerk.nextMessage()).file?.content ?? []).toString();
  expect(new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')).toHaveLength(4);
});

test('what was reported meanwhile is cancelled in the calendar of a second import', async () => {
  const clerk = await onTelegram('Tô Thị Hạnh');
  const statusOf = async () => {
    clerk.says('/xuat lịch');
    await clerk.nextMessage(/Lịch các hạn/);
    const text = Buffer.from((await clerk.nextMessage()).file?.content ?? []).toString();
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    return new Map(
      events.map((event) => [
        `${event.getFirstPropertyValue('uid')}`,
        [`${event.getFirstPropertyValue('summary')}`.slice(0, 2), `${event.getFirstPropertyValue('status')}`],
      ]),
    );
  };
  const before = await statusOf();
  await worked();
  const after = await statusOf();
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...before.values()].map(([, status]) => status)).toEqual(Array(4).fill('CONFIRMED'));
  expect([...after.values()]).toEqual([
    ['#1', 'CANCELLED'],
    ['#2', 'CANCELLED'],
    ['#3', 'CONFIRMED'],
    ['#4', 'CONFIRMED'],
  ]);
  const [office1] = await office.storage.offices.all();
  for (const uid of after.keys()) expect(uid).toContain(office1?.uuid);
});

async function rowsOf(content: Uint8Array | undefined): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as never);
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}
