/** The dates a deadline stands for. */
import {
  addDays,
  clampedDayOf,
  type Day,
  dayOf,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../day.ts';
import type { Deadline, RecurringDeadline } from './deadline.ts';
import { lunarDaysOf } from './lunar-occurrences.ts';
import { weekdayOfMonth, workingDayOfMonth } from './month-days.ts';

export interface DeadlineOccurrence {
  /** Null where the text states no beginning. */
  firstDay: Day | null;
  statedDay: Day;
  lastDay: Day;
  time: string | null;
  strictBefore: boolean;
}

/**
 * All dates whose last day falls in the window, in order. Empty for what has no date of its own: continuous, external,
 * relative, none. A rule that counts working days needs `isWorkingDay`; without it there is no date to give.
 */
export function occurrencesOf(
  deadline: Deadline,
  window: { from: Day; to: Day },
  isWorkingDay?: (day: Day) => boolean,
): DeadlineOccurrence[] {
  return datesOf(deadline, window, isWorkingDay)
    .filter(({ lastDay }) => lastDay >= window.from && lastDay <= window.to)
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : Number(a.lastDay > b.lastDay)));
}

/** The dates whose stated day lies in that calendar year: "ngày 05 của tháng sau" gives 05/01 to 05/12. */
export function occurrencesInYear(deadline: Deadline, year: number): DeadlineOccurrence[] {
  const window = { from: `${year - 1}-12-01`, to: `${year}-12-31` };
  return occurrencesOf(deadline, window).filter(({ statedDay }) => yearOf(statedDay) === year);
}

function datesOf(
  deadline: Deadline,
  window: { from: Day; to: Day },
  isWorkingDay?: (day: Day) => boolean,
): DeadlineOccurrence[] {
  switch (deadline.kind) {
    case 'date':
      return singleDate(deadline, null, deadline.time);
    case 'period':
      return singleDate(deadline, deadline.firstDay, deadline.time ?? null);
    case 'multiple':
      return deadline.parts.flatMap((part) => datesOf(part, window, isWorkingDay));
    case 'recurring':
      return recurringDates(deadline, window, isWorkingDay);
    default:
      return [];
  }
}

function singleDate(
  { statedDay, lastDay, strictBefore }: { statedDay: Day | null; lastDay: Day | null; strictBefore: boolean },
  firstDay: Day | null,
  time: string | null,
): DeadlineOccurrence[] {
  if (statedDay === null || lastDay === null) return [];
  return [{ firstDay, statedDay, lastDay, time, strictBefore }];
}

function recurringDates(
  rule: RecurringDeadline,
  window: { from: Day; to: Day },
  isWorkingDay?: (day: Day) => boolean,
): DeadlineOccurrence[] {
  // the stated day may be the day after the last day allowed
  const days = { from: window.from, to: addDays(window.to, 1) };
  const { since, until } = rule;
  return datesOfRule(rule, days, isWorkingDay).filter(
    ({ statedDay }) =>
      (since === undefined || statedDay >= since) && (until === undefined || statedDay <= until),
  );
}

function datesOfRule(
  rule: RecurringDeadline,
  days: { from: Day; to: Day },
  isWorkingDay?: (day: Day) => boolean,
): DeadlineOccurrence[] {
  if (rule.lunar) return lunarDaysOf(rule, days).map((day) => occurrence(rule, null, day, rule.strictBefore));
  if (rule.frequency === 'daily') return everyDay(rule, days, isWorkingDay);
  if (rule.frequency === 'weekly') return everyWeek(rule, days);
  if (rule.workingDay && !isWorkingDay) return [];
  return monthsWithin(days).flatMap(({ year, month }) => datesInMonth(rule, year, month, isWorkingDay));
}

function everyDay(
  rule: RecurringDeadline,
  { from, to }: { from: Day; to: Day },
  isWorkingDay?: (day: Day) => boolean,
): DeadlineOccurrence[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  const counted = isWorkingDay ? days.filter(isWorkingDay) : days;
  return counted.map((day) => occurrence(rule, day, day, false));
}

/** Without a weekday the week's last day counts: weeks run from Monday to Sunday. */
function everyWeek(rule: RecurringDeadline, { from, to }: { from: Day; to: Day }): DeadlineOccurrence[] {
  const written = rule.weekdays ?? (rule.weekday === undefined ? null : [rule.weekday]);
  return (written ?? [7]).flatMap((weekday) => {
    const found: DeadlineOccurrence[] = [];
    let day = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
    for (; day <= to; day = addDays(day, 7)) {
      found.push(
        occurrence(rule, written ? null : addDays(day, -6), day, written !== null && rule.strictBefore),
      );
    }
    return found;
  });
}

function monthsWithin({ from, to }: { from: Day; to: Day }): { year: number; month: number }[] {
  const start = yearOf(from) * 12 + monthOf(from) - 1;
  const end = yearOf(to) * 12 + monthOf(to) - 1;
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => ({
    year: Math.floor((start + index) / 12),
    month: ((start + index) % 12) + 1,
  }));
}

function datesInMonth(
  rule: RecurringDeadline,
  year: number,
  month: number,
  isWorkingDay?: (day: Day) => boolean,
): DeadlineOccurrence[] {
  if (rule.dates) {
    return rule.dates
      .filter((date) => date.month === month)
      .map((date) => onDay(rule, year, month, date.day));
  }
  if (!dueMonths(rule).includes(month)) return [];
  const { weekday, weekdayPosition = 1 } = rule;
  if (weekday !== undefined)
    return [occurrence(rule, null, weekdayOfMonth(year, month, weekday, weekdayPosition), rule.strictBefore)];
  const days = rule.days ?? (rule.day === undefined ? null : [rule.day]);
  if (days === null) return [endOfPeriod(rule, year, month)];
  if (rule.workingDay && isWorkingDay) {
    const stated = days.map((day) => workingDayOfMonth(year, month, day, isWorkingDay));
    return stated.flatMap((day) => (day ? [occurrence(rule, null, day, rule.strictBefore)] : []));
  }
  return days.map((day) => onDay(rule, year, month, day));
}

function dueMonths(rule: RecurringDeadline): number[] {
  if (rule.months) return rule.months;
  if (rule.month !== undefined) return [rule.month];
  if (rule.frequency === 'monthly') return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  if (rule.frequency === 'quarterly') return [0, 3, 6, 9].map((start) => start + (rule.monthInQuarter ?? 3));
  return rule.frequency === 'semiannual' ? [6, 12] : [12];
}

/** A day the month lacks is its last day, and then the whole month is allowed, "trước" or not. */
function onDay(rule: RecurringDeadline, year: number, month: number, day: number): DeadlineOccurrence {
  const clamped = day > 0 && dayOf(year, month, day) === null;
  const stated = day > 0 ? clampedDayOf(year, month, day) : lastDayOfMonth(year, month);
  return occurrence(rule, null, stated, rule.strictBefore && !clamped);
}

function endOfPeriod(rule: RecurringDeadline, year: number, month: number): DeadlineOccurrence {
  const named = [rule.months, rule.month, rule.monthInQuarter].some((value) => value !== undefined);
  const length = named
    ? 1
    : { monthly: 1, quarterly: 3, semiannual: 6, yearly: 12, weekly: 1, daily: 1 }[rule.frequency];
  const firstDay = clampedDayOf(year, month - length + 1, 1);
  return occurrence(rule, firstDay, lastDayOfMonth(year, month), false);
}

function occurrence(
  rule: RecurringDeadline,
  firstDay: Day | null,
  statedDay: Day,
  strict: boolean,
): DeadlineOccurrence {
  const lastDay = strict && rule.time === null ? addDays(statedDay, -1) : statedDay;
  return { firstDay, statedDay, lastDay, time: rule.time, strictBefore: rule.strictBefore };
}
