/** Whoever put reminders off has them again, sooner or at once; whoever asked for an hour lets it go. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-05 14:00', { weeklyNotes: true });
  await office.hires(LAM_SON);
  await office.join('Lan');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '13/11/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '13/11/2026', lead: 'VHXH' },
  ]);
  lan = await office.person('Lan');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('what was put off is reminded of again: one task, or all of it', async () => {
  await lan.says('tạm dừng nhắc em 6 ngày');
  lan.receives(/⏸ Đến 11\/11/);
  await lan.says('nhắc lại việc 2 đi');
  lan.receives(/▶️ Tôi nhắc lại việc #2 như thường lệ/);
  await office.at('2026-11-06 07:45');
  expect(lan.receives(/#2 Nộp sáng kiến/)).not.toContain('#1');
  await lan.says('nhắc tiếp đi');
  lan.receives(/▶️ Tôi nhắc lại các việc của anh\/chị như thường lệ/);
  await office.at('2026-11-09 07:45');
  lan.receives(/#1 Rà soát hộ nghèo/);
  await lan.says('nhắc tiếp 1');
  lan.receives(/#1 không bị hoãn, vẫn được nhắc như thường lệ/);
  await lan.says('resume');
  lan.receives(/không hoãn việc nào/);
  await lan.says('nhắc tiếp 99');
  lan.receives(/Không có việc số 99/);
});

test('it counts as it was said last, sooner too', async () => {
  await lan.says('tạm dừng nhắc em 6 ngày');
  lan.receives(/⏸ Đến 11\/11/);
  await lan.says('mai nhắc lại');
  lan.receives(/⏸ Đến 06\/11/);
  await office.at('2026-11-06 07:45');
  lan.receives(/#1[\s\S]*#2/);
});

test('what is said of one task counts against what was said of all before, and no longer', async () => {
  await lan.says('tạm dừng nhắc em 6 ngày');
  lan.receives(/⏸/);
  await lan.says('mai nhắc lại 1');
  lan.receives(/⏸ .*trước 06\/11 .*việc #1/);
  await lan.says('/hennhac');
  lan.receives(/⏸ Mọi việc: 11\/11 nhắc tiếp.*\n⏸ #1 Rà soát hộ nghèo: 06\/11 nhắc tiếp\n/);
  await office.at('2026-11-06 07:45');
  expect(lan.receives(/#1/)).not.toContain('#2');
});

test('taken back, it is put off as it was', async () => {
  await lan.says('tạm dừng nhắc em 6 ngày');
  lan.receives(/⏸/);
  await lan.says('bỏ hoãn 1');
  lan.receives(/▶️/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: việc nhắc lại/);
  await lan.says('mai nhắc lại');
  lan.receives(/⏸ Đến 06\/11/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: việc hoãn nhắc/);
  await office.at('2026-11-06 07:45');
  await office.at('2026-11-09 07:45');
  await office.at('2026-11-11 07:45');
  lan.receives(/#1[\s\S]*#2/);
});

test('an hour that was asked for is listed and called off, and asked for again by taking that back', async () => {
  await office.at('2026-11-06 07:45');
  lan.receives(/#1[\s\S]*#2/);
  for (const words of ['15h nhắc tôi nộp 1', '16h nhắc tôi nộp 1', '16h nhắc tôi nộp 2']) {
    await lan.says(words);
    lan.receives(/⏰/);
  }
  await lan.says('/hennhac');
  lan.receives(/⏰ #1 Rà soát hộ nghèo: hẹn nhắc 15:00 06\/11\n⏰ #1 .*16:00 06\/11\n⏰ #2 .*16:00/);
  await lan.says('hủy hẹn nhắc');
  lan.receives(/⏰ #1 [\s\S]*Hủy hẹn nào/);
  await lan.says('thôi không cần nhắc 15h nữa');
  lan.receives(/^🔕 15:00 06\/11 tôi không nhắc việc #1 Rà soát hộ nghèo nữa\.$/);
  await lan.says('hủy nhắc 2');
  lan.receives(/^🔕 16:00 06\/11 tôi không nhắc việc #2 Nộp sáng kiến nữa\.$/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: việc hủy hẹn nhắc #2/);
  await lan.says('hủy nhắc 1');
  lan.receives(/🔕 16:00/);
  await lan.says('hủy nhắc 1');
  lan.receives(/Không có hẹn nhắc nào như vậy/);
  await office.at('2026-11-06 15:00');
  await office.at('2026-11-06 16:00');
  expect(lan.receives(/#2 Nộp sáng kiến/)).not.toContain('#1');
});
