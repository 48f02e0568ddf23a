/**
 * Kỳ báo cáo: the stretch of days that a paper going up speaks of. Many provinces close a month's data before its end, on
 * the 14th say: then November runs from 15/10 to 14/11, and the year ends on 14/12.
 */
import { addDays, clampedDayOf, type Day, monthOf, yearOf } from './day.ts';
import type { Period, PeriodAsked, Side, SpanUnit } from './period.ts';
import { chosenDays, daysOf, MONTHS_IN, STEPS, yearAsked } from './period-days.ts';

/** Of which there are papers by name; of any others by their days. */
export type ReportingUnit = Exclude<SpanUnit, 'week'>;

export interface ReportingPeriod extends Period {
  unit: ReportingUnit | 'dates';
  /** The fourth quarter is 4; 0 for chosen dates. */
  ordinal: number;
  year: number;
}

/**
 * Without a year it is the latest that has begun.
 *
 * @param closingDay the last day of a month's data; the 31st is every month's end
 * @returns null where there is no such period: "quý 5", "từ 31/02", an end before the beginning
 */
export function reportingPeriod(asked: PeriodAsked, today: Day, closingDay: number): ReportingPeriod | null {
  switch (asked.unit) {
    case 'month':
    case 'quarter':
    case 'half':
    case 'nine-months':
    case 'year':
      return typeof asked.which === 'string'
        ? periodNear(asked.unit, asked.which, today, closingDay)
        : named(asked.unit, asked.which, yearAsked(asked.year, today), today, closingDay);
    case 'months':
      return severalMonths(asked, today, closingDay);
    case 'dates':
      return byDays(latestDays(asked, today));
    default:
      return byDays(daysOf(asked, today));
  }
}

export function wholeYear(year: number, closingDay: number): ReportingPeriod {
  return ofMonths('year', 1, year, closingDay);
}

/** Whatever is of interest still: since the beginning of last year. */
export function latelyUntil(today: Day): ReportingPeriod {
  const year = yearOf(today);
  return { unit: 'dates', ordinal: 0, year, from: `${year - 1}-01-01`, to: today };
}

export function isWithin(day: Day, { from, to }: Period): boolean {
  return day >= from && day <= to;
}

function named(
  unit: ReportingUnit,
  which: number,
  year: number | null,
  today: Day,
  closingDay: number,
): ReportingPeriod | null {
  if (which < 1 || which * MONTHS_IN[unit] > 12) return null;
  const period = ofMonths(unit, which, year ?? yearOf(today), closingDay);
  const isToCome = year === null && period.from > today;
  return isToCome ? ofMonths(unit, which, yearOf(today) - 1, closingDay) : period;
}

/** By the calendar's name: on 20/11 "tháng này" is November, though its data are closed. */
function periodNear(unit: ReportingUnit, which: Side, today: Day, closingDay: number): ReportingPeriod {
  const inYear = Math.floor(12 / MONTHS_IN[unit]);
  const now = Math.min(inYear - 1, Math.floor((monthOf(today) - 1) / MONTHS_IN[unit]));
  const count = yearOf(today) * inYear + now + STEPS[which];
  return ofMonths(unit, (count % inYear) + 1, Math.floor(count / inYear), closingDay);
}

function severalMonths(
  { first, last, year }: Extract<PeriodAsked, { unit: 'months' }>,
  today: Day,
  closingDay: number,
): ReportingPeriod | null {
  const from = named('month', first, yearAsked(year, today), today, closingDay);
  if (from === null || last < first || last > 12) return null;
  return byDays({ from: from.from, to: ofMonths('month', last, from.year, closingDay).to });
}

function ofMonths(unit: ReportingUnit, ordinal: number, year: number, closingDay: number): ReportingPeriod {
  const last = ordinal * MONTHS_IN[unit];
  const before = last - MONTHS_IN[unit];
  const closedBefore =
    before === 0 ? clampedDayOf(year - 1, 12, closingDay) : clampedDayOf(year, before, closingDay);
  return { unit, ordinal, year, from: addDays(closedBefore, 1), to: clampedDayOf(year, last, closingDay) };
}

/** Without a year the latest that have begun. */
function latestDays(asked: Extract<PeriodAsked, { unit: 'dates' }>, today: Day): Period | null {
  const period = chosenDays(asked, yearOf(today));
  const isYearSaid = /\d[/.-]\d+[/.-]\d/.test(`${asked.from} ${asked.to}`);
  return period && !isYearSaid && period.from > today ? chosenDays(asked, yearOf(today) - 1) : period;
}

function byDays(period: Period | null): ReportingPeriod | null {
  return period && { unit: 'dates', ordinal: 0, year: yearOf(period.to), ...period };
}
