import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkingCalendar } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day, weekdayOf } from '../../../src/domain/day.ts';

const calendar = new WorkingCalendar();

const someDay = fc.integer({ min: 0, max: 8 * 365 }).map((days) => addDays('2023-01-01', days));
const someDays = fc.integer({ min: -60, max: 60 });

/** The days of a year on which it differs from "Monday to Friday", as "dd/mm". */
function exceptionsOf(year: number): { off: string[]; worked: string[] } {
  const exceptions = { off: [] as string[], worked: [] as string[] };
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const written = `${day.slice(8)}/${day.slice(5, 7)}`;
    const weekday = weekdayOf(day) <= 5;
    if (weekday && !calendar.isWorkingDay(day)) exceptions.off.push(written);
    if (!weekday && calendar.isWorkingDay(day)) exceptions.worked.push(written);
  }
  return exceptions;
}

describe('the announced years', () => {
  it('2025', () => {
    expect(exceptionsOf(2025)).toEqual({
      off: '01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09'.split(' '),
      worked: ['26/04'],
    });
  });

  it('2026', () => {
    expect(exceptionsOf(2026)).toEqual({
      off: '01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11'.split(' '),
      worked: ['10/01', '22/08'],
    });
  });

  it('2027', () => {
    expect(exceptionsOf(2027)).toEqual({
      off: '01/01 04/02 05/02 08/02 09/02 10/02 16/04 30/04 03/05 02/09 03/09 24/11'.split(' '),
      worked: [],
    });
  });

  it('are known, and others raise the alarm', () => {
    expect(calendar.knownYears).toEqual([2025, 2026, 2027]);
    expect([2024, 2026, 2028].map((year) => calendar.isYearAnnounced(year))).toEqual([false, true, false]);
  });
});

describe('a year not announced follows the law and custom', () => {
  it('has Tết from the last day of the old lunar year to the fourth of the new', () => {
    // 26/01/2028 is the first day of Mậu Thân; its fourth day is a Saturday, made up on Monday.
    const tet = ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-01-29', '2028-01-31'];
    expect(tet.map((day) => calendar.dayOff(day)?.name)).toEqual(tet.map(() => 'Tết Nguyên đán'));
    expect(calendar.isWorkingDay('2028-01-24')).toBe(true);
    expect(calendar.isWorkingDay('2028-02-01')).toBe(true);
  });

  it.each([
    ['2021-09-03', '2021-09-01'],
    ['2022-09-01', '2022-09-05'],
    ['2023-09-01', '2023-09-05'],
    ['2024-09-03', '2024-09-04'],
  ])('takes the neighbour of 2/9 that was announced then: %s', (off, worked) => {
    expect(calendar.dayOff(off)).toEqual({ reason: 'holiday', name: 'Quốc khánh' });
    expect(calendar.isWorkingDay(worked)).toBe(true);
  });

  it('makes up for each of several holidays on one weekend', () => {
    // Giỗ Tổ on Saturday 29/04/2023, 30/4 on Sunday, 1/5 on Monday: off until Wednesday.
    expect(calendar.dayOff('2023-05-02')).toEqual({ reason: 'compensation', name: 'Giỗ Tổ Hùng Vương' });
    expect(calendar.dayOff('2023-05-03')).toEqual({ reason: 'compensation', name: 'Ngày Chiến thắng' });
    expect(calendar.isWorkingDay('2023-05-04')).toBe(true);
  });

  it('has no Ngày Văn hoá Việt Nam before 2026', () => {
    expect(calendar.isWorkingDay('2025-11-24')).toBe(true);
    expect(calendar.isWorkingDay('2028-11-24')).toBe(false);
  });
});

describe('why a day is off', () => {
  it.each([
    ['2026-11-21', { reason: 'weekend', name: 'Thứ Bảy' }],
    ['2026-11-22', { reason: 'weekend', name: 'Chủ nhật' }],
    ['2026-04-26', { reason: 'holiday', name: 'Giỗ Tổ Hùng Vương' }],
    ['2026-04-27', { reason: 'compensation', name: 'Giỗ Tổ Hùng Vương' }],
    ['2026-08-31', { reason: 'swap', name: 'Quốc khánh' }],
    ['2026-08-22', null],
    ['2026-11-20', null],
  ])('%s', (day, why) => {
    expect(calendar.dayOff(day)).toEqual(why);
  });
});

describe('moving along the calendar', () => {
  it('goes around Tết 2026', () => {
    expect(calendar.previousWorkingDay('2026-02-23')).toBe('2026-02-13');
    expect(calendar.nextWorkingDay('2026-02-13')).toBe('2026-02-23');
    expect(calendar.onOrBefore('2026-02-17')).toBe('2026-02-13');
    expect(calendar.onOrAfter('2026-02-17')).toBe('2026-02-23');
    expect(calendar.addWorkingDays('2026-02-12', 2)).toBe('2026-02-23');
    expect(calendar.workingDaysBetween('2026-02-12', '2026-02-23')).toBe(2);
  });

  it('counts a worked Saturday', () => {
    expect(calendar.nextWorkingDay('2026-08-21')).toBe('2026-08-22');
  });

  it('stays on a working day, and finds the nearest one from a day off', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [before, after] = [calendar.onOrBefore(day), calendar.onOrAfter(day)];
        expect(calendar.isWorkingDay(before) && calendar.isWorkingDay(after)).toBe(true);
        if (calendar.isWorkingDay(day)) expect([before, after]).toEqual([day, day]);
        else expect(calendar.nextWorkingDay(before)).toBe(after);
        expect(calendar.previousWorkingDay(day) < day).toBe(true);
        expect(calendar.nextWorkingDay(day) > day).toBe(true);
      }),
    );
  });

  it('counts back what it added', () => {
    fc.assert(
      fc.property(someDay, someDays, (day, n) => {
        expect(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, n))).toBe(n);
      }),
    );
  });
});

describe('an office of its own mind', () => {
  const office = new WorkingCalendar({
    daysOff: [{ day: '2026-11-20', name: 'Ngày truyền thống của phường' }],
    workedDays: ['2026-11-21', '2026-11-24'],
  });

  it('goes before the law and the announcements', () => {
    expect(office.dayOff('2026-11-20')).toEqual({ reason: 'swap', name: 'Ngày truyền thống của phường' });
    expect(office.isWorkingDay('2026-11-21')).toBe(true);
    expect(office.isWorkingDay('2026-11-24')).toBe(true);
  });

  it('changes nothing for the others', () => {
    expect(calendar.isWorkingDay('2026-11-20')).toBe(true);
    expect(calendar.isWorkingDay('2026-11-24')).toBe(false);
  });
});
