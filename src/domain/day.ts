/**
 * Calendar days of the office, without a clock or a time zone.
 *
 * A `Day` is an ISO calendar date, "2025-11-30". Strings compare in date order, store as they are and read
 * as they are in a log, which is all that most of the code needs; arithmetic goes through Temporal.
 */
import { Temporal } from 'temporal-polyfill';

export type Day = string;

/** The office's time zone: "today" is today there wherever the server stands. */
export const OFFICE_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** The day of that year, month (1-12) and day of month, or null when the calendar has no such day (31/02). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** Like {@link dayOf}, but a day past the month's end is the month's last day (ngày 30 in February). */
export function clampedDayOf(year: number, month: number, dayOfMonth: number): Day {
  return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'constrain' }).toString();
}

const DAY_MS = 24 * 3600_000;

/** Calendars are walked day by day for every task of a country, so this one and its like do without Temporal. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The ISO week, "2026-W01": in the last days of December it may be one of the next year. */
export function weekOf(day: Day): string {
  const { weekOfYear, yearOfWeek } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function lastDayOfMonth(year: number, month: number): Day {
  return clampedDayOf(year, month, 31);
}

/** The office's calendar day at an instant. */
export function officeDayAt(at: Date): Day {
  return officeTime(at).toPlainDate().toString();
}

/** The office's wall clock at an instant, "07:45". */
export function officeClockAt(at: Date): string {
  return officeTime(at).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The instant at which the office's clock shows that time on that day. */
export function instantAt(day: Day, clock: string): Date {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: OFFICE_TIME_ZONE,
    plainTime: Temporal.PlainTime.from(clock),
  });
  return new Date(zoned.epochMilliseconds);
}

/** "30/11/2025", as officials write it. */
export function writtenDay(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** "30/11", where the year is plain from the context. */
export function shortDay(day: Day): string {
  return writtenDay(day).slice(0, 5);
}

function officeTime(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(OFFICE_TIME_ZONE);
}
