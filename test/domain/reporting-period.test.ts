import { expect, test } from 'vitest';
import type { PeriodAsked } from '../../src/domain/period.ts';
import { reportingPeriod } from '../../src/domain/reporting-period.ts';

const month = (which: number | 'this' | 'last', year: number | null = null): PeriodAsked => ({
  unit: 'month',
  which,
  year,
});

test.each<[string, PeriodAsked, string, string]>([
  ['a month closes on the 14th', month(11, 2026), '2026-10-15', '2026-11-14'],
  ['January begins in the year before', month(1, 2026), '2025-12-15', '2026-01-14'],
  ['a quarter', { unit: 'quarter', which: 4, year: 2026 }, '2026-09-15', '2026-12-14'],
  ['the first half', { unit: 'half', which: 1, year: 2026 }, '2025-12-15', '2026-06-14'],
  ['the second half', { unit: 'half', which: 2, year: 2026 }, '2026-06-15', '2026-12-14'],
  ['the year ends on 14/12', { unit: 'year', which: 1, year: 2026 }, '2025-12-15', '2026-12-14'],
  ['without a year it is the latest that has begun', month(11), '2026-10-15', '2026-11-14'],
  [
    'one that has not begun is last year’s',
    { unit: 'month', which: 12, year: null },
    '2025-11-15',
    '2025-12-14',
  ],
  ['this month goes by its name', month('this'), '2026-10-15', '2026-11-14'],
  ['nine months', { unit: 'nine-months', which: 1, year: 2026 }, '2025-12-15', '2026-09-14'],
  ['several months', { unit: 'months', first: 9, last: 11, year: null }, '2026-08-15', '2026-11-14'],
  ['a month of last year', { unit: 'month', which: 3, year: 'last' }, '2025-02-15', '2025-03-14'],
  ['a week has its own days', { unit: 'week', which: 'this', year: null }, '2026-11-09', '2026-11-15'],
  ['the year so far has its own days', { unit: 'so-far', of: 'year' }, '2026-01-01', '2026-11-13'],
  ['last month', month('last'), '2026-09-15', '2026-10-14'],
  ['last quarter', { unit: 'quarter', which: 'last', year: null }, '2026-06-15', '2026-09-14'],
  ['last year', { unit: 'year', which: 'last', year: null }, '2024-12-15', '2025-12-14'],
  ['chosen days', { unit: 'dates', from: '1/10', to: '31/10/2026' }, '2026-10-01', '2026-10-31'],
  ['chosen days over New Year', { unit: 'dates', from: '15/12', to: '14/1' }, '2025-12-15', '2026-01-14'],
  ['chosen days of last year', { unit: 'dates', from: '1.12', to: '20.12' }, '2025-12-01', '2025-12-20'],
])('%s', (_what, asked, from, to) => {
  expect(reportingPeriod(asked, '2026-11-13', 14)).toMatchObject({ from, to });
});

test.each([
  [31, '2026-02-01', '2026-02-28'],
  [25, '2026-01-26', '2026-02-25'],
])('data may close on another day: the %sth', (closingDay, from, to) => {
  expect(reportingPeriod(month(2, 2026), '2026-11-13', closingDay)).toMatchObject({ from, to });
});

test.each<PeriodAsked>([
  month(13),
  { unit: 'quarter', which: 5, year: null },
  { unit: 'dates', from: '31/02', to: '10/03' },
  { unit: 'dates', from: '10/11/2026', to: '01/11/2026' },
])('there is no %j', (asked) => {
  expect(reportingPeriod(asked, '2026-11-13', 14)).toBeNull();
});

test('every day of many years is in one month, one quarter and one year', () => {
  for (let day = '2024-12-15'; day <= '2026-12-14'; day = next(day)) {
    for (const [unit, count] of [
      ['month', 12],
      ['quarter', 4],
      ['half', 2],
      ['year', 1],
    ] as const) {
      const holding = [2025, 2026].flatMap((year) =>
        Array.from({ length: count }, (_, at) =>
          reportingPeriod({ unit, which: at + 1, year }, day, 14),
        ).filter((period) => period !== null && period.from <= day && day <= period.to),
      );
      expect(holding).toHaveLength(1);
    }
  }
});

function next(day: string): string {
  return new Date(Date.parse(day) + 24 * 3600_000).toISOString().slice(0, 10);
}
