/** Reminders that come later for whoever wants it so: the date stands, and what falls due is told all the same. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let nam: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-05 14:00', { weeklyNotes: true });
  await office.hires(LAM_SON);
  await office.join('Lan', 'Nam');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '13/11/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '9/11/2026', lead: 'VHXH' },
  ]);
  [lan, nam] = await office.people('Lan', 'Nam');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('one task is put off by one person, and only until its last day', async () => {
  await lan.says('tuần sau nhắc lại 1');
  lan.receives(
    /⏸ Từ nay đến hết ngày trước 09\/11 tôi không nhắc riêng anh\/chị việc #1\. Thời hạn giữ nguyên/,
  );
  await office.at('2026-11-06 07:45');
  nam.receives(/#2[\s\S]*#1/);
  expect(lan.receives(/#2/)).not.toContain('#1');
  await lan.says('nhắc lại 1 vào 10/12');
  lan.receives(/đến hết ngày trước 13\/11[\s\S]*13\/11 là hạn cuối nên tôi vẫn nhắc ngày đó/);
  await lan.says('xong 2');
  lan.receives(/Đã ghi nhận #2/);
  await office.at('2026-11-10 07:45');
  nam.receives(/#1/);
  await office.at('2026-11-12 07:45');
  nam.receives(/#1/);
  await office.at('2026-11-13 07:45');
  nam.receives(/#1/);
  lan.receives(/#1 .*hôm nay/);
  await lan.says('mai nhắc lại 1');
  lan.receives(/#1 đã đến hạn nên vẫn được nhắc/);
});

test('all of it for some days; what falls due meanwhile is told', async () => {
  await lan.says('tạm dừng nhắc em 6 ngày');
  lan.receives(/⏸ Đến 11\/11 tôi mới nhắc tiếp, trừ việc đến hạn hoặc quá hạn/);
  await office.at('2026-11-06 07:45');
  nam.receives(/#1/);
  await office.at('2026-11-09 07:45');
  nam.receives(/#2 .*hôm nay/);
  lan.receives(/#2 .*hôm nay/);
  await lan.says('xong 2');
  lan.receives(/Đã ghi nhận #2/);
  await office.at('2026-11-11 07:45');
  nam.receives(/#1/);
  lan.receives(/#1/);
});

test('taken back, reminders come as if nobody had put them off', async () => {
  await lan.says('tạm dừng nhắc em 6 ngày');
  lan.receives(/⏸/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: việc hoãn nhắc/);
  await office.at('2026-11-06 07:45');
  nam.receives(/#1/);
  lan.receives(/#1/);
});

test('at an hour, for oneself, unless it has been reported by then', async () => {
  await office.at('2026-11-06 07:45');
  nam.receives(/#1/);
  lan.receives(/#1/);
  await lan.says('15h nhắc tôi nộp 1');
  lan.receives(/⏰ 15:00 06\/11 tôi nhắc anh\/chị việc #1 Rà soát hộ nghèo, nếu lúc đó chưa báo xong/);
  await lan.says('19h30 nhắc tôi việc 2');
  lan.receives(/⏰ 19:30 06\/11/);
  await office.at('2026-11-06 15:00');
  lan.receives(/Nhắc việc[\s\S]*#1 Rà soát hộ nghèo/);
  await lan.says('xong 2');
  lan.receives(/Đã ghi nhận #2/);
  await office.at('2026-11-06 19:30');
  await lan.says('đừng nhắc em nữa');
  lan.receives(/Tôi không tắt hẳn lời nhắc/);
});
