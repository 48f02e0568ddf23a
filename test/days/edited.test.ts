/** An edited message counts as it reads now. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Hạnh');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Tổng hợp số liệu', deadline: '27/11/2026', lead: 'VHXH' },
    { title: 'Báo cáo cải cách hành chính', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
  ]);
  lan = await office.person('Lan');
  clerk = await office.person('Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function reported(): Promise<number[]> {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  const board = await office.storage.plans.board(id);
  const isReported = ({ state }: { state: string }) => state === 'reported';
  return board.filter(({ occurrences }) => occurrences.some(isReported)).map(({ number }) => number);
}

test('the wrong number is mended by editing it, as often as it takes', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await lan.edits('xong 2');
  lan.receives(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.\n✅ Đã ghi nhận #2/);
  expect(await reported()).toEqual([2]);
  await lan.edits('xong 2 ạ');
  await lan.edits('xong 2, 3');
  lan.receives(/^✏️[\s\S]*#2[\s\S]*#3/);
  expect(await reported()).toEqual([2, 3]);
  await lan.edits('mai em làm tiếp');
  lan.receives(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại/);
  expect(await reported()).toEqual([]);
});

test('what the first version did stays where something was built on it, and that is said', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await clerk.says('/duyet 1');
  clerk.receives(/Đã duyệt #1/);
  await lan.edits('xong 2');
  lan.receives(/không rút lại được/, /Chưa hoàn tác được báo cáo #1.*Tô Thị Hạnh đã duyệt/, /Đã ghi nhận #2/);
  expect(await reported()).toEqual([1, 2]);
});

test('a question about another person is another question, though the rest of it is the same', async () => {
  await clerk.says('lan lam den dau roi');
  clerk.receives(/Tiến độ Hà Thị Lan/);
  await clerk.edits('nam lam den dau roi');
  clerk.receives(/Tiến độ Quách Văn Nam/);
  await clerk.edits('nam lam den dau roi a');
});

test('in a group too, where the new words may not be for the bot at all', async () => {
  const group = office.group('Nhóm xã');
  await group.hears('Tô Thị Hạnh', '/ketnoi');
  group.receives(/Đã kết nối/);
  await group.hears('Hà Thị Lan', 'xong 1');
  group.receives(/Đã ghi nhận #1/);
  await group.edits('12h trưa họp nhé', 'Hà Thị Lan');
  group.receives(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.$/);
  expect(await reported()).toEqual([]);
  await group.hears('Hà Thị Lan', 'chào cả nhà');
  await group.edits('chào cả phòng', 'Hà Thị Lan');
});

test('a date for one occurrence of a rule moves that one; another rule replaces the rule; reports stay', async () => {
  const dates = async () => {
    const [{ id = 0 } = {}] = await office.storage.offices.all();
    const task = (await office.storage.plans.board(id)).find(({ number }) => number === 3);
    const days = task?.occurrences.map(
      ({ lastDay, state, originalDay }) => `${lastDay} ${state} ${originalDay}`,
    );
    return { rule: task?.deadline.text, days };
  };
  const rule = 'Trước ngày 25 hằng tháng';
  await lan.says('xong 3');
  lan.receives(/Đã ghi nhận #3/);
  await clerk.says('/han 3 20/12/2026');
  clerk.receives(/Đã dời một kỳ của #3: hạn 20\/12, sớm hơn hạn gốc 24\/12/);
  const moved = ['2026-11-24 reported null', '2026-12-20 open 2026-12-24'];
  expect((await dates()).days?.slice(0, 2)).toEqual(moved);
  expect((await dates()).rule).toBe(rule);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: việc dời hạn #3/);
  expect((await dates()).days?.[1]).toBe('2026-12-24 open null');
  await clerk.says('/han 3 ngày 10 hằng tháng');
  clerk.receives(/Đã sửa thời hạn của #3/);
  const ruled = await dates();
  expect(ruled.rule).toBe('ngày 10 hằng tháng');
  expect(ruled.days?.slice(0, 2)).toEqual(['2026-11-24 reported null', '2026-12-10 open null']);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: thời hạn mới của #3/);
  expect((await dates()).rule).toBe(rule);
});
