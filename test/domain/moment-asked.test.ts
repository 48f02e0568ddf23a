import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { instantAt } from '../../src/domain/day.ts';
import { dayPutOffTo, momentAsked } from '../../src/domain/moment-asked.ts';

/** Monday, ten o'clock. */
const ASKED = { today: '2026-11-23', now: instantAt('2026-11-23', '10:00'), calendar: new WorkingCalendar() };

test.each([
  ['mai nhắc lại 12', '2026-11-24'],
  ['ngay mai nhac lai', '2026-11-24'],
  ['tạm dừng nhắc em 3 ngày', '2026-11-26'],
  ['tuần sau nhắc lại em', '2026-11-30'],
  ['thứ 6 nhắc lại 12 nhé', '2026-11-27'],
  ['nhắc lại ngày 25/11', '2026-11-25'],
  ['1 tuần nữa nhắc lại', '2026-11-30'],
  ['tomorrow morning', '2026-11-24'],
  ['until Monday', '2026-11-30'],
  ['Friday', '2026-11-27'],
  ['next week', '2026-11-30'],
  ['3 days', '2026-11-26'],
])('"%s" is put off to %s', (words, day) => {
  expect(dayPutOffTo(words, ASKED)).toBe(day);
});

test.each(['tắt nhắc đi', 'đừng nhắc nữa', 'nhắc lại 12', 'hôm nay nhắc lại', 'hôm qua nhắc rồi'])(
  '"%s" names no day to come',
  (words) => {
    expect(dayPutOffTo(words, ASKED)).toBeNull();
  },
);

test.each([
  ['15h nhắc tôi nộp 12', '2026-11-23', '15:00'],
  ['15h30 nhắc em việc 12', '2026-11-23', '15:30'],
  ['3 giờ chiều nhắc em việc 12', '2026-11-23', '15:00'],
  ['3h rưỡi chiều nhắc 12', '2026-11-23', '15:30'],
  ['8h sáng mai nhắc tôi việc 12', '2026-11-24', '08:00'],
  ['8h nhắc tôi việc 12', '2026-11-24', '08:00'],
  ['16:30 ngày 25/11 nhắc tôi 12', '2026-11-25', '16:30'],
  ['9 gio thu 6 nhac toi viec 12', '2026-11-27', '09:00'],
  ['2 tiếng nữa nhắc tôi việc 12', '2026-11-23', '12:00'],
  ['2 hours', '2026-11-23', '12:00'],
  ['15:00 tomorrow', '2026-11-24', '15:00'],
])('"%s" is at %s %s', (words, day, time) => {
  expect(momentAsked(words, ASKED)).toEqual(instantAt(day, time));
});

test.each(['nhắc tôi việc 12', '25h nhắc tôi 12', '9h sáng nay nhắc tôi 12', 'mai nhắc lại 12'])(
  '"%s" names no moment to come',
  (words) => {
    expect(momentAsked(words, ASKED)).toBeNull();
  },
);
