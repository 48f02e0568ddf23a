import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { dayAsked } from '../../src/domain/day-asked.ts';

/** Sunday 29/11/2026, asked on a task that is due on Monday. */
const asked = (words: string) =>
  dayAsked(words, { today: '2026-11-29', lastDay: '2026-11-30', calendar: new WorkingCalendar() });

test.each([
  ['đến 20/12', '2026-12-20'],
  ['đến thứ 6', '2026-12-04'],
  ['to Friday', '2026-12-04'],
  ['next Friday', '2026-12-04'],
  ['1 week', '2026-12-07'],
  ['tới thứ sáu này', '2026-12-04'],
  // The week of a Sunday ends with it.
  ['sang thứ 6 tuần sau', '2026-12-04'],
  ['đến thứ tư tuần tới', '2026-12-02'],
  ['đến chủ nhật', '2026-12-06'],
  ['thêm 2 tuần', '2026-12-14'],
  ['thêm 5 ngày', '2026-12-05'],
])('"%s" asks for %s', (words, day) => {
  expect(asked(words)).toBe(day);
});

test('on a Monday "thứ 6 tuần sau" is the Friday of the week after', () => {
  const context = { today: '2026-11-30', lastDay: '2026-11-30', calendar: new WorkingCalendar() };
  expect(dayAsked('đến thứ 6 tuần sau', context)).toBe('2026-12-11');
  expect(dayAsked('đến thứ 6', context)).toBe('2026-12-04');
});
