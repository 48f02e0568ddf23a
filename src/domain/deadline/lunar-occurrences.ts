/** Days of rules that follow the lunar calendar: "ngày 15 âm lịch hằng tháng", "10/3 âm lịch hằng năm". */
import { lunarMonthLength, lunarToSolar } from '../calendar/lunar.ts';
import { type Day, yearOf } from '../day.ts';
import type { RecurringDeadline } from './deadline.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Shorter months end with their 29th. */
const LAST_DAY = 30;

/** The rule's days in the window; a lunar year begins up to two months after the solar one. */
export function lunarDaysOf(rule: RecurringDeadline, window: { from: Day; to: Day }): Day[] {
  const found: Day[] = [];
  for (let year = yearOf(window.from) - 1; year <= yearOf(window.to); year += 1) {
    for (const month of MONTHS) found.push(...daysInMonth(rule, year, month));
  }
  return found.filter((day) => day >= window.from && day <= window.to);
}

/** What is due every month is due in a leap month too; a day of the year is kept once. */
function daysInMonth(rule: RecurringDeadline, year: number, month: number): Day[] {
  const leaps = rule.frequency === 'monthly' ? [false, true] : [false];
  const length = lunarMonthLength(year, month);
  return leaps.flatMap((leap) =>
    daysWanted(rule, month).flatMap((wanted) => {
      const day = length !== null && !leap ? Math.min(wanted, length) : wanted;
      return lunarToSolar({ year, month, day, leap }) ?? [];
    }),
  );
}

function daysWanted({ dates, days, day, month, months, frequency }: RecurringDeadline, of: number): number[] {
  if (dates) return dates.filter((date) => date.month === of).map((date) => date.day);
  const named = months ?? (month === undefined ? null : [month]);
  const isDue = named ? named.includes(of) : frequency === 'monthly';
  return isDue ? (days ?? [day ?? LAST_DAY]) : [];
}
