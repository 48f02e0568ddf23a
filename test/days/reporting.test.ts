import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let hung: TestChat;
let clerk: TestChat;
let chairman: TestChat;

const PLAN = [
  { title: 'Báo cáo cải cách hành chính', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
  { title: 'Rà soát hộ nghèo', deadline: '15/12/2026', lead: 'VHXH' },
  { title: 'Kiểm kê tài sản', deadline: '31/12/2026', lead: 'Phòng Kinh tế', support: 'VHXH' },
  { title: 'Nộp sáng kiến', deadline: '20/12/2026', lead: 'các phòng, ban chuyên môn' },
  { title: 'Cập nhật trang tin', deadline: 'Thường xuyên', lead: 'VHXH' },
  { title: 'Dọn kho lưu trữ', deadline: '18/12/2026', lead: 'VHXH' },
  { title: 'Trang trí hội trường', deadline: '19/12/2026', lead: 'VHXH' },
];

beforeAll(async () => {
  office = await TestOffice.open('2026-11-20 18:00');
  await office.hires(LAM_SON);
  await office.importsPlan(PLAN);
  await office.join('Lan', 'Hưng', 'Hạnh', 'Thái');
  [lan, hung, clerk, chairman] = await office.people('Lan', 'Hưng', 'Hạnh', 'Thái');
});

afterEach(() => office.nothingElse());
afterAll(() => office.close());

test('without diacritics, with a link and a cited document', async () => {
  await lan.says('xong viec 2 roi a https://lamson.example.vn/ho-ngheo , bc so 248/BC-UBND ngay 12/11/2026');
  lan.receives(/Đã ghi nhận #2 hoàn thành/, /https:\/\/lamson\.example\.vn\/ho-ngheo/, /248\/BC-UBND/);
});

test('a link sent again for what is reported is added with one tap', async () => {
  for (const words of ['e gui bc 2 https://lamson.example.vn/bo-sung', 'bc 2 https://lamson.example.vn/b']) {
    await lan.says(words);
    lan.receives(/#2 đã được Hà Thị Lan báo ngày 20\/11 .*làm minh chứng\?/);
  }
  await lan.presses('Minh chứng #2');
  lan.receives(/minh chứng.*https:\/\/lamson\.example\.vn\/b/i);
});

test('a second "xong" is not a second report, but brings more evidence', async () => {
  await lan.says('xong 2');
  lan.receives(/#2 đã được Hà Thị Lan báo ngày 20\/11/);
  await lan.says('xong 2 https://lamson.example.vn/phu-luc');
  lan.receives(/Đã thêm minh chứng cho #2/);
});

test('a monthly task is reported for its next date; the month can be named; a repeat is not the month after', async () => {
  await lan.says('da nop bao cao cai cach hanh chinh https://lamson.example.vn/cchc-11');
  lan.receives(/Đã ghi nhận #1/, /chậm nhất 24\/11/, /Kỳ báo cáo tiếp: .*24\/12/);
  await lan.says('xong 1');
  lan.receives(/đã được Hà Thị Lan báo/, /xong 1 tháng 12/);
  await lan.says('xong 1 thang 12');
  lan.receives(/Đã ghi nhận #1/, /24\/12/);
});

test('what is reported already is told with who and when, by number and by name', async () => {
  await hung.says('xong 2');
  hung.receives(/#2 do Phòng Văn hóa - Xã hội chủ trì/);
  await lan.says('xong rà soát hộ nghèo');
  lan.receives(/^#2 đã được Hà Thị Lan báo ngày 20\/11 — hạn 15\/12/);
});

test('several at once', async () => {
  await lan.says('xong 6, 7');
  lan.receives(/Đã ghi nhận #6[\s\S]*Đã ghi nhận #7/);
});

test('a task of several units is done when the last of them has reported', async () => {
  await lan.says('xong 4');
  lan.receives(/Đã ghi nhận #4/, /Còn chờ báo cáo của: Văn phòng HĐND và UBND; Phòng Kinh tế/);
  await hung.says('#4 xong');
  hung.receives(/Còn chờ báo cáo của: Văn phòng HĐND và UBND/);
  await clerk.says('4 xong');
  clerk.receives(/không nhắc nữa|nhắc nữa/);
});

test('a supporting unit does not report for the lead', async () => {
  await lan.says('xong 3');
  lan.receives(/#3 do Phòng Kinh tế chủ trì/);
});

test('"chưa xong" is no report', async () => {
  await hung.says('chua xong 3');
  hung.receives(/Chưa ghi báo cáo nào cho #3/);
  await hung.says('#3 xong chưa?');
  hung.receives(/#3 Kiểm kê tài sản/);
});

test('the chairman sees how far everybody is, an officer how far the unit is', async () => {
  await chairman.says('/tiendo');
  chairman.receives(
    /Tiến độ UBND xã Lâm Sơn Thử đến ngày 20\/11\/2026/,
    /Tổng số nhiệm vụ được giao: 6/,
    /Đã hoàn thành: 5/,
    /Phòng Văn hóa - Xã hội: 5\/5/,
  );
  await chairman.says('tien do KT');
  chairman.receives(/Tiến độ Phòng Kinh tế/, /được giao: 2/);
  await lan.says('/progress');
  lan.receives(/Tiến độ Phòng Văn hóa - Xã hội/);
  await chairman.says('/quahan');
  chairman.receives(/Không có việc nào quá hạn/);
});

test('asking again after a report brings no further reminder', async () => {
  // Seven days before #3 is due; what was reported above (#1, #2, #6, #7) would all have been overdue or near by now.
  await office.at('2026-12-24 07:45');
  expect(hung.receives(/#3 Kiểm kê tài sản/)).not.toMatch(/#4/);
});

test('"tôi còn việc gì" lists what the unit still owes', async () => {
  await lan.says('toi con viec gi');
  const list = lan.receives(/#1 Báo cáo cải cách/, /#5 Cập nhật trang tin/);
  expect(list).not.toMatch(/#2 |#6 |#7 |#4 /);
});
