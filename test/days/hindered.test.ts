/** When a month's data are closed the clerk hears what hinders the office; anybody above has it as a file. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import type { Person } from '../support/telegram/person.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import type { Person as OnZalo } from '../support/zalo/chats.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const sessionFile = join(tmpdir(), `nhachan-hindered-${process.pid}.json`);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;
let clerk: Person;
let head: OnZalo;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-11-05 14:00', {
    telegram,
    zalo: { standIn: zalo, sessionFile },
    weeklyNotes: true,
  });
  await office.hires({ ...LAM_SON, people: LAM_SON.people.filter(({ name }) => /Hạnh|Việt/.test(name)) });
  await zalo.listening();
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '30/12/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '31/12/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '31/12/2026', lead: 'KT' },
  ]);
  clerk = telegram.person('Tô Thị Hạnh');
  clerk.startBot(await office.invitationOf('Hạnh'));
  await clerk.nextMessage(/Xin chào/);
  head = zalo.person('Lương Quốc Việt');
  head.says(`/start ${await office.invitationOf('Việt')}`);
  await head.nextMessage(/Xin chào/);
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

test('on the first working morning after the 14th the clerk has each with its unit, words and day, and a document', async () => {
  head.says('vướng 1 vì chưa có kinh phí');
  await head.nextMessage(/Đã ghi vướng mắc #1/);
  head.says('vướng 2 vì chờ mẫu của tỉnh');
  await head.nextMessage(/Đã ghi vướng mắc #2/);
  await office.at('2026-11-10 09:00');
  head.says('vướng 1 vì tỉnh chưa cấp kinh phí');
  await head.nextMessage(/Đã ghi vướng mắc #1/);
  head.says('xong 2 https://lamson.example.vn/sang-kien');
  await head.nextMessage(/Đã ghi nhận #2/);

  // The 15th is a Sunday.
  await office.at('2026-11-15 09:00');
  await office.at('2026-11-16 07:45');
  const { text } = await clerk.nextMessage(/Vướng mắc/);
  expect(text).toBe(
    [
      '⚠️ Vướng mắc đến ngày 16/11/2026 (1)',
      '#1 Rà soát hộ nghèo — Phòng Văn hóa - Xã hội',
      '   Lương Quốc Việt, từ 05/11: tỉnh chưa cấp kinh phí',
      'Kèm tệp Word; bảng Excel: /xuat vướng mắc excel',
    ].join('\n'),
  );
  const { file } = await clerk.nextMessage();
  expect(file?.name).toBe('vuong-mac-2026-11-16.docx');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file?.content ?? []) });
  expect(value).toMatch(
    /Rà soát hộ nghèo\s+Phòng Văn hóa - Xã hội\s+Lương Quốc Việt: .*tỉnh chưa cấp kinh phí\s+05\/11\/2026/,
  );
  expect(value).not.toContain('sáng kiến');
  await clerk.nextMessage(/Tổng hợp tuần/);
  await head.nextMessage(/Tổng hợp tuần/);

  // Once a month, and in the next what hinders still.
  await office.at('2026-11-17 07:45');
  await office.at('2026-12-15 07:45');
  await clerk.nextMessage(/Vướng mắc đến ngày 15\/12\/2026 \(1\)/);
  await clerk.nextMessage();
  // Of two weeks without anything nothing is told.
  for (const one of [clerk, head]) await one.nextMessage(/Tổng hợp tháng/);
});

test('asked for as a table, an officer or head has it too; where nothing hinders, no note comes', async () => {
  await office.at('2026-11-16 07:45');
  clerk.says('vuong 3 vi thieu ban do');
  await clerk.nextMessage(/Đã ghi vướng mắc #3/);
  head.says('/xuat vướng mắc excel');
  await head.nextMessage(/Vướng mắc hiện nay của UBND xã Lâm Sơn Thử:/);
  const { file } = await head.nextMessage();
  expect(file?.name).toBe('vuong-mac-2026-11-16.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file?.content as never);
  const rows: unknown[] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  expect(rows).toContainEqual([
    '#3',
    'Kiểm kê đất đai',
    'Phòng Kinh tế',
    'Tô Thị Hạnh: thieu ban do',
    '16/11/2026',
  ]);
  clerk.says('/xuat vướng mắc VHXH');
  await clerk.nextMessage(/Vướng mắc hiện nay của Phòng Văn hóa - Xã hội:/);
  expect((await clerk.nextMessage()).file?.name).toBe('vuong-mac-2026-11-16.docx');
});
