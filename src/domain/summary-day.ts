import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, clampedDayOf, type Day, mondayOf, monthOf, weekOf, yearOf } from './day.ts';

/** Tổng hợp tuần, tổng hợp tháng. */
export type SummaryPeriod = 'week' | 'month';

/** Of a week (1 is Monday), of a month; null: never. */
export interface SummaryDays {
  weeklyOn: number | null;
  monthlyOn: number | null;
}

/** A summary that is to be said. */
export interface SummaryDue {
  period: SummaryPeriod;
  /** The week or month whose summary it is: "2026-W48", "2026-11". One of each is said. */
  name: string;
  /** The day that the office has chosen, whether it works on it or not: by it the stretches are counted. */
  countedFrom: Day;
  /** The first working day from then on. */
  sendOn: Day;
}

/**
 * What should have been said by today of the present week or month: a day off moves it to the next working day, into the
 * next week if it must, and what nobody has said by the end of the week is said no more.
 */
export function summaryDue(
  period: SummaryPeriod,
  today: Day,
  { weeklyOn, monthlyOn }: SummaryDays,
  calendar: WorkingCalendar,
): SummaryDue | null {
  const on = period === 'week' ? weeklyOn : monthlyOn;
  if (on === null) return null;
  const start = period === 'week' ? mondayOf(today) : clampedDayOf(yearOf(today), monthOf(today), 1);
  const chosen = [addDays(start, -1), start].map((day) =>
    period === 'week' ? addDays(mondayOf(day), on - 1) : clampedDayOf(yearOf(day), monthOf(day), on),
  );
  const due = latestOf(chosen, { start, today }, calendar);
  if (due === null) return null;
  const { countedFrom } = due;
  return { period, name: period === 'week' ? weekOf(countedFrom) : countedFrom.slice(0, 7), ...due };
}

/** The day after a month's data are closed, by the same rule; `name` is the month that is closed. */
export function closingDue(
  today: Day,
  closingDay: number,
  calendar: WorkingCalendar,
): Omit<SummaryDue, 'period'> | null {
  const start = clampedDayOf(yearOf(today), monthOf(today), 1);
  const closed = [addDays(start, -1), start].map((day) =>
    clampedDayOf(yearOf(day), monthOf(day), closingDay),
  );
  const due = latestOf(
    closed.map((day) => addDays(day, 1)),
    { start, today },
    calendar,
  );
  return due && { name: addDays(due.countedFrom, -1).slice(0, 7), ...due };
}

function latestOf(
  chosen: Day[],
  { start, today }: { start: Day; today: Day },
  calendar: WorkingCalendar,
): { countedFrom: Day; sendOn: Day } | null {
  const due = chosen
    .map((countedFrom) => ({ countedFrom, sendOn: calendar.onOrAfter(countedFrom) }))
    .findLast(({ sendOn }) => sendOn >= start && sendOn <= today);
  return due ?? null;
}

/** Both days belong to it. */
export interface Stretch {
  from: Day;
  to: Day;
}

/** The stretch that is over, the one before it, and the one that begins: from chosen day to chosen day. */
export function stretchesOf(
  period: SummaryPeriod,
  countedFrom: Day,
): { before: Stretch; last: Stretch; next: Stretch } {
  const [twoBack, oneBack, now, ahead] = [-2, -1, 0, 1].map((steps) => stepped(period, countedFrom, steps));
  const until = (from = countedFrom, end = countedFrom) => ({ from, to: addDays(end, -1) });
  return { before: until(twoBack, oneBack), last: until(oneBack, now), next: until(now, ahead) };
}

/** The same weekday of another week, the same day of another month. */
function stepped(period: SummaryPeriod, day: Day, steps: number): Day {
  if (period === 'week') return addDays(day, 7 * steps);
  const month = yearOf(day) * 12 + monthOf(day) - 1 + steps;
  return clampedDayOf(Math.floor(month / 12), (month % 12) + 1, Number(day.slice(8)));
}

/** "t2", "thứ hai", "2", "CN", "Monday", folded; null: none. */
export function weekdayIn(said: string): number | null {
  const word = said.replace(/^(?:thu|ngay|t)\s*(?=hai|ba|tu|nam|sau|bay|[2-7]$)/, '').trim();
  const at = WEEKDAYS.findIndex((names) => names.includes(word));
  return at < 0 ? null : at + 1;
}

const WEEKDAYS = [
  ['hai', '2', 'dau tuan', 'monday', 'mon'],
  ['ba', '3', 'tuesday', 'tue'],
  ['tu', '4', 'wednesday', 'wed'],
  ['nam', '5', 'thursday', 'thu'],
  ['sau', '6', 'friday', 'fri'],
  ['bay', '7', 'saturday', 'sat'],
  ['cn', 'chu nhat', 'sunday', 'sun'],
];
