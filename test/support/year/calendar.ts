/** Days, as a person with a wall calendar of 2026 finds them. */

/** "2026-02-13" */
export type Day = string;

/** Besides weekends: Tết, the others and those in lieu. */
const DAYS_OFF = new Set([
  '2026-01-01',
  '2026-01-02',
  ...['16', '17', '18', '19', '20'].map((day) => `2026-02-${day}`),
  '2026-04-27',
  '2026-04-30',
  '2026-05-01',
  '2026-08-31',
  '2026-09-01',
  '2026-09-02',
  '2026-11-24',
  '2027-01-01',
]);

/** Saturdays worked instead of 02/01 and 31/8. */
const WORKED = new Set(['2026-01-10', '2026-08-22']);

const DAY_MS = 86_400_000;

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysFrom(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** 1 is Monday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function isWorked(day: Day): boolean {
  return WORKED.has(day) || (weekdayOf(day) < 6 && !DAYS_OFF.has(day));
}

/** The day itself, or the last one worked before it. */
export function workedUpTo(day: Day): Day {
  return isWorked(day) ? day : workedUpTo(plusDays(day, -1));
}

/** The day itself, or the first one worked after it. */
export function workedFrom(day: Day): Day {
  return isWorked(day) ? day : workedFrom(plusDays(day, 1));
}

/** Counted from the day after. */
export function plusWorkedDays(day: Day, days: number): Day {
  return days === 0 ? day : plusWorkedDays(workedFrom(plusDays(day, 1)), days - 1);
}

export function daysBetween(from: Day, to: Day): Day[] {
  return from > to ? [] : [from, ...daysBetween(plusDays(from, 1), to)];
}

export function lastOfMonth(month: string): Day {
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10);
}

/** As it is written in a message on that day. */
export function written(day: Day, today: Day): string {
  const [year, month, dayOfMonth] = day.split('-');
  return year === today.slice(0, 4) ? `${dayOfMonth}/${month}` : `${dayOfMonth}/${month}/${year}`;
}

/** "05/3/2026", with its year always. */
export function inFull(day: Day): string {
  return written(day, '');
}
