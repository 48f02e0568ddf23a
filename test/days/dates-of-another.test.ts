/** A task whose report is part of another's: "Định kỳ báo cáo (lồng ghép trong báo cáo CCHC)". */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-18 18:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh', 'Lan', 'Hưng');
  clerk = await office.person('Hạnh');
  lan = await office.person('Lan');
  await office.importsPlan([
    { title: 'Báo cáo cải cách hành chính', deadline: 'Trước ngày 20 hằng tháng', lead: 'VHXH' },
    { title: 'Báo cáo kiểm soát thủ tục', deadline: 'Lồng ghép trong báo cáo cải cách', lead: 'KT' },
    { title: 'Báo cáo nhanh', deadline: 'Khi có yêu cầu của tỉnh', lead: 'KT' },
  ]);
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function datesOf(number: number) {
  const { organizationId } = await office.member('Hạnh');
  const task = (await office.storage.plans.board(organizationId)).find((one) => one.number === number);
  return task?.occurrences.filter(({ kind }) => kind === 'due').map(({ lastDay }) => lastDay);
}

test('has its dates, is reminded of them, and has none any more when that is undone', async () => {
  expect(await datesOf(2)).toEqual([]);
  await clerk.says('việc 2 theo báo cáo việc 1');
  clerk.receives(/Từ nay #2 có các hạn như #1/, /19\/11/);
  expect(await datesOf(2)).toEqual(await datesOf(1));
  expect(await datesOf(2)).toContain('2026-11-19');

  await office.at('2026-11-19 07:45');
  lan.receives(/#1 .*hôm nay/);
  (await office.person('Hưng')).receives(/#2 Báo cáo kiểm soát thủ tục .*hôm nay/);
  await clerk.says('hoàn tác');
  clerk.receives(/Hoàn tác việc đó\?/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: thời hạn mới của #2/);
  expect(await datesOf(2)).toEqual([]);
});

test('a day to which the other has been moved is its day too, and whose it is by name hears of it', async () => {
  const hung = await office.person('Hưng');
  await clerk.says('giao 2 KT, anh Hưng');
  clerk.receives(/Đã giao #2/);
  hung.receives(/được giao #2/);
  await clerk.says('/han 1 25/11/2026');
  clerk.receives(/Đã dời một kỳ của #1/);
  await clerk.says('/han 2 theo 1');
  clerk.receives(/Từ nay #2 có các hạn như #1/, /25\/11/);
  hung.receives(/Việc của anh\/chị có thay đổi: #2 .*25\/11/);
  expect(await datesOf(2)).toEqual(await datesOf(1));
});

test('only a clerk says so, of tasks that there are and of one that has dates', async () => {
  await lan.says('/han 2 theo 1');
  lan.receives(/Chỉ đầu mối/);
  await clerk.says('/han 2 theo 3');
  clerk.receives(/#3 chưa có ngày để lấy theo \("Khi có yêu cầu của tỉnh"\)/);
  await clerk.says('/han 2 theo 2');
  clerk.receives(/#2 chưa có ngày để lấy theo/);
  await clerk.says('/han 2 theo 9');
  clerk.receives(/Không có việc số 9/);
  await clerk.says('/han 9 theo 1');
  clerk.receives(/Không có việc số 9/);
  expect(await datesOf(2)).toEqual([]);
});
