import { describe, expect, it } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { closingDue, stretchesOf, summaryDue, weekdayIn } from '../../src/domain/summary-day.ts';

const calendar = new WorkingCalendar();

describe('the summary that is to be said', () => {
  const due = (period: 'week' | 'month', today: string, on: number | null = 1) =>
    summaryDue(period, today, { weeklyOn: on, monthlyOn: on }, calendar);

  it.each([
    ['on Monday', '2026-11-16', 1, '2026-W47 2026-11-16'],
    ['later that week', '2026-11-20', 1, '2026-W47 2026-11-16'],
    // From 31/8 to 2/9/2026 nobody works.
    ['after a holiday Monday', '2026-09-03', 1, '2026-W36 2026-09-03'],
    ['not before it', '2026-09-01', 1, null],
    ['on a chosen day', '2026-11-20', 5, '2026-W47 2026-11-20'],
    ['not before the chosen day', '2026-11-19', 5, null],
    [
      'in the next week where the chosen day and the rest of the week are days off',
      '2026-11-23',
      7,
      '2026-W47 2026-11-23',
    ],
    ['never where it is turned off', '2026-11-16', null, null],
  ])('of a week: %s', (_when, today, on, expected) => {
    const found = due('week', today, on);
    expect(found && `${found.name} ${found.sendOn}`).toBe(expected);
  });

  it.each([
    ['on the first working day', '2026-12-01', 1, '2026-12 2026-12-01'],
    // 1/11/2026 is a Sunday.
    ['after a weekend', '2026-11-02', 1, '2026-11 2026-11-02'],
    ['not on the day off itself', '2026-11-01', 1, null],
    ['on a day that the month lacks', '2026-11-30', 31, '2026-11 2026-11-30'],
    ['on that of the month before, which days off have moved', '2026-11-02', 31, '2026-10 2026-11-02'],
  ])('of a month: %s', (_when, today, on, expected) => {
    const found = due('month', today, on);
    expect(found && `${found.name} ${found.sendOn}`).toBe(expected);
  });

  it.each([
    // 15/11/2026 is a Sunday.
    ['on the working day after it', '2026-11-16', 14, '2026-11 2026-11-16'],
    ['not on the closing day', '2026-12-14', 14, null],
    ['late, but that month', '2026-12-30', 14, '2026-12 2026-12-15'],
    ['of a month closed with its end', '2026-12-01', 31, '2026-11 2026-12-01'],
  ])('of what hinders, when data are closed: %s', (_when, today, closingDay, expected) => {
    const found = closingDue(today, closingDay, calendar);
    expect(found && `${found.name} ${found.sendOn}`).toBe(expected);
  });

  it('counts from chosen day to chosen day, whenever it is said', () => {
    expect(stretchesOf('week', '2026-08-31')).toEqual({
      before: { from: '2026-08-17', to: '2026-08-23' },
      last: { from: '2026-08-24', to: '2026-08-30' },
      next: { from: '2026-08-31', to: '2026-09-06' },
    });
    expect(stretchesOf('month', '2026-01-15')).toEqual({
      before: { from: '2025-11-15', to: '2025-12-14' },
      last: { from: '2025-12-15', to: '2026-01-14' },
      next: { from: '2026-01-15', to: '2026-02-14' },
    });
  });

  it.each([
    ['t2', 1],
    ['thu hai', 1],
    ['thu 6', 5],
    ['sau', 5],
    ['cn', 7],
    ['chu nhat', 7],
    ['monday', 1],
    ['thu', 4],
    ['thu 8', null],
    ['mua', null],
  ])('the weekday in "%s" is %s', (said, day) => {
    expect(weekdayIn(said)).toBe(day);
  });
});
