/** Rules that return: which day of which month, from the day, the slot and the frequency a text gives. */
import type { Frequency, RecurringDeadline } from './deadline.ts';
import type { MonthSlot } from './lexeme.ts';

export type RecurringDraft = Omit<RecurringDeadline, 'text'>;

export interface DayOfRule {
  days: number[];
  workingDay: boolean;
  /** "ngày thứ 5": a weekday when the rule is weekly. */
  ordinal: boolean;
}

export interface Strictness {
  strictBefore: boolean;
  time: string | null;
}

/** No day written: the end of each period counts. */
export function everyPeriod(frequency: Frequency, limit: Strictness): RecurringDraft {
  return { kind: 'recurring', frequency, ...limit };
}

/**
 * A day of the month with what tells the month. Where only "hằng quý, trước ngày 25" is said, the quarter's last
 * month is meant; "tháng sau" after a quarter is the first month of the next.
 */
export function dayOfPeriod(
  day: DayOfRule,
  slot: MonthSlot | null,
  stated: Frequency | null,
  limit: Strictness,
): RecurringDraft | null {
  const frequency = frequencyOf(slot, stated);
  if (!frequency) return null;
  const draft: RecurringDraft = { kind: 'recurring', frequency, ...limit };
  if (frequency === 'weekly' && isWeekday(day.days[0]))
    return { ...draft, weekday: weekdayNumber(day.days[0]) };
  if (day.workingDay) draft.workingDay = true;
  if (day.days.length > 1) draft.days = day.days;
  else draft.day = day.days[0];
  return { ...draft, ...monthOf(frequency, slot, day.days[0]) };
}

function frequencyOf(slot: MonthSlot | null, stated: Frequency | null): Frequency | null {
  if (slot?.periodEnd) return stated ?? 'quarterly';
  // "hằng quý … của tháng sau": the slot's month is the coarser period's next
  if (slot?.periodOffset && slot.frequency === 'monthly' && stated && stated !== 'weekly') return stated;
  return slot?.frequency ?? stated;
}

/** The first day of a quarter lies in its first month, any other day of "hằng quý" is taken to be in its last. */
function monthOf(
  frequency: Frequency,
  slot: MonthSlot | null,
  day: number | undefined,
): Partial<RecurringDraft> {
  const offset = slot?.periodOffset ? { periodOffset: slot.periodOffset } : {};
  const atStart = slot?.periodOffset !== undefined || day === 1;
  if (frequency === 'quarterly')
    return { monthInQuarter: slot?.monthInQuarter ?? (atStart ? 1 : 3), ...offset };
  if (frequency === 'semiannual') return { months: atStart ? [1, 7] : [6, 12], ...offset };
  if (frequency === 'yearly') return { month: slot?.month ?? (atStart ? 1 : 12), ...offset };
  return offset;
}

function isWeekday(day: number | undefined): boolean {
  return day !== undefined && day >= 2 && day <= 7;
}

/** Vietnamese counts Monday as the second day of the week. */
function weekdayNumber(day: number | undefined): number {
  return (day ?? 2) - 1;
}

/** "Tháng 6 và tháng 12 hằng năm", "ngày 15 các tháng 3, 6, 9, 12". */
export function inMonths(months: number[], days: number[] | null, limit: Strictness): RecurringDraft {
  const day = days === null ? {} : days.length > 1 ? { days } : { day: days[0] };
  const base = { kind: 'recurring' as const, ...limit, ...day };
  const [first] = months;
  if (months.length === 1 && first !== undefined) return { ...base, frequency: 'yearly', month: first };
  const quarterly =
    months.length === 4 && first !== undefined && months.every((month, index) => month === first + 3 * index);
  if (quarterly) return { ...base, frequency: 'quarterly', monthInQuarter: first };
  return { ...base, frequency: frequencyOfDates(months), months };
}

/** "trước 10/6 và 05/12 hằng năm". */
export function onDates(dates: { day: number; month: number }[], limit: Strictness): RecurringDraft {
  const [first] = dates;
  if (first && dates.every((date) => date.day === first.day)) {
    const months = dates.map((date) => date.month);
    return inMonths(months, [first.day], limit);
  }
  return { kind: 'recurring', frequency: frequencyOfDates(dates.map((date) => date.month)), ...limit, dates };
}

function frequencyOfDates(months: number[]): Frequency {
  if (months.length === 2) return 'semiannual';
  if (months.length === 4) return 'quarterly';
  return months.length === 12 ? 'monthly' : 'yearly';
}

/** "thứ Năm hằng tuần", "thứ Ba và thứ Sáu", "thứ Sáu cuối cùng của tháng". */
export function onWeekdays(weekdays: number[], position: number | null, limit: Strictness): RecurringDraft {
  const days = weekdays.length > 1 ? { weekdays } : { weekday: weekdays[0] };
  if (position === null) return { kind: 'recurring', frequency: 'weekly', ...limit, ...days };
  return { kind: 'recurring', frequency: 'monthly', ...limit, ...days, weekdayPosition: position };
}
