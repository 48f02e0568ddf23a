import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lunarMonthLength, lunarToSolar, solarToLunar } from '../../../src/domain/calendar/lunar.ts';
import { addDays } from '../../../src/domain/day.ts';

describe('the Vietnamese lunar calendar', () => {
  test.each([
    // Vietnam kept Tết a month before China in 1985 and a day before it in 2007
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2020, '2020-01-25'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
  ])('Tết %i is on %s', (year, day) => {
    expect(lunarToSolar({ year, month: 1, day: 1, leap: false })).toBe(day);
    expect(solarToLunar(day)).toEqual({ year, month: 1, day: 1, leap: false });
  });

  test.each([
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
  ])('Giỗ Tổ %i is on %s', (year, day) => {
    expect(lunarToSolar({ year, month: 3, day: 10, leap: false })).toBe(day);
  });

  test.each([
    ['2020-05-23', 2020, 4],
    ['2023-03-22', 2023, 2],
    ['2025-07-25', 2025, 6],
    ['2033-12-22', 2033, 11],
  ])('%s opens a leap month', (day, year, month) => {
    expect(solarToLunar(day)).toEqual({ year, month, day: 1, leap: true });
    expect(lunarToSolar({ year, month, day: 1, leap: true })).toBe(day);
  });

  test('a day or a leap month that the year lacks has no solar day', () => {
    expect(lunarMonthLength(2025, 12)).toBe(29);
    expect(lunarToSolar({ year: 2025, month: 12, day: 30, leap: false })).toBeNull();
    expect(lunarToSolar({ year: 2026, month: 6, day: 1, leap: true })).toBeNull();
  });

  test('every day goes there and back, and the next day is the next lunar day or a first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 120 }), (offset) => {
        const day = addDays('1970-01-01', offset);
        const lunar = solarToLunar(day);
        const next = solarToLunar(addDays(day, 1));
        expect(lunarToSolar(lunar)).toBe(day);
        expect(next.day === 1 ? lunar.day >= 29 : next.day === lunar.day + 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
