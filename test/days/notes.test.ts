/** What is said of a task besides its being done: how far it is, what hinders it, why it is late; and those above who press. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let head: TestChat;
let hung: TestChat;
let leader: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Việt', 'Hưng', 'Thái');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 24/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '27/11/2026', lead: 'KT' },
    { title: 'Tổng kết phong trào', deadline: '31/3/2027', lead: 'KT', support: 'VHXH' },
  ]);
  [lan, head, hung, leader] = await office.people('Lan', 'Việt', 'Hưng', 'Thái');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

/** The morning's reminders are no matter of these tests. */
async function onDay(moment: string): Promise<void> {
  await office.at(moment);
  for (const chat of [lan, head, hung, leader]) {
    for (const message of office.messagesTo(chat)) message.isRead = true;
  }
}

test('how far it is and what hinders it is kept with the task, and shown to those above', async () => {
  await lan.says('#1 được 60%, đang chờ số liệu của thôn');
  lan.receives(/Đã ghi #1: được 60%\. Việc vẫn được nhắc; khi xong, gửi: xong 1/);
  await lan.says('vuong 1 vi chua co kinh phi');
  lan.receives(/Đã ghi vướng mắc #1/);
  await leader.says('#1');
  leader.receives(
    /📝 Hà Thị Lan 14:00 20\/11: được 60% — #1 được 60%, đang chờ số liệu của thôn\n⚠️ Hà Thị Lan 14:00 20\/11: vuong 1 vi chua co kinh phi/,
  );
  await leader.says('/vuongmac');
  leader.receives(
    /⚠️ Vướng mắc \(1\)\n#1 Rà soát hộ nghèo — Phòng Văn hóa - Xã hội\n +Hà Thị Lan, từ 20\/11: chua co kinh phi$/,
  );
  await hung.says('/vuongmac');
  hung.receives(/Không có vướng mắc nào/);
  await hung.says('vướng 1 vì thiếu người');
  hung.receives(/#1 không thuộc đơn vị anh\/chị/);
  await onDay('2026-11-25 14:00');
  await leader.says('/quahan');
  leader.receives(/#1 .*Phòng Văn hóa - Xã hội · 60% · ⚠️ vướng/);

  // Once it is reported, nothing of it stands in the way any more.
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await leader.says('/vuongmac');
  leader.receives(/Không có vướng mắc nào/);
});

test('whoever supports a task finds what hinders it, as those do who lead it', async () => {
  await lan.says('vướng 3 vì chưa có mẫu');
  lan.receives(/Đã ghi vướng mắc #3/);
  for (const chat of [lan, hung, leader]) {
    await chat.says('/vuongmac');
    chat.receives(/#3 Tổng kết phong trào — Phòng Kinh tế\n +Hà Thị Lan, từ 20\/11: chưa có mẫu$/);
  }
});

test('an obstacle that is over is listed no more, and whoever had noted it hears it', async () => {
  await lan.says('hết vướng 1');
  lan.receives(/#1 hiện không có vướng mắc nào được ghi/);
  await lan.says('vướng 1 vì chưa có kinh phí');
  lan.receives(/gửi: hết vướng 1;/);
  await head.says('da thao go 1, tinh cap kinh phi roi');
  head.receives(/Đã ghi #1 hết vướng mắc/);
  lan.receives(/Lương Quốc Việt đã ghi #1 Rà soát hộ nghèo hết vướng mắc/);
  await leader.says('/vuongmac');
  leader.receives(/Không có vướng mắc nào/);
  await leader.says('#1');
  leader.receives(/⚠️ Hà Thị Lan .*kinh phí\n✔️ Lương Quốc Việt .*: da thao go 1, tinh cap kinh phi roi/);
  await hung.says('hết vướng 1');
  hung.receives(/#1 không thuộc đơn vị anh\/chị/);

  await head.presses('Hoàn tác');
  head.receives(/Đã hoàn tác: điều vừa ghi về #1/);
  lan.receives(/Lương Quốc Việt đã hoàn tác: #1 vẫn còn vướng mắc/);
  await leader.says('/vuongmac');
  leader.receives(/#1 Rà soát hộ nghèo.*\n +Hà Thị Lan, từ 20\/11: chưa có kinh phí/);
  await lan.says('1 is no longer blocked');
  lan.receives(/Đã ghi #1 hết vướng mắc/);
  await lan.says('vướng 1 vì mưa');
  lan.receives(/Đã ghi vướng mắc #1/);
  await leader.says('/vuongmac');
  leader.receives(/Hà Thị Lan, từ 20\/11: mưa/);
});

test('what was noted by mistake is taken back', async () => {
  await lan.says('vướng 1 vì mất điện');
  lan.receives(/Đã ghi vướng mắc #1/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: điều vừa ghi về #1/);
  await leader.says('/vuongmac');
  leader.receives(/Không có vướng mắc nào/);
});

test('the chairman presses: those in charge hear it at once, and once a day', async () => {
  await leader.says('đôn đốc 1');
  leader.receives(/Đã đôn đốc: .*Hà Thị Lan/);
  lan.receives(/📣 Đinh Văn Thái đôn đốc\n#1 Rà soát hộ nghèo.*\nXong xin báo: xong 1/);
  head.receives(/đôn đốc\n#1/);
  await head.says('đôn đốc 1');
  head.receives(/#1 hôm nay Đinh Văn Thái đã đôn đốc lúc 14:00 \(Hà Thị Lan\)/);
  await lan.presses('Xong #1');
  lan.receives(/Đã ghi nhận #1/);
  await lan.says('đôn đốc 2');
  lan.receives(/mới đôn đốc được/);
  await head.says('đôn đốc 2');
  head.receives(/mới đôn đốc được/);
  await leader.says('/dondoc VHXH');
  leader.receives(/Phòng Văn hóa - Xã hội không có việc nào quá hạn/);
  await leader.says('đôn đốc 1');
  leader.receives(/#1 không còn kỳ hạn nào chưa báo cáo/);
});

test('a task is pressed once a day for each who owes it, whoever presses which unit', async () => {
  await office.importsPlan([{ title: 'Báo cáo tháng', deadline: '25/11/2026', lead: 'VHXH, KT' }]);
  await onDay('2026-11-26 14:00');
  await head.says('/dondoc VHXH');
  head.receives(/^📣 Đã đôn đốc: Hà Thị Lan\.\nChưa nhắn được: Quách Văn Nam\.$/);
  lan.receives(/Lương Quốc Việt đôn đốc\n#1 .*\n#4 /);
  await office.at('2026-11-26 15:30');
  await leader.says('/dondoc KT');
  leader.receives(/^📣 Đã đôn đốc: Khổng Minh Hưng\.$/);
  hung.receives(/Đinh Văn Thái đôn đốc\n#4 Báo cáo tháng/);
  await leader.says('đôn đốc 4');
  leader.receives(
    /#4 hôm nay Lương Quốc Việt đã đôn đốc lúc 14:00 \(Hà Thị Lan\).*\n#4 hôm nay Đinh Văn Thái đã đôn đốc lúc 15:30 \(Khổng Minh Hưng\).*\n📣 Đã đôn đốc: Lương Quốc Việt/,
  );
  head.receives(/Đinh Văn Thái đôn đốc\n#4/);
  await leader.says('/dondoc KT');
  leader.receives(/^#4 hôm nay Đinh Văn Thái đã đôn đốc lúc 15:30 \(Khổng Minh Hưng\)\. Mỗi người [^\n]*$/);
  await onDay('2026-11-27 09:00');
  await leader.says('/dondoc KT');
  leader.receives(/^📣 Đã đôn đốc: Khổng Minh Hưng\.$/);
  hung.receives(/đôn đốc\n#4/);
});

test('an answer why it is late comes to whoever has asked the one who answers', async () => {
  await office.importsPlan([{ title: 'Báo cáo tháng', deadline: '25/11/2026', lead: 'VHXH, KT' }]);
  await onDay('2026-11-26 14:00');
  await head.says('yêu cầu giải trình 4');
  for (const chat of [head, lan]) chat.receives(/yêu cầu giải trình/i);
  hung.receives(/yêu cầu giải trình/);
  await leader.says('yêu cầu giải trình 4');
  leader.receives(
    /Lương Quốc Việt đã yêu cầu giải trình lúc 14:00 .*\n❓ Đã yêu cầu giải trình: Lương Quốc Việt/,
  );
  head.receives(/Đinh Văn Thái yêu cầu giải trình/);
  await lan.says('giải trình 4 vì xóm nộp số liệu muộn');
  lan.receives(/Đã ghi giải trình #4/);
  head.receives(/Hà Thị Lan giải trình #4/);
  await head.says('giải trình 4 vì thôn nộp số liệu muộn');
  head.receives(/Đã ghi giải trình #4/);
  leader.receives(/Lương Quốc Việt giải trình #4/);
});

test('a unit is pressed for all that is overdue, and asked why; the answer comes to whoever asked', async () => {
  await onDay('2026-11-26 14:00');
  await leader.says('đôn đốc phòng VHXH');
  leader.receives(/Đã đôn đốc: .*Hà Thị Lan/);
  lan.receives(/đôn đốc\n#1/);
  head.receives(/đôn đốc\n#1/);
  await leader.says('yêu cầu giải trình 1');
  leader.receives(/Đã yêu cầu giải trình: .*Hà Thị Lan/);
  lan.receives(/❓ Đinh Văn Thái yêu cầu giải trình vì sao chậm\n#1.*\nTrả lời: giải trình 1 vì/);
  head.receives(/yêu cầu giải trình/);
  await lan.says('giải trình 1 vì thôn nộp số liệu muộn');
  lan.receives(/Đã ghi giải trình #1/);
  leader.receives(/💬 Hà Thị Lan giải trình #1 Rà soát hộ nghèo: giải trình 1 vì thôn nộp số liệu muộn/);
  await leader.says('lịch sử 1');
  leader.receives(/Hà Thị Lan: giải trình: giải trình 1 vì.*\n.*Thái: yêu cầu giải trình\n.*Thái: đôn đốc/);
});

test('words about pressing press nobody', async () => {
  for (const words of ['sếp đôn đốc 1 rồi', 'đừng đôn đốc 1 nữa', 'anh Thái đôn đốc 1 chưa']) {
    await leader.says(words);
    leader.receives(/./);
  }
  expect(office.messagesTo(lan).filter(({ isRead }) => !isRead)).toEqual([]);
});

test('whoever has reported the date that is over is left in peace, also with dates to come', async () => {
  await office.importsPlan([
    { title: 'Báo cáo cải cách', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH, KT' },
  ]);
  await onDay('2026-11-24 14:00');
  await hung.says('xong 4');
  hung.receives(/Đã ghi nhận #4/);
  await onDay('2026-11-26 14:00');
  for (const words of ['đôn đốc 4', 'yêu cầu giải trình 4']) {
    await leader.says(words);
    leader.receives(/Hà Thị Lan/, /^(?!.*Khổng Minh Hưng)/s);
    lan.receives(/Đinh Văn Thái .*\n#4/);
    head.receives(/Đinh Văn Thái .*\n#4/);
  }
});

test('a unit that is pressed hears it alone, also of what it leads with others', async () => {
  await office.importsPlan([{ title: 'Nộp sáng kiến', deadline: '24/11/2026', lead: 'VHXH, KT' }]);
  await onDay('2026-11-26 14:00');
  await leader.says('đôn đốc KT');
  leader.receives(/Đã đôn đốc: Khổng Minh Hưng\.?$/);
  hung.receives(/đôn đốc\n#4/);
});
