/** Tasks that belong to people: given, told, reminded, given back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Roster } from '../../src/services/ports/documents.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

/** With a second Lan in another unit, and a head there. */
const OFFICE: Roster = {
  ...LAM_SON,
  people: [
    ...LAM_SON.people,
    {
      name: 'Phùng Thị Lan',
      unit: 'Phòng Kinh tế',
      title: 'Trưởng phòng',
      role: 'officer',
      unitHead: true,
    },
  ],
};

let office: TestOffice;
let viet: TestChat;
let lan: TestChat;
let nam: TestChat;
let clerk: TestChat;
let leader: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(OFFICE);
  await office.join('Việt', 'Hà Thị Lan', 'Nam', 'Hạnh', 'Thái');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
    { title: 'Kiểm kê tài sản', deadline: '31/3/2027', lead: 'KT' },
    { title: 'Tổng kết phong trào', deadline: '27/11/2026', lead: 'VHXH' },
  ]);
  viet = await office.person('Việt');
  lan = await office.person('Hà Thị Lan');
  nam = await office.person('Nam');
  clerk = await office.person('Hạnh');
  leader = await office.person('Thái');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('the person who is given a task hears it at once, and is reminded of it instead of the whole unit', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/^Đã giao #1: Phòng Văn hóa - Xã hội \(Hà Thị Lan\)/, /Chủ trì: .*\(Hà Thị Lan\)/);
  lan.receives(/^Anh\/chị được giao #1 Rà soát hộ nghèo — trước 26\/11.*\nNgười giao: Lương Quốc Việt\.$/);

  await office.at('2026-11-23 07:45');
  lan.receives(/#1 Rà soát hộ nghèo/, /#2/, /#4/);
  expect(nam.receives(/#2 Nộp sáng kiến/)).not.toContain('#1');
  await office.at('2026-11-25 07:45');
  lan.receives(/#1 .*hôm nay/);
  await office.at('2026-11-26 07:45');
  lan.receives(/QUÁ HẠN[\s\S]*#1/);
  expect(nam.receives(/#2/)).not.toContain('#1');
  expect(viet.receives(/QUÁ HẠN[\s\S]*#1/)).toContain('Hà Thị Lan');

  // Anybody of the unit may still report for it.
  await nam.says('xong 1');
  nam.receives(/Đã ghi nhận #1/);
});

test('/viec shows what is mine first, then what else the unit has and whose it is', async () => {
  await viet.says('giao 4 cho Nam');
  viet.receives(/Đã giao #4/);
  nam.receives(/được giao #4/);
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await lan.says('/viec');
  lan.receives(
    /Việc giao cho anh\/chị \(1\):[\s\S]*#1 Rà soát hộ nghèo.*\n[\s\S]*Việc khác của Phòng Văn hóa - Xã hội \(2\):[\s\S]*#4 Tổng kết phong trào.*— Quách Văn Nam/,
  );
  await viet.says('/viec');
  expect(viet.receives(/#1 Rà soát hộ nghèo.*— Hà Thị Lan/)).not.toContain('Việc giao cho anh/chị');
});

test('several tasks given in one message are told in one', async () => {
  await viet.says('giao 1, 4 cho chị Lan và Nam');
  viet.receives(/^Đã giao #1 .*\nĐã giao #4 .*\(Hà Thị Lan, Quách Văn Nam\)\.$/);
  lan.receives(/^Anh\/chị được giao 2 việc:\n#1 .*\n#4 .*\nNgười giao/);
  nam.receives(/được giao 2 việc/);
  await office.at('2026-11-25 07:45');
  lan.receives(/#1/);
  nam.receives(/#1/);
});

test('who leads and who supports is said in one line', async () => {
  await clerk.says('/giao 1 Hà Thị Lan, Nam phối hợp');
  clerk.receives(/Chủ trì: .*\(Hà Thị Lan\)/, /Phối hợp: .*\(Quách Văn Nam\)/);
  lan.receives(/được giao #1/);
  nam.receives(/được giao phối hợp #1/);
  await nam.says('/viec');
  nam.receives(/Việc giao cho anh\/chị \(1\):[\s\S]*#1 .*phối hợp/);
});

test('a clerk is asked which Lan is meant; a head can mean only one of the own unit', async () => {
  await clerk.says('giao 2 cho Lan');
  clerk.receives(/Có nhiều người .*"Lan"\. Giao #2 cho ai\?/);
  await clerk.presses('Phùng Thị Lan');
  clerk.receives(
    /Đã giao #2: Phòng Văn hóa - Xã hội; Phòng Kinh tế \(Phùng Thị Lan\)[\s\S]*Chưa báo được cho Phùng Thị Lan/,
  );
  await clerk.says('/tiendo Lan');
  clerk.receives(/Có nhiều hơn một “Lan”/);
  await clerk.presses('Phùng Thị Lan (Trưởng phòng, Phòng Kinh tế)');
  clerk.receives(/Phùng Thị Lan/);
  for (const words of ['/tiendo Lan KT', '/tiendo Lan trưởng phòng']) {
    await clerk.says(words);
    clerk.receives(/Phùng Thị Lan/);
  }
  await viet.says('giao 1 cho Lan');
  viet.receives(/Đã giao #1: .*\(Hà Thị Lan\)/);
  lan.receives(/được giao #1/);
});

test('nobody of another unit is given a task, unless the clerk names the unit as well', async () => {
  await viet.says('giao 1 cho anh Hưng');
  viet.receives(
    /Khổng Minh Hưng \(Phòng Kinh tế\) không thuộc đơn vị chủ trì/,
    /giao 1 Phòng Kinh tế, Khổng Minh Hưng/,
  );
  await viet.says('giao 1 cho KT');
  viet.receives(/Chỉ đầu mối giao #1 cho Phòng Kinh tế được/);
  await viet.says('giao 3 cho chị Lan');
  viet.receives(/#3 do trưởng đơn vị chủ trì/);
  await lan.says('giao 1 cho Nam');
  lan.receives(/#1 do trưởng đơn vị chủ trì/);
  await clerk.says('giao 1 cho ông Bụt');
  clerk.receives(/Không tìm thấy "ông Bụt"/);
  await clerk.says('giao 1 VHXH, KT, anh Hưng');
  clerk.receives(/Đã giao #1: Phòng Văn hóa - Xã hội; Phòng Kinh tế \(Khổng Minh Hưng\)/);
});

test('a task goes back to the unit and on to others, and nobody hears a stage twice or misses one', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await office.at('2026-11-23 07:45');
  lan.receives(/#1 .*còn 2 ngày/);
  expect(nam.receives(/#4/)).not.toContain('#1');
  await viet.says('giao 1 lại cho phòng');
  viet.receives(/Đã giao #1: Phòng Văn hóa - Xã hội\./);
  lan.receives(/không còn phụ trách #1/);
  await office.at('2026-11-25 07:45');
  lan.receives(/#1 .*hôm nay/);
  nam.receives(/#1 .*hôm nay/);
  await viet.says('giao 1 cho Nam');
  viet.receives(/Đã giao #1/);
  nam.receives(/được giao #1/);
  await office.at('2026-11-26 07:45');
  // Overdue on the first day: the head too, and Lan only of what is the unit's.
  nam.receives(/QUÁ HẠN[\s\S]*#1/);
  viet.receives(/#1/);
  expect(lan.receives(/#2/)).not.toContain('#1');
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  nam.receives(/không còn phụ trách #1/);
  await office.at('2026-11-27 07:45');
  // What she has missed while it was another's she hears now; he hears nothing of it any more.
  lan.receives(/QUÁ HẠN[\s\S]*#1/);
  expect(nam.receives(/#2/)).not.toContain('#1');
});

test('giving is undone, and those who were told hear of it', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await nam.says('xong 1');
  nam.receives(/Đã ghi nhận #1/);
  // Whose it is within the unit is nothing to the report.
  await viet.presses('Hoàn tác');
  viet.receives(/Đã hoàn tác: việc giao #1/);
  lan.receives(/không còn phụ trách #1/);
});

test('whoever has tasks by name hears that they are dropped, followed again, or put back, in one message', async () => {
  await clerk.says('giao 1, 4 cho chị Hà Thị Lan');
  clerk.receives(/Đã giao #1/, /#4/);
  lan.receives(/Anh\/chị được giao 2 việc:/);
  await clerk.says('giao 2 VHXH, anh Nam');
  clerk.receives(/Đã giao #2/);
  nam.receives(/được giao #2/);

  await clerk.says('/bo 1, 2, 3, 4');
  clerk.receives(/#1 .*\n?.*#2/s);
  lan.receives(
    /^2 việc của anh\/chị không còn trong danh sách theo dõi.*:\n#1 Rà soát hộ nghèo\n#4 Tổng kết phong trào\nNgười thực hiện: Tô Thị Hạnh\.$/,
  );
  nam.receives(/^#2 Nộp sáng kiến không còn trong danh sách theo dõi/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác/);
  lan.receives(/^2 việc của anh\/chị được theo dõi lại:\n#1 .*trước 26\/11.*\n#4 /);
  nam.receives(/^Việc của anh\/chị được theo dõi lại: #2 Nộp sáng kiến — hạn 27\/11/);

  await clerk.says('/bo 2');
  clerk.receives(/#2/);
  nam.receives(/#2 .*không còn/);
  await clerk.says('/laylai 2');
  clerk.receives(/#2/);
  nam.receives(/được theo dõi lại: #2/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác/);
  nam.receives(/#2 .*không còn/);

  await lan.says('xong 4');
  lan.receives(/Đã ghi nhận #4/);
  await clerk.says('/bo 4');
  clerk.receives(/#4/);
});

test('whom a newer plan takes a task by giving it up hears of it, unless it was done', async () => {
  await clerk.says('giao 1, 4 cho chị Hà Thị Lan');
  clerk.receives(/Đã giao #1/);
  lan.receives(/được giao 2 việc/);
  await lan.says('xong 4');
  lan.receives(/Đã ghi nhận #4/);
  const stays = ['Nộp sáng kiến', 'Kiểm kê tài sản', 'Họp tổ dân phố'];
  const rows = stays.map((title) => ({ title, deadline: '27/11/2026', lead: 'VHXH' }));
  const news = await office.importsPlan(rows);
  expect(news.filter(({ kind }) => kind === 'dropped')).toEqual([
    { memberId: expect.any(Number), number: 1, kind: 'dropped', title: 'Rà soát hộ nghèo' },
  ]);
});

test('what a sentence may mean is done with one tap', async () => {
  await viet.says('để chị Lan làm việc 1 nhé');
  viet.receives(/Có phải ý anh\/chị là/);
  await viet.presses('Giao #1 cho chị Lan');
  viet.receives(/Đã giao #1: .*\(Hà Thị Lan\)/);
  lan.receives(/được giao #1/);
});

test('a new date is told at once to whoever has the task by name', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  await clerk.says('/han 1 30/11/2026');
  clerk.receives(/Đã sửa thời hạn/);
  lan.receives(/Việc của anh\/chị có thay đổi: #1 .*30\/11/);
});

test('people and positions that a plan names are found, also when the roster comes later', async () => {
  await office.importsPlan(
    [
      { title: 'Tự kiểm tra', deadline: '25/11/2026', lead: 'Phòng VHXH (đ/c Nam)' },
      { title: 'Hội ý giao ban', deadline: '25/11/2026', lead: 'Trưởng phòng VHXH' },
      { title: 'Duyệt dự toán', deadline: '25/11/2026', lead: 'Chủ tịch UBND' },
      { title: 'Lập hồ sơ đất', deadline: '25/11/2026', lead: 'đ/c Tạ Văn Tám' },
    ],
    { number: '9/KH-UBND' },
  );
  await clerk.says('#8');
  clerk.receives(/Chủ trì: đ\/c Tạ Văn Tám/);
  await office.hires({
    ...OFFICE,
    people: [
      ...OFFICE.people,
      { name: 'Tạ Văn Tám', unit: 'Phòng Kinh tế', title: 'Công chức', role: 'officer', unitHead: false },
    ],
  });
  await clerk.says('#8');
  clerk.receives(/Chủ trì: Phòng Kinh tế \(Tạ Văn Tám\)/);
  await office.join('Tám');
  await office.at('2026-11-25 07:45');
  (await office.person('Tám')).receives(/#8 .*hôm nay/);
  nam.receives(/#5 .*hôm nay/);
  expect(viet.receives(/#6 .*hôm nay/)).not.toContain('#5');
  leader.receives(/#7 .*hôm nay/);
  expect(lan.receives(/#1/)).not.toMatch(/#[5678]/);
});

test('what is given in the office stays given when the plan comes again', async () => {
  await viet.says('giao 1 cho chị Lan');
  viet.receives(/Đã giao #1/);
  lan.receives(/được giao #1/);
  const rows = (lead: string) => [
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
    { title: 'Kiểm kê tài sản', deadline: '31/3/2027', lead: 'KT' },
    { title: 'Tổng kết phong trào', deadline: '27/11/2026', lead: 'VHXH' },
  ];
  for (const lead of ['VHXH', 'VHXH, VP']) {
    await office.importsPlan(rows(lead));
    await clerk.says('#1');
    clerk.receives(/Chủ trì: Phòng Văn hóa - Xã hội \(Hà Thị Lan\)/);
  }
});
