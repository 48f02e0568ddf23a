/** The days off of a year for everybody: weekends, holidays, days in lieu of holidays, and swaps. */
import { addDays, type Day, weekdayOf, yearOf } from '../day.ts';
import { ANNOUNCEMENTS } from './announcements.ts';
import { holidaysOf } from './holidays.ts';

export interface DayOff {
  /**
   * compensation: a day in lieu of a holiday that fell on a weekend (nghỉ bù).
   * swap: a working day given off by the year's announcement (hoán đổi) or by the office itself.
   */
  reason: 'weekend' | 'holiday' | 'compensation' | 'swap';
  /** In Vietnamese: the day of the week, or the holiday that it is, makes up for or lengthens. */
  name: string;
}

/** An announcement may swap a day of one year for a Saturday of the next, so swaps are looked up across years. */
const SWAPS = Object.values(ANNOUNCEMENTS).flatMap((announcement) => announcement.swaps);
const WORKED_SATURDAYS = new Set(SWAPS.map((swap) => swap.worked));

const WEEKEND_NAMES: Readonly<Record<number, string>> = { 6: 'Thứ Bảy', 7: 'Chủ nhật' };

const byYear = new Map<number, ReadonlyMap<Day, DayOff>>();

export function daysOffOf(year: number): ReadonlyMap<Day, DayOff> {
  let daysOff = byYear.get(year);
  if (!daysOff) {
    daysOff = computeDaysOff(year);
    byYear.set(year, daysOff);
  }
  return daysOff;
}

function computeDaysOff(year: number): ReadonlyMap<Day, DayOff> {
  const daysOff = new Map<Day, DayOff>();
  for (const { off, joins } of SWAPS) daysOff.set(off, { reason: 'swap', name: joins });

  const holidays = holidaysOf(year);
  for (const { day, name } of holidays) daysOff.set(day, { reason: 'holiday', name });

  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const name = WEEKEND_NAMES[weekdayOf(day)];
    if (name && !daysOff.has(day) && !WORKED_SATURDAYS.has(day))
      daysOff.set(day, { reason: 'weekend', name });
  }

  // Bộ luật Lao động 2019, Điều 111.3. Two holidays on one weekend are made up on two days.
  for (const { day, name } of holidays) {
    if (weekdayOf(day) < 6) continue;
    let inLieu = addDays(day, 1);
    while (daysOff.has(inLieu)) inLieu = addDays(inLieu, 1);
    daysOff.set(inLieu, { reason: 'compensation', name });
  }
  return daysOff;
}
