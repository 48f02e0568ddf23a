import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENTS } from '../../../src/domain/calendar/announcements.ts';
import { lunarToSolar } from '../../../src/domain/calendar/lunar.ts';
import { addDays, daysBetween, weekdayOf } from '../../../src/domain/day.ts';

/** The table is typed in by hand once a year: these are the slips of the hand. */
describe.each(Object.entries(ANNOUNCEMENTS))('the announcement of %s', (year, announcement) => {
  it('names its sources', () => {
    expect(announcement.sources).not.toEqual([]);
  });

  it('has the first day of the lunar year within the five days of Tết', () => {
    const newYear = lunarToSolar({ year: Number(year), month: 1, day: 1, leap: false });
    const place = [1, 2, 3].map((days) => addDays(announcement.tetFrom, days));
    expect(place).toContain(newYear);
  });

  it('has a neighbour of 2/9', () => {
    expect(Math.abs(daysBetween(announcement.besideNationalDay, `${year}-09-02`))).toBe(1);
  });

  it('swaps working days for Saturdays', () => {
    for (const { off, worked } of announcement.swaps) {
      expect(weekdayOf(off)).toBeLessThanOrEqual(5);
      expect(weekdayOf(worked)).toBe(6);
    }
  });
});
