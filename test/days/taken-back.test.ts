/** What was done by a slip is taken back, and it is as if it had never been. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { planFile } from '../support/plan-file.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let head: TestChat;
let hung: TestChat;
let leader: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Việt', 'Hưng', 'Thái', 'Hạnh');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '31/3/2027', lead: 'KT' },
    { title: 'Báo cáo cải cách hành chính', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
  ]);
  [lan, head, hung, leader, clerk] = (await Promise.all(
    ['Lan', 'Việt', 'Hưng', 'Thái', 'Hạnh'].map((name) => office.person(name)),
  )) as [TestChat, TestChat, TestChat, TestChat, TestChat];
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function taskOf(number: number) {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  return (await office.storage.plans.board(id)).find((task) => task.number === number);
}

async function states(number: number): Promise<string[]> {
  const task = await taskOf(number);
  return (task?.occurrences ?? []).map(({ lastDay, state }) => `${lastDay} ${state}`);
}

test('a report by a slip is undone by its button, and the reminders go on', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: báo cáo #1/);
  expect(await states(1)).toEqual(['2026-11-25 open']);
  await lan.pressesForged('undo:1');
  lan.receives(/đã hoàn tác rồi/);
  await office.at('2026-11-23 07:45');
  lan.receives(/#1 Rà soát hộ nghèo/);
  hung.receives(/#4/);
});

test('a report is withdrawn by whoever made it, its head, a leader or a clerk, and nobody else', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await hung.says('/rut 1');
  hung.receives(/Báo cáo #1 do Hà Thị Lan gửi/);
  await lan.says('/rut 1');
  lan.receives(/Đã rút báo cáo #1 — trước 26\/11.*Việc mở lại/);
  await lan.says('/rut 1');
  lan.receives(/#1 chưa có báo cáo nào để rút/);
  for (const who of [head, leader, clerk]) {
    await lan.says('xong 1');
    lan.receives(/Đã ghi nhận #1/);
    await who.says('/rut 1');
    who.receives(/Đã rút báo cáo #1/);
    lan.receives(/đã rút báo cáo #1 .*của anh\/chị/);
  }
  await lan.says('#1');
  expect(lan.receives(/#1 Rà soát hộ nghèo/)).not.toMatch(/báo cáo lúc/);
});

test('a withdrawal is undone too, and then the report stands as it did', async () => {
  await lan.says('xong 1 https://lamson.example.vn/a');
  lan.receives(/Đã ghi nhận #1/);
  await clerk.says('/rut 1');
  clerk.receives(/Đã rút báo cáo #1/);
  lan.receives(/đã rút báo cáo #1/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: việc rút báo cáo #1/);
  lan.receives(/có hiệu lực lại/);
  expect(await states(1)).toEqual(['2026-11-25 reported']);
});

test('several reports of one message are undone as one, in the chat in which they were made', async () => {
  await lan.says('xong 1, 3');
  lan.receives(/Đã ghi nhận #1[\s\S]*Đã ghi nhận #3/);
  await lan.says('/hoantac');
  lan.receives(/báo cáo #3[\s\S]*báo cáo #1/);
  expect(await states(1)).toEqual(['2026-11-25 open']);
  await lan.says('/hoantac');
  lan.receives(/chưa làm gì ở đây để hoàn tác/);
});

test('after a day it is too late, and the answer says who can help', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await office.at('2026-11-21 18:30');
  await lan.presses('Hoàn tác');
  lan.receives(/Đã quá 24 giờ.*Lãnh đạo hoặc đầu mối gửi: \/rut 1/);
  await lan.says('/rut 1');
  lan.receives(/Đã rút báo cáo #1/);
});

test('only whoever did it undoes it', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await head.pressesForged('undo:1');
  head.receives(/do Hà Thị Lan làm; chỉ người làm/);
  await lan.pressesForged('undo:99');
  lan.receives(/chưa làm gì ở đây/);
});

test('of several units only the one that withdraws owes its report again', async () => {
  await lan.says('xong 4');
  lan.receives(/Còn chờ báo cáo của: Phòng Kinh tế/);
  await hung.says('xong 4');
  hung.receives(/không nhắc nữa/);
  await lan.says('/rut 4');
  lan.receives(/Đã rút báo cáo #4 của Phòng Văn hóa - Xã hội/);
  expect(await taskOf(4)).toMatchObject({ occurrences: [{ state: 'open', reportedOn: null }] });
  await office.at('2026-11-23 07:45');
  lan.receives(/#1[\s\S]*#4/);
});

test('a reminder that was dropped because of a report goes out once the report is withdrawn', async () => {
  await office.at('2026-11-25 06:00');
  await lan.says('xong 1, 3, 4');
  lan.receives(/#1[\s\S]*#3[\s\S]*#4/);
  await office.at('2026-11-25 07:45');
  hung.receives(/#4/);
  await lan.says('/rut 1');
  lan.receives(/Đã rút/);
  await office.at('2026-11-25 08:00');
  lan.receives(/#1 .*hôm nay/);
});

test('the group that had heard a report hears that it is withdrawn', async () => {
  const group = office.group('Nhóm xã');
  await group.hears('Tô Thị Hạnh', '/ketnoi');
  group.receives(/Đã kết nối/);
  await group.hears('Hà Thị Lan', 'xong 1');
  group.receives(/Đã ghi nhận #1/);
  await leader.says('/rut 1');
  leader.receives(/Đã rút báo cáo #1/);
  lan.receives(/Đinh Văn Thái đã rút báo cáo #1/);
  group.receives(/Đinh Văn Thái đã rút báo cáo #1 Rà soát hộ nghèo \(Hà Thị Lan báo\)/);
});

test('"chưa xong 1" of a reported task offers to withdraw the report', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await lan.says('chưa xong 1');
  lan.receives(/#1 đang được ghi là xong/);
  await lan.presses('Rút báo cáo #1');
  lan.receives(/Đã rút báo cáo #1/);
});

test('what a clerk did to a task is undone, whatever it was', async () => {
  const before = await taskOf(3);
  for (const [said, done] of [
    ['/han 3 ngày 10 hằng tháng', /Đã sửa thời hạn/],
    ['/giao 3 KT', /Đã giao #3/],
    ['/bo 3', /thôi theo dõi #3/],
  ] as const) {
    await clerk.says(said);
    clerk.receives(done);
    await clerk.presses('Hoàn tác');
    clerk.receives(/Đã hoàn tác/);
    expect(await taskOf(3)).toEqual(before);
  }
});

test('what something was built on is not undone', async () => {
  await clerk.says('/giao 1 KT');
  clerk.receives(/Đã giao #1/);
  await hung.says('xong 1');
  hung.receives(/Đã ghi nhận #1/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Chưa hoàn tác được việc giao #1: sau đó Khổng Minh Hưng đã báo cáo/);
});

test('a request for more time and its answer are undone, and those hear of it who had heard', async () => {
  await lan.says('xin gia hạn 1 đến 18/12');
  lan.receives(/Đã chuyển/);
  leader.receives(/xin gia hạn/);
  clerk.receives(/xin gia hạn/);
  await leader.presses('Đồng ý');
  leader.receives(/Đã đồng ý/);
  lan.receives(/đã đồng ý/);
  await lan.says('/hoantac');
  lan.receives(/Chưa hoàn tác được yêu cầu gia hạn #1: Đinh Văn Thái đã trả lời/);
  await leader.presses('Hoàn tác');
  leader.receives(/câu trả lời về gia hạn #1/);
  lan.receives(/lại chờ trả lời/);
  expect(await states(1)).toEqual(['2026-11-25 open']);
  await lan.says('/hoantac');
  lan.receives(/Đã hoàn tác: yêu cầu gia hạn #1/);
  leader.receives(/đã rút yêu cầu gia hạn #1/);
  clerk.receives(/đã rút yêu cầu gia hạn #1/);
  await leader.says('đồng ý gia hạn 1');
  leader.receives(/Không có yêu cầu gia hạn nào như vậy/);
});

const DITCHES = { title: 'Nạo vét mương nội đồng', deadline: '11/12/2026', lead: 'KT' };
const PUMPS = { title: 'Kiểm tra trạm bơm', deadline: '18/12/2026', lead: 'KT' };
const WATER = [DITCHES, PUMPS];

test('a plan brought in by a slip is undone, waits again, and comes in corrected under the same numbers', async () => {
  await clerk.sends(await planFile(WATER, { number: '9/KH-UBND' }));
  clerk.receives(/Kế hoạch mới: 2 nhiệm vụ \(#5 – #6\)/);
  await clerk.says('đồng ý');
  clerk.receives(/Đã nhập kế hoạch/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: việc nhập kế hoạch.*bản nhập lại chờ trả lời/);
  expect(await taskOf(5)).toBeUndefined();
  await clerk.says('/han 5 4/12/2026');
  clerk.receives(/#5 Nạo vét mương nội đồng — 4\/12\/2026/);
  await clerk.says('đồng ý');
  clerk.receives(/thêm 2/);
  expect(await states(5)).toEqual(['2026-12-04 open']);
  expect(await states(6)).toEqual(['2026-12-18 open']);
  await clerk.says('/hoantac');
  clerk.receives(/Đã hoàn tác: việc nhập kế hoạch/);
  await clerk.says('hủy');
  clerk.receives(/Đã bỏ bản nhập/);
});

test('once somebody has gone by a plan its import stands, and so does one that amends a plan', async () => {
  await clerk.sends(await planFile(WATER, { number: '9/KH-UBND' }));
  clerk.receives(/#5 – #6/);
  await clerk.says('đồng ý');
  clerk.receives(/Đã nhập kế hoạch/);
  await hung.says('xong 5');
  hung.receives(/Đã ghi nhận #5/);
  await clerk.says('/hoantac');
  clerk.receives(/Chưa hoàn tác được việc nhập kế hoạch.*Khổng Minh Hưng đã báo cáo.*\/bo/);
  await hung.says('/hoantac');
  hung.receives(/Đã hoàn tác/);
  await clerk.sends(await planFile([{ ...DITCHES, deadline: '14/12/2026' }, PUMPS], { number: '9/KH-UBND' }));
  clerk.receives(/9\/KH-UBND/);
  await clerk.says('đồng ý');
  clerk.receives(/Đã nhập kế hoạch/);
  expect(() => clerk.presses('Hoàn tác')).toThrow(/No button/);
  await clerk.says('/hoantac');
  clerk.receives(/Chưa hoàn tác được việc nhập kế hoạch.*đã thay bản trước.*gửi lại bản kế hoạch trước/);
});

test('what was said about a draft is undone, and a draft that was given up waits again', async () => {
  await clerk.sends(await planFile(WATER, { number: '9/KH-UBND' }));
  clerk.receives(/#5 – #6/);
  await clerk.says('/han 5 4/12/2026');
  clerk.receives(/✏️ #5/);
  await clerk.says('bo 6');
  clerk.receives(/✖ #6/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: phần vừa sửa/);
  await clerk.says('/xem');
  expect(clerk.receives(/✏️ #5/)).not.toContain('✖');
  await clerk.says('anh nhầm rồi');
  clerk.receives(/Đã bỏ bản nhập/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/bản nhập lại chờ trả lời/);
  await clerk.says('đồng ý');
  clerk.receives(/thêm 2/);
  expect(await states(5)).toEqual(['2026-12-04 open']);
});

test('a roster says why it is not undone, and the former one makes the office as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-roster-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'danh-sach.csv');
  const people = [
    '1,Tô Thị Hạnh,Văn thư,Văn phòng HĐND và UBND,Đầu mối',
    '2,Hà Thị Lan,Công chức,Phòng Kinh tế,',
  ];
  await writeFile(
    path,
    ['UBND xã Lâm Sơn Thử', '', 'Stt,Họ và tên,Chức vụ,Đơn vị,Vai trò', ...people, ''].join('\n'),
  );
  await clerk.sends(path);
  clerk.receives(/Hà Thị Lan/);
  await clerk.says('đồng ý');
  clerk.receives(/UBND xã Lâm Sơn Thử/);
  expect(() => clerk.presses('Hoàn tác')).toThrow(/No button/);
  await clerk.says('/hoantac');
  clerk.receives(/Chưa hoàn tác được việc nhập danh sách.*đã thay bản trước.*gửi lại danh sách trước/);
});
