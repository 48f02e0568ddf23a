/** Evidence as people send it: albums, something more a moment later, files alone, and what nobody can read. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { planFile, wordFile } from '../support/plan-file.ts';
import type { Person } from '../support/telegram/person.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';

let telegram: TelegramStandIn;
let office: TestOffice;

const PHOTO = Buffer.alloc(2_000, 7);
const PLAN = [
  { title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' },
  { title: 'Tổng vệ sinh môi trường', deadline: '15/12/2026', lead: 'VHXH' },
  { title: 'Kiểm kê tài sản', deadline: '20/12/2026', lead: 'VP' },
  { title: 'Báo cáo tuyên truyền', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
];

beforeEach(async () => {
  telegram = await TelegramStandIn.start({ readsWholeGroups: true });
  office = await TestOffice.open('2026-11-20 18:00', { telegram });
  await office.hires(LAM_SON);
  await office.importsPlan(PLAN);
});

afterEach(async () => {
  await telegram.everythingConfirmed();
  await office.settle();
  office.nothingElse();
  telegram.nothingElse();
  await office.close();
  await telegram.stop();
});

async function joined(name: string): Promise<Person> {
  const person = telegram.person(name);
  person.startBot(await office.invitationOf(name));
  await person.nextMessage(/Xin chào anh\/chị/);
  return person;
}

async function evidenceOf(number: number): Promise<string[][]> {
  const [{ id } = { id: 0 }] = await office.storage.offices.all();
  const board = await office.storage.plans.board(id);
  const task = board.find((one) => one.number === number);
  const reports = task ? await office.storage.reports.ofTask(task.id) : [];
  return reports.map(({ evidence }) => evidence.map(({ kind }) => kind));
}

test('an album is one report with all its pieces and one answer, wherever the caption stands', async () => {
  const lan = await joined('Hà Thị Lan');
  const pieces = lan.sendsAlbum([{ photo: PHOTO }, { photo: PHOTO }, { photo: PHOTO, caption: 'xong 1' }]);
  await office.hearsAlbum(`telegram ${lan.id}`, pieces[0]?.media_group_id ?? '', 3);
  await lan.nextMessage(/Đã ghi nhận #1[\s\S]*Minh chứng: tệp đính kèm; tệp đính kèm; tệp đính kèm/);
  expect(await evidenceOf(1)).toEqual([['file', 'file', 'file']]);

  const files = lan.sendsAlbum([
    { document: { name: 'a.pdf', content: PHOTO } },
    { document: { name: 'b.pdf', content: PHOTO } },
  ]);
  await office.hearsAlbum(`telegram ${lan.id}`, files[0]?.media_group_id ?? '', 2);
  await lan.nextMessage(/Đã thêm minh chứng cho #1 .*: tệp a\.pdf; tệp b\.pdf/);
  lan.nothingElse();
});

test('an album without words is asked about once, and the button takes all of it', async () => {
  const lan = await joined('Hà Thị Lan');
  const pieces = lan.sendsAlbum([{ photo: PHOTO }, { video: PHOTO }]);
  await office.hearsAlbum(`telegram ${lan.id}`, pieces[0]?.media_group_id ?? '', 2);
  const asked = await lan.nextMessage(/Đã nhận tệp đính kèm; tệp đính kèm\. Là minh chứng của việc nào\?/);
  // The most urgent first, and none of another unit.
  expect(asked.buttons.flat()).toEqual(['✅ Xong #1', '✅ Xong #4', '✅ Xong #2']);
  lan.presses('✅ Xong #2');
  await lan.nextMessage(/Đã ghi nhận #2/);
  expect(await evidenceOf(2)).toEqual([['file', 'file']]);
});

test('what comes within ten minutes after a report is added to it; later it is asked about', async () => {
  const lan = await joined('Hà Thị Lan');
  lan.says('xong 1');
  await lan.nextMessage(/Đã ghi nhận #1/);
  lan.says('https://lamson.example.vn/ho-ngheo');
  await lan.nextMessage(/Đã thêm minh chứng cho #1 .*ho-ngheo/);
  lan.sends({ document: { name: 'bien-ban.docx', content: PHOTO }, caption: 'em gửi kèm biên bản ạ' });
  await lan.nextMessage(/Đã thêm minh chứng cho #1 .*tệp bien-ban\.docx/);
  // Words that mean something else: the bot does not guess, but offers it.
  lan.sends({ photo: PHOTO, caption: 'lịch họp ngày mai' });
  const asked = await lan.nextMessage(/Là minh chứng của việc nào\?/);
  expect(asked.buttons.flat()).toEqual(['📎 Minh chứng #1', '✅ Xong #4', '✅ Xong #2']);
  lan.presses('📎 Minh chứng #1');
  await lan.nextMessage(/Đã thêm minh chứng cho #1 .*tệp đính kèm/);
  expect(await evidenceOf(1)).toEqual([[], ['link'], ['file'], ['file']]);

  await office.at('2026-11-20 18:11');
  lan.sends({ photo: PHOTO });
  await lan.nextMessage(/Là minh chứng của việc nào\?/);
});

test('in reply to its answer evidence is added to the report at any time, and is no report of the next date', async () => {
  const lan = await joined('Hà Thị Lan');
  await office.at('2026-11-30 17:45');
  lan.says('xong 4');
  const answer = await lan.nextMessage(/Đã ghi nhận #4[\s\S]*sau hạn/);
  await office.at('2026-12-01 17:45');
  lan.sends({ photo: PHOTO, caption: 'ảnh hội nghị thôn' }, { replyTo: answer });
  const added = await lan.nextMessage(/Đã thêm minh chứng cho #4 .*24\/11/);
  lan.says('số 12/BC-UBND ngày 30/11/2026', { replyTo: added });
  await lan.nextMessage(/Đã thêm minh chứng cho #4 .*24\/11.*12\/BC-UBND/);
  lan.says('xong 1, 2');
  const both = await lan.nextMessage(/Đã ghi nhận #1[\s\S]*Đã ghi nhận #2/);
  lan.sends({ photo: PHOTO }, { replyTo: both });
  const which = await lan.nextMessage(/Thêm vào minh chứng của việc nào\?/);
  expect(which.buttons.flat()).toEqual(['📎 Minh chứng #1', '📎 Minh chứng #2']);
  lan.presses('📎 Minh chứng #2');
  await lan.nextMessage(/Đã thêm minh chứng cho #2/);
});

test('in a group only what the same person sends a moment later is heard, and stickers are left alone', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk, lan] });
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  group.sends(lan, { photo: PHOTO });
  group.says(lan, 'xong 1');
  await group.nextMessage(/Đã ghi nhận #1/);
  group.sends(clerk, { photo: PHOTO });
  group.sends(lan, { sticker: '👍' });
  group.sends(lan, { voice: PHOTO });
  group.sends(lan, { photo: PHOTO, caption: 'cơm trưa nay' });
  group.sends(lan, { photo: PHOTO });
  const added = await group.nextMessage(/Đã thêm minh chứng cho #1/);
  group.sends(lan, { voice: PHOTO }, { replyTo: added });
  await group.nextMessage(/chưa nghe được tin thoại/);
  // Elsewhere it goes with nothing.
  lan.sends({ photo: PHOTO });
  await lan.nextMessage(/Là minh chứng của việc nào/);
});

test('voices, stickers, cards and places get a fitting answer', async () => {
  const lan = await joined('Hà Thị Lan');
  lan.sends({ voice: PHOTO });
  await lan.nextMessage(/^Tôi chưa nghe được tin thoại\. Anh\/chị gõ chữ giúp/);
  lan.sends({ sticker: '👍' });
  await lan.nextMessage(/Nhãn dán thì tôi chưa hiểu/);
  lan.sends({ contact: 'Quách Văn Nam' });
  await lan.nextMessage(/chưa dùng được danh thiếp/);
  lan.sends({ location: { latitude: 21, longitude: 105 } });
  await lan.nextMessage(/chưa đọc được vị trí/);
  const stranger = telegram.person('Người Lạ');
  stranger.startBot();
  await stranger.nextMessage(/chưa biết anh\/chị/);
  stranger.sends({ voice: PHOTO });
  await stranger.nextMessage(/chưa biết anh\/chị/);
  // A message in new words counts as it reads now.
  const asked = lan.says('/quahan');
  await lan.nextMessage(/Không có việc nào quá hạn/);
  lan.edits(asked, 'xong 1');
  await lan.nextMessage(/Đã ghi nhận #1/);
});

test('a clerk’s file is a plan where it reads as one, and else evidence of what was just reported', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  clerk.says('xong 3');
  await clerk.nextMessage(/Đã ghi nhận #3/);
  const report = await wordFile(
    ['Biên bản kiểm kê'],
    [
      ['Tên', 'Số lượng'],
      ['Bàn', '12'],
    ],
  );
  clerk.sends({ document: { name: 'bien-ban.docx', content: await readFile(report) } });
  await clerk.nextMessage(/Đã thêm minh chứng cho #3 .*bien-ban\.docx/);

  const plan = await planFile([{ title: 'Dọn kho', deadline: '30/12/2026', lead: 'VP' }], {
    number: '9/KH-UBND',
  });
  clerk.sends({ document: { name: 'ke-hoach.docx', content: await readFile(plan) } });
  const preview = await clerk.nextMessage(/Kế hoạch mới: 1 nhiệm vụ/);
  expect(preview.buttons.flat()).toEqual(expect.arrayContaining(['Đồng ý', '📎 Minh chứng #3']));
  clerk.presses('📎 Minh chứng #3');
  await clerk.nextMessage(/Đã thêm minh chứng cho #3 .*ke-hoach\.docx/);

  // Two plans that are sent as one are read one by one.
  await office.at('2026-11-20 19:30');
  const other = await planFile([{ title: 'Sửa cổng', deadline: '29/12/2026', lead: 'VP' }], {
    number: '10/KH-UBND',
  });
  const pieces = clerk.sendsAlbum([
    { document: { name: 'a.docx', content: await readFile(plan) } },
    { document: { name: 'b.docx', content: await readFile(other) } },
  ]);
  await office.hearsAlbum(`telegram ${clerk.id}`, pieces[0]?.media_group_id ?? '', 2);
  await clerk.nextMessage(/Đọc được kế hoạch từ a\.docx/);
  await clerk.nextMessage(/Đọc được kế hoạch từ b\.docx/);
});
