/**
 * Kỳ báo cáo: the stretch of days that a paper going up speaks of. Many provinces close a month's data before its end, on
 * the 14th say: then November runs from 15/10 to 14/11, and the year ends on 14/12.
 */
import { addDays, clampedDayOf, type Day, dayOf, monthOf, writtenDay, yearOf } from './day.ts';

export type PeriodUnit = 'month' | 'quarter' | 'half' | 'year';

/** As it is asked for; without a year it is the latest that has begun. */
export type PeriodAsked =
  | { unit: PeriodUnit; which: number | 'this' | 'last'; year: number | null }
  /** "1/10", "31/10/2026": as typed. */
  | { unit: 'dates'; from: string; to: string };

/** Both days belong to it. */
export interface ReportingPeriod {
  unit: PeriodUnit | 'dates';
  /** The fourth quarter is 4; 0 for chosen dates. */
  ordinal: number;
  year: number;
  from: Day;
  to: Day;
}

const MONTHS_IN: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * @param closingDay the last day of a month's data; the 31st is every month's end
 * @returns null where there is no such period: "quý 5", "từ 31/02", an end before the beginning
 */
export function reportingPeriod(asked: PeriodAsked, today: Day, closingDay: number): ReportingPeriod | null {
  if (asked.unit === 'dates') return chosenDays(asked, today);
  const { unit, which } = asked;
  if (typeof which === 'string') return periodNow(unit, which === 'last' ? 1 : 0, today, closingDay);
  if (which < 1 || which > 12 / MONTHS_IN[unit]) return null;
  const thisYear = yearOf(today);
  const period = ofMonths(unit, which, asked.year ?? thisYear, closingDay);
  const isToCome = asked.year === null && period.from > today;
  return isToCome ? ofMonths(unit, which, thisYear - 1, closingDay) : period;
}

export function wholeYear(year: number, closingDay: number): ReportingPeriod {
  return ofMonths('year', 1, year, closingDay);
}

/** Whatever is of interest still: since the beginning of last year. */
export function latelyUntil(today: Day): ReportingPeriod {
  const year = yearOf(today);
  return { unit: 'dates', ordinal: 0, year, from: `${year - 1}-01-01`, to: today };
}

export function isWithin(day: Day, { from, to }: Pick<ReportingPeriod, 'from' | 'to'>): boolean {
  return day >= from && day <= to;
}

/** By the calendar's name: on 20/11 "tháng này" is November, though its data are closed. */
function periodNow(unit: PeriodUnit, back: number, today: Day, closingDay: number): ReportingPeriod {
  const inYear = 12 / MONTHS_IN[unit];
  const count = yearOf(today) * inYear + Math.floor((monthOf(today) - 1) / MONTHS_IN[unit]) - back;
  return ofMonths(unit, (count % inYear) + 1, Math.floor(count / inYear), closingDay);
}

function ofMonths(unit: PeriodUnit, ordinal: number, year: number, closingDay: number): ReportingPeriod {
  const last = ordinal * MONTHS_IN[unit];
  const before = last - MONTHS_IN[unit];
  const closedBefore =
    before === 0 ? clampedDayOf(year - 1, 12, closingDay) : clampedDayOf(year, before, closingDay);
  return { unit, ordinal, year, from: addDays(closedBefore, 1), to: clampedDayOf(year, last, closingDay) };
}

function chosenDays({ from, to }: { from: string; to: string }, today: Day): ReportingPeriod | null {
  const [, , toYear] = partsOf(to);
  const [, , fromYear] = partsOf(from);
  const year = toYear ?? fromYear ?? yearOf(today);
  const last = dayIn(to, year);
  const first = dayIn(from, fromYear ?? year);
  if (first === null || last === null) return null;
  // "Từ 15/12 đến 14/1": it began in the year before.
  const begun = first > last && fromYear === null ? dayIn(from, year - 1) : first;
  if (begun === null || begun > last) return null;
  const isToCome = fromYear === null && toYear === null && begun > today;
  if (!isToCome) return { unit: 'dates', ordinal: 0, year: yearOf(last), from: begun, to: last };
  return chosenDays({ from: writtenIn(begun, -1), to: writtenIn(last, -1) }, today);
}

function partsOf(written: string): [day: number, month: number, year: number | null] {
  const [day = 0, month = 0, year = null] = written.split(/[/.-]/).map(Number);
  return [day, month, year !== null && year < 100 ? 2000 + year : year];
}

function dayIn(written: string, year: number): Day | null {
  const [day, month, own] = partsOf(written);
  return dayOf(own ?? year, month, day);
}

function writtenIn(day: Day, years: number): string {
  return writtenDay(`${yearOf(day) + years}${day.slice(4)}`);
}
