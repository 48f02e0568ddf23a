/** A task that is another's, and people who are away or have left. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let viet: TestChat;
let lan: TestChat;
let nam: TestChat;
let hung: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 09:00');
  await office.hires(LAM_SON);
  await office.join('Việt', 'Lan', 'Nam', 'Hưng', 'Hạnh');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '30/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '31/3/2027', lead: 'KT' },
  ]);
  viet = await office.person('Việt');
  lan = await office.person('Lan');
  nam = await office.person('Nam');
  hung = await office.person('Hưng');
  clerk = await office.person('Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('the other side takes what is passed on, and all whom it concerns hear; undone, it waits again', async () => {
  await lan.says('chuyển 1 cho phòng Kinh tế');
  lan.receives(/Đã hỏi Phòng Kinh tế và đầu mối về việc chuyển #1/);
  // The unit has no head: its officer answers.
  hung.receives(/Hà Thị Lan \(Phòng Văn hóa - Xã hội\) đề nghị chuyển việc cho Phòng Kinh tế/, /#1 Rà soát/);
  clerk.receives(/đề nghị chuyển việc cho Phòng Kinh tế/);
  await lan.says('chuyển 1 cho KT');
  lan.receives(/đang chờ trả lời/);
  await lan.says('nhận 1');
  lan.receives(/chính anh\/chị gửi/);
  await nam.says('/nhan 1');
  nam.receives(/Trưởng đơn vị được chuyển đến, lãnh đạo hoặc đầu mối/);
  await hung.presses('Nhận');
  hung.receives(/Đã nhận #1 Rà soát hộ nghèo: nay Phòng Kinh tế chủ trì/);
  for (const one of [viet, lan, nam, clerk]) {
    one.receives(/#1 .*chuyển từ Phòng Văn hóa - Xã hội sang Phòng Kinh tế \(Khổng Minh Hưng đã nhận\)/);
  }
  await clerk.pressesForged('decline:1');
  clerk.receives(/Khổng Minh Hưng đã nhận/);
  await hung.says('/hoantac');
  hung.receives(/Đã hoàn tác: trả lời về việc chuyển #1/);
  for (const one of [viet, lan, nam, clerk]) one.receives(/đề nghị lại đang chờ/);
  await clerk.says('#1');
  clerk.receives(/Chủ trì: Phòng Văn hóa - Xã hội/);
  await hung.says('không nhận 1');
  hung.receives(/Đã trả lời không nhận #1/);
  lan.receives(/Khổng Minh Hưng không nhận #1/);
  clerk.receives(/không nhận #1/);
});

test('what nobody answers for two working days the clerk decides, once', async () => {
  await lan.says('chuyển 1 cho KT');
  lan.receives(/Đã hỏi/);
  hung.receives(/đề nghị chuyển/);
  clerk.receives(/đề nghị chuyển/);
  await office.at('2026-11-23 07:45');
  lan.receives(/#1/);
  nam.receives(/#1/);
  // The 24th is a day off.
  await office.at('2026-11-25 07:45');
  clerk.receives(/1 đề nghị chuyển việc quá 2 ngày làm việc/, /#1 Rà soát hộ nghèo/);
  await office.at('2026-11-26 07:45');
  await clerk.presses('#1 📥 Nhận');
  clerk.receives(/nay Phòng Kinh tế chủ trì/);
  for (const one of [viet, lan, nam, hung]) one.receives(/chuyển từ .* sang Phòng Kinh tế/);
  await office.at('2026-11-27 07:45');
  hung.receives(/#1 .*còn 3 ngày/);
});

test('the two working days are the office’s own', async () => {
  const [own] = await office.storage.offices.all();
  await office.storage.offices.setSettings(own?.id ?? 0, { workedDays: ['2026-11-24'] });
  await lan.says('chuyển 1 cho KT');
  lan.receives(/Đã hỏi/);
  hung.receives(/đề nghị chuyển/);
  clerk.receives(/đề nghị chuyển/);
  await office.at('2026-11-23 07:45');
  for (const one of [lan, nam]) one.receives(/#1/);
  await office.at('2026-11-24 07:45');
  clerk.receives(/1 đề nghị chuyển việc quá 2 ngày làm việc/, /#1 Rà soát hộ nghèo/);
});

test('"not ours" alone is the clerk’s to give; a request is taken back; nobody passes on what is not theirs', async () => {
  await lan.says('việc 1 không phải của phòng em');
  lan.receives(/Đã hỏi đầu mối về việc chuyển #1/);
  clerk.receives(/báo việc không thuộc Phòng Văn hóa - Xã hội/, /\/giao 1/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: đề nghị chuyển #1/);
  clerk.receives(/Hà Thị Lan đã rút đề nghị chuyển #1/);
  await lan.says('việc 1 không phải của phòng em');
  lan.receives(/Đã hỏi đầu mối/);
  clerk.receives(/báo việc không thuộc/);
  await clerk.says('giao 1 KT');
  clerk.receives(/Đã giao #1: Phòng Kinh tế\./);
  lan.receives(/Tô Thị Hạnh đã giao #1 Rà soát hộ nghèo cho Phòng Kinh tế, theo đề nghị/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: việc giao #1/);
  await lan.says('chuyển 2 cho VP');
  lan.receives(/#2 không do đơn vị của anh\/chị chủ trì/);
  await lan.says('chuyển 1 cho Sở Nội vụ');
  lan.receives(/Chưa rõ "Sở Nội vụ" là đơn vị nào/);
});

test('whoever stands in is reminded in these days and no longer, and both know', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await viet.says('Lan nghỉ từ 23/11 đến 27/11, việc chuyển Nam');
  viet.receives(/Đã ghi: Hà Thị Lan nghỉ từ 23\/11 đến 27\/11, Quách Văn Nam làm thay/);
  lan.receives(/Lương Quốc Việt đã ghi anh\/chị nghỉ từ 23\/11 đến 27\/11, Quách Văn Nam làm thay/);
  nam.receives(/Anh\/chị làm thay Hà Thị Lan từ 23\/11 đến 27\/11/, /#1 Rà soát hộ nghèo/);

  await office.at('2026-11-23 07:45');
  nam.receives(/#1 Rà soát hộ nghèo .*— Hà Thị Lan/);
  await nam.says('/viec');
  nam.receives(/Làm thay Hà Thị Lan đến 27\/11:\n#1 Rà soát/);
  await office.at('2026-11-27 07:45');
  nam.receives(/#1 .*còn 3 ngày/);
  await office.at('2026-11-30 07:45');
  lan.receives(/#1 .*hôm nay/);
  await nam.says('/viec');
  expect(nam.receives(/#1/)).not.toContain('Làm thay');
});

test('leave is undone, told anew, and refused where it cannot be', async () => {
  await lan.says('em nghỉ phép 3 ngày từ mai, anh Nam làm thay');
  lan.receives(/Đã ghi: Hà Thị Lan nghỉ từ 21\/11 đến 26\/11, Quách Văn Nam làm thay/);
  nam.receives(/làm thay Hà Thị Lan/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: lịch nghỉ của Hà Thị Lan/);
  nam.receives(/Hà Thị Lan đã hoàn tác lịch nghỉ của Hà Thị Lan/);
  await nam.says('chị Lan nghỉ từ 23/11 đến 27/11, việc chuyển em Nam');
  nam.receives(/do chính người đó, trưởng đơn vị, lãnh đạo hoặc đầu mối báo/);
  await lan.says('em nghỉ từ 23/11 đến 27/11, việc chuyển anh Hưng');
  lan.receives(/Khổng Minh Hưng không cùng đơn vị với Hà Thị Lan/);
  await lan.says('/nghi 1/11 - 5/11');
  lan.receives(/đã qua/);
  await clerk.says('/nghi Lan từ 23/11 đến 27/11');
  clerk.receives(/chưa có người làm thay/);
  lan.receives(/Tô Thị Hạnh đã ghi anh\/chị nghỉ/);
  await office.at('2026-11-23 07:45');
  // The others of the unit do what there is.
  nam.receives(/#1/);
});

test('leave without anybody to stand in asks who does; it is called off, or ends early, in words', async () => {
  await lan.says('em nghỉ từ 23/11 đến 27/11');
  lan.receives(
    /Hà Thị Lan nghỉ từ 23\/11 đến 27\/11, chưa có người làm thay.*được nhắc trưởng đơn vị/,
    /Ai làm thay\?/,
  );
  await lan.presses('Quách Văn Nam làm thay');
  lan.receives(/Quách Văn Nam làm thay\. Lời nhắc/);
  nam.receives(/Anh\/chị làm thay Hà Thị Lan/);
  await viet.says('Lan đi làm lại từ 25/11');
  viet.receives(/Hà Thị Lan nghỉ đến hết 24\/11 \(trước: 23\/11 – 27\/11\)/);
  for (const one of [lan, nam]) one.receives(/Lương Quốc Việt đã ghi: Hà Thị Lan chỉ nghỉ đến hết 24\/11/);
  await lan.says('em khong nghi nua');
  lan.receives(/Đã hủy lịch nghỉ của Hà Thị Lan \(23\/11 – 24\/11\)/);
  nam.receives(/Hà Thị Lan đã hủy lịch nghỉ/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: việc hủy lịch nghỉ của Hà Thị Lan/);
  nam.receives(/lịch nghỉ lại có hiệu lực/);
  await lan.says('hủy nghỉ');
  lan.receives(/Đã hủy lịch nghỉ/);
  nam.receives(/đã hủy lịch nghỉ/);
  await lan.says('hủy nghỉ');
  lan.receives(/Hà Thị Lan không có lịch nghỉ nào/);
  await nam.says('chị Lan không nghỉ nữa');
  nam.receives(/do chính người đó, trưởng đơn vị, lãnh đạo hoặc đầu mối báo/);
});

test('of several of one name whoever is away, and whoever stands in, is tapped', async () => {
  const more = LAM_SON.people
    .filter(({ name }) => /Hà Thị Lan|Quách Văn Nam/.test(name))
    .map((one) => ({ ...one, name: one.name.replace(/^\S+/, 'Phan') }));
  await office.hires({ ...LAM_SON, people: [...LAM_SON.people, ...more] });
  await clerk.says('Lan nghỉ từ 23/11 đến 27/11, việc chuyển Nam');
  clerk.receives(/Có nhiều người tên "Lan"\. Là ai\?/);
  await clerk.presses('Hà Thị Lan');
  clerk.receives(/Có nhiều người tên "Nam"/);
  await clerk.presses('Phan Văn Nam');
  clerk.receives(/Hà Thị Lan nghỉ từ 23\/11 đến 27\/11, Phan Văn Nam làm thay/);
  lan.receives(/Tô Thị Hạnh đã ghi anh\/chị nghỉ/);
  await clerk.says('Lan đi làm lại từ 23/11');
  clerk.receives(/Có nhiều người tên "Lan"/);
  await clerk.presses('Hà Thị Lan');
  clerk.receives(/Đã hủy lịch nghỉ của Hà Thị Lan/);
  lan.receives(/đã hủy lịch nghỉ của Hà Thị Lan/);
});

test('what somebody had by name who leaves the office is listed to the head and the clerk', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await office.hires({ ...LAM_SON, people: LAM_SON.people.filter(({ name }) => name !== 'Hà Thị Lan') });
  for (const one of [viet, clerk]) {
    one.receives(/Hà Thị Lan không còn trong danh sách/, /#1 Rà soát hộ nghèo/, /\/giao 1 và tên người/);
  }
  await office.at('2026-11-23 07:45');
  nam.receives(/#1 Rà soát hộ nghèo/);
});
