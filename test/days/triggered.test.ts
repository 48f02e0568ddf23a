/** A task that is counted from an event: it has no date before somebody says that the event has happened. */
import { afterEach, beforeEach, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let hung: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-10 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Hưng', 'Hạnh');
  await office.importsPlan([
    {
      title: 'Sao gửi văn bản',
      deadline: 'Chậm nhất 02 ngày làm việc kể từ khi văn bản được ban hành',
      lead: 'VHXH',
    },
    { title: 'Kiểm kê tài sản', deadline: '27/11/2026', lead: 'KT' },
  ]);
  [lan, hung, clerk] = await office.people('Lan', 'Hưng', 'Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('it starts on the day named, is reminded of and reported, and starts again for the next document', async () => {
  await lan.says('bắt đầu việc 1 từ hôm nay');
  lan.receives(/▶️ #1 Sao gửi văn bản bắt đầu tính từ 10\/11 \(Chậm nhất 02 ngày làm việc.*\): hạn 12\/11/);
  await office.at('2026-11-11 07:45');
  lan.receives(/#1 .*hạn 12\/11/);
  await lan.says('xong 1 https://lamson.example.vn/vb');
  lan.receives(/Đã ghi nhận #1/);
  await clerk.says('/batdau 1 hôm qua');
  clerk.receives(/#1 đã tính từ 10\/11 rồi/);
  await clerk.says('/batdau 1 11/11');
  clerk.receives(/bắt đầu tính từ 11\/11.*hạn 13\/11/);
  await office.at('2026-11-12 07:45');
  lan.receives(/#1 .*hạn 13\/11/);
});

test('whose it is by name hears at once that somebody else has started it', async () => {
  await clerk.says('giao 1 VHXH, chị Lan');
  clerk.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await clerk.says('/batdau 1');
  clerk.receives(/hạn 12\/11/);
  lan.receives(/Việc của anh\/chị có thay đổi: #1 Sao gửi văn bản — hạn 12\/11, còn 2 ngày/);
  await lan.says('/batdau 1 9/11');
  lan.receives(/hạn 11\/11/);
});

test('a weekend is no working day; a slip is taken back, and nobody is reminded of it', async () => {
  await office.at('2026-11-13 14:00');
  await lan.says('/batdau 1');
  lan.receives(/tính từ 13\/11.*hạn 17\/11/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: ngày bắt đầu tính hạn #1/);
  await office.at('2026-11-16 07:45');
  await office.at('2026-11-17 07:45');
});

test('what is said of it in other words is asked about; others, other tasks and days to come are refused', async () => {
  await lan.says('việc 1: UBND tỉnh ban hành hôm nay');
  lan.receives(/Có phải ý anh\/chị là/);
  await hung.says('/batdau 1');
  hung.receives(/#1: đơn vị chủ trì, lãnh đạo hoặc đầu mối mới bắt đầu tính được/);
  await hung.says('/batdau 2');
  hung.receives(/#2 không tính hạn từ một sự kiện \(27\/11\/2026\)/);
  await lan.says('/batdau 1 20/11');
  lan.receives(/20\/11 chưa tới/);
});
