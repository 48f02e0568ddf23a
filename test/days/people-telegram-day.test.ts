/** Two weeks on Telegram in which tasks belong to people: given, passed on, done by others. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';

let telegram: TelegramStandIn;
let office: TestOffice;

beforeEach(async () => {
  telegram = await TelegramStandIn.start();
  office = await TestOffice.open('2026-11-20 09:00', { telegram });
  await office.hires(LAM_SON);
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH' },
  ]);
});

afterEach(async () => {
  await office.settle();
  office.nothingElse();
  telegram.nothingElse();
  await office.close();
  await telegram.stop();
});

async function joined(name: string) {
  const person = telegram.person(name);
  person.startBot(await office.invitationOf(name));
  await person.nextMessage(/Xin chào anh\/chị/);
  return person;
}

test('given by the head, passed on with a button, and done by whoever stands in', async () => {
  const viet = await joined('Lương Quốc Việt');
  const lan = await joined('Hà Thị Lan');
  const nam = await joined('Quách Văn Nam');
  const hung = await joined('Khổng Minh Hưng');
  const clerk = await joined('Tô Thị Hạnh');

  viet.says('giao 1, 2 cho chị Lan');
  await viet.nextMessage(/Đã giao #1 .*\nĐã giao #2 /);
  await lan.nextMessage(/Anh\/chị được giao 2 việc:\n#1 .*\n#2 /);

  lan.says('việc 2 không phải của phòng em mà của phòng Kinh tế ạ');
  await lan.nextMessage(/Đã hỏi Phòng Kinh tế và đầu mối về việc chuyển #2/);
  await clerk.nextMessage(/đề nghị chuyển việc cho Phòng Kinh tế/);
  await hung.nextMessage(/đề nghị chuyển việc cho Phòng Kinh tế[\s\S]*#2 Nộp sáng kiến/);
  hung.presses('📥 Nhận');
  await hung.nextMessage(/Đã nhận #2/);
  await clerk.nextMessage(/#2 .*sang Phòng Kinh tế/);
  await viet.nextMessage(/#2 .*sang Phòng Kinh tế/);
  await nam.nextMessage(/#2 .*sang Phòng Kinh tế/);
  await lan.nextMessage(/#2 .*sang Phòng Kinh tế/);
  await lan.nextMessage(/không còn phụ trách #2/);

  lan.says('em nghỉ từ 23/11 đến 25/11, anh Nam làm thay');
  await lan.nextMessage(/Đã ghi: Hà Thị Lan nghỉ từ 23\/11 đến 25\/11/);
  await nam.nextMessage(/Anh\/chị làm thay Hà Thị Lan[\s\S]*#1/);
  await office.at('2026-11-25 07:45');
  const { text } = await nam.nextMessage(/#1 .*hôm nay.*— Hà Thị Lan/);
  expect(text).not.toContain('#2');
  await hung.nextMessage(/#2/);
  nam.says('xong 1');
  await nam.nextMessage(/Đã ghi nhận #1/);
});

test('who comes, who is of two units, and which namesake goes, by buttons; all of it undone', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const hung = await joined('Khổng Minh Hưng');
  clerk.says('thêm cán bộ Nông Thị Lan, KT, kế toán');
  await clerk.nextMessage(/Đã thêm Nông Thị Lan: Kế toán, Phòng Kinh tế/);
  clerk.says('Hưng kiêm VHXH');
  await clerk.nextMessage(/Đã sửa Khổng Minh Hưng: Công chức, Phòng Kinh tế, kiêm Phòng Văn hóa - Xã hội/);
  clerk.says('chị Lan chuyển công tác');
  await clerk.nextMessage(/Có nhiều người tên "chị Lan"\. Chọn người cần xóa/);
  clerk.presses('Xóa Nông Thị Lan, Kế toán, Phòng Kinh tế');
  await clerk.nextMessage(/Nông Thị Lan không còn trong danh sách/);
  clerk.presses('↩️ Hoàn tác');
  await clerk.nextMessage(/Đã hoàn tác: thay đổi về Nông Thị Lan/);

  await office.at('2026-11-25 07:45');
  // Of both units, in one message.
  await hung.nextMessage(/#1 .*hôm nay[\s\S]*#2/);
  await lan.nextMessage(/#1 .*hôm nay/);
});
