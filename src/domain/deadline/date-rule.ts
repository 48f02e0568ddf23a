/** Dates: from the figures as written to the last day allowed. */
import { lunarMonthLength, lunarToSolar } from '../calendar/lunar.ts';
import { addDays, type Day, dayOf, lastDayOfMonth, writtenDay, yearOf } from '../day.ts';
import type { DateDeadline } from './deadline.ts';
import type { Feast, Marker, WrittenDate } from './lexeme.ts';
import { lunarYearName } from './lunar-year.ts';

export type DateDraft = Omit<DateDeadline, 'text'>;

/** "ngày cuối cùng của tháng 6" */
const LAST_DAY = -1;

/** @returns null when no calendar has that day. */
export function resolveDate(date: WrittenDate, planYear: number): Day | null {
  if (date.lunar)
    return resolveLunar(date.day, date.month, date.year === null ? null : date.year + date.shift, planYear);
  const year = (date.year ?? planYear) + date.shift;
  return date.day === LAST_DAY ? lastDayOfMonth(year, date.month) : dayOf(year, date.month, date.day);
}

export function resolveFeast(feast: Feast, year: number | null, planYear: number): Day | null {
  if (feast.lunar) return resolveLunar(feast.day, feast.month, year, planYear);
  return dayOf(year ?? planYear, feast.month, feast.day);
}

/**
 * Without a year a lunar day is the one that falls in the plan's solar year: 23 tháng Chạp in a plan of 2026 is of
 * the lunar year 2025. The 30th of a month of 29 days is its last day, as people count "30 Tết".
 */
function resolveLunar(day: number, month: number, lunarYear: number | null, planYear: number): Day | null {
  for (const year of lunarYearsOf(lunarYear, planYear)) {
    const length = lunarMonthLength(year, month);
    const lastOfMonth = length !== null && day === 30 ? Math.min(day, length) : day;
    const solar = lunarToSolar({ year, month, day: lastOfMonth, leap: false });
    if (solar !== null && (lunarYear !== null || yearOf(solar) === planYear)) return solar;
  }
  return null;
}

function lunarYearsOf(lunarYear: number | null, planYear: number): number[] {
  return lunarYear === null ? [planYear - 1, planYear] : [lunarYear];
}

/** Whole lunar months, without a year those that begin in the plan's solar year; null when there are none. */
export function resolveLunarMonths(
  first: number,
  last: number,
  lunarYear: number | null,
  planYear: number,
): { firstDay: Day; lastDay: Day } | null {
  for (const year of lunarYearsOf(lunarYear, planYear)) {
    const firstDay = lunarToSolar({ year, month: first, day: 1, leap: false });
    const lastDay = lunarToSolar({ year, month: last, day: lunarMonthLength(year, last) ?? 0, leap: false });
    const isOfPlan = firstDay !== null && (lunarYear !== null || yearOf(firstDay) === planYear);
    if (isOfPlan && lastDay !== null) return { firstDay, lastDay };
  }
  return null;
}

/** "Tết Nguyên đán Bính Ngọ (17/02/2026)". */
export function feastWithDay(feast: Feast, day: Day): string {
  const year = feast.month === 1 && feast.lunar ? ` ${lunarYearName(yearOf(day))}` : '';
  return `${feast.name}${year} (${writtenDay(day)})`;
}

/** A day with the words before it. A time of day allows the stated day itself. */
export function limitedDate(day: Day | null, markers: ReadonlySet<Marker>, time: string | null): DateDraft {
  const strictBefore = markers.has('before');
  const lastDay = day !== null && strictBefore && time === null ? addDays(day, -1) : day;
  const draft: DateDraft = { kind: 'date', lastDay, statedDay: day, strictBefore, time };
  if (markers.has('planned')) draft.tentative = true;
  return draft;
}
