/** Somebody of two units: reminded once of the work of both, head where it is said, officer elsewhere. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice, textOf } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let lan: TestChat;
let hung: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 09:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh', 'Lan', 'Hưng');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '30/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '30/11/2026', lead: 'KT' },
    { title: 'Nộp sáng kiến', deadline: '30/11/2026', lead: 'VHXH, KT' },
  ]);
  [clerk, lan, hung] = await office.people('Hạnh', 'Lan', 'Hưng');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

const answer = (words: string, who = clerk) => who.asks(words);

test('said in chat, shown, reminded once for both, reported for each, ended, undone', async () => {
  expect(await answer('Lan kiêm KT')).toMatch(
    /Đã sửa Hà Thị Lan: Công chức, Phòng Văn hóa - Xã hội, kiêm Phòng Kinh tế\./,
  );
  expect(await answer('/canbo KT')).toMatch(
    /2 người\n• Hà Thị Lan: Công chức, chính ở Phòng Văn hóa - Xã hội, màn hình\n• Khổng Minh Hưng/,
  );
  expect(await answer('/canbo')).toMatch(/Hà Thị Lan \(kiêm Phòng Kinh tế\)/);
  expect(await answer('/tiendo', lan)).toMatch(/Đơn vị khác của anh\/chị: Phòng Kinh tế/);
  expect(await answer('/viec', lan)).toMatch(/#1[\s\S]*#2[\s\S]*#3/);
  await office.at('2026-11-23 07:45');
  const morning = lan.receives(/#1 Rà soát hộ nghèo/, /#2 Kiểm kê đất đai/);
  expect(morning.match(/#3 Nộp sáng kiến/g)).toHaveLength(1);
  hung.receives(/#2/, /#3/);

  expect(await answer('xong 2', lan)).toMatch(/Đã ghi nhận #2/);
  // Of a task of both she reports for both.
  expect(await answer('xong 3', lan)).toMatch(/Đã ghi nhận #3[\s\S]*không nhắc nữa/);
  expect(await answer('hoàn tác', lan)).toMatch(/Đã hoàn tác: báo cáo #3/);

  expect(await answer('chị Lan thôi kiêm KT')).toMatch(
    /Đã sửa Hà Thị Lan: Công chức, Phòng Văn hóa - Xã hội\./,
  );
  expect(await answer('xong 2', lan)).toMatch(/chủ trì nên/);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác: thay đổi về Hà Thị Lan/);
  expect(await answer('/quahan', lan)).toMatch(/Không có|không có|quá hạn/);
  expect(await answer('/suanguoi Lan: thôi kiêm')).toMatch(/Phòng Văn hóa - Xã hội\./);
});

test('head of the one, officer of the other: decides in the one alone', async () => {
  expect(await answer('/suanguoi Lan: kiêm Trưởng phòng Kinh tế')).toMatch(
    /kiêm Phòng Kinh tế \(trưởng đơn vị\)/,
  );
  expect(await answer('giao 2 cho anh Hưng', lan)).toMatch(/Đã giao #2/);
  hung.receives(/được giao #2/);
  expect(await answer('giao 1 cho anh Nam', lan)).toMatch(
    /#1 do trưởng đơn vị chủ trì, lãnh đạo hoặc đầu mối/,
  );
  await hung.says('xong 2');
  hung.receives(/Đã ghi nhận #2/);
  expect(await answer('/duyet 2', lan)).toMatch(/Đã duyệt #2/);
  expect(await answer('/canbo', lan)).toMatch(/👥 Phòng Kinh tế: 2 người/);
  // Moved there altogether she heads it still, unless it is said that she does not.
  expect(await answer('/suanguoi Lan: KT')).toMatch(/Công chức, Phòng Kinh tế, trưởng đơn vị\./);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác/);
  expect(await answer('/suanguoi Lan: KT, thôi trưởng đơn vị')).toMatch(/Công chức, Phòng Kinh tế\./);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác/);
  // By name in the other unit too, and listed when she leaves that one alone.
  expect(await answer('giao 3 cho chị Lan')).toMatch(/Đã giao #3/);
  lan.receives(/được giao #3/);
  expect(await answer('Lan thôi kiêm KT')).toMatch(
    /thôi kiêm Phòng Kinh tế\. Việc đứng tên Hà Thị Lan ở đó[\s\S]*#3/,
  );
});

test('read from a staff list, where it is said that it is one person; shown before it comes in', async () => {
  const [lead] = LAM_SON.people.filter(({ name }) => name === 'Đinh Văn Thái');
  if (!lead) throw new Error('There is a chairman');
  const further = [{ unit: 'Phòng Kinh tế', unitHead: true }];
  await office.hires({
    ...LAM_SON,
    people: LAM_SON.people.map((person) => (person === lead ? { ...person, further } : person)),
  });
  await office.join('Thái');
  const thai = await office.person('Thái');
  expect(await answer('/canbo KT')).toMatch(/Đinh Văn Thái: Chủ tịch UBND, lãnh đạo cơ quan, trưởng đơn vị/);
  expect(await answer('/viec', thai)).toMatch(/#2 Kiểm kê đất đai/);
  // The head of the unit hears of what is overdue from the first day, the leaders from the third.
  await office.at('2026-12-01 07:45');
  thai.receives(/#2 Kiểm kê đất đai/, /#3/);
  lan.receives(/#1/);
  hung.receives(/#2/);
});

test('the head of two units has the week of both in one message, and buttons for each', async () => {
  await answer('/suanguoi Lan: trưởng đơn vị, kiêm Trưởng phòng Kinh tế, cùng là trưởng đơn vị');
  const other = /Phòng Văn hóa - Xã hội[\s\S]*Đơn vị khác của anh\/chị: Phòng Kinh tế/;
  expect(await answer('/canbo', lan)).toMatch(other);
  expect(await answer('/canbo KT', lan)).toMatch(/Phòng Kinh tế: 2 người/);
  expect(await answer('/xuat theo người', lan)).toMatch(other);
  await office.close();
  office = await TestOffice.open('2026-12-04 17:00', { goesOn: true, weeklyNotes: true });
  lan = await office.person('Lan');
  await office.at('2026-12-07 07:45');
  const received = office.messagesTo(lan);
  const weeks = received.filter(({ message }) => /Tổng hợp tuần/.test(textOf(message)));
  expect(weeks.map(({ message }) => textOf(message))).toEqual([
    expect.stringMatching(/· Phòng Văn hóa - Xã hội\n[\s\S]*\n🗓 .* · Phòng Kinh tế\n/),
  ]);
  const labels = weeks[0]?.message.buttons?.flat().map(({ label }) => label);
  expect(labels).toContain('📄 Excel · Phòng Kinh tế');
  for (const name of ['Hạnh', 'Lan', 'Hưng']) {
    for (const message of office.messagesTo(await office.person(name))) message.isRead = true;
  }
});
