/** Days of a month told by their place: "thứ Sáu cuối cùng của tháng", "ngày làm việc đầu tiên". */
import { addDays, clampedDayOf, type Day, daysBetween, lastDayOfMonth, weekdayOf } from '../day.ts';

/** @param position 1 to 4 from the month's beginning, -1 is the last. */
export function weekdayOfMonth(year: number, month: number, weekday: number, position: number): Day {
  const last = lastDayOfMonth(year, month);
  if (position === -1) return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  const first = clampedDayOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (position - 1));
}

/** @param position 1 is the first working day, -1 the last; undefined when the month has not so many. */
export function workingDayOfMonth(
  year: number,
  month: number,
  position: number,
  isWorkingDay: (day: Day) => boolean,
): Day | undefined {
  const first = clampedDayOf(year, month, 1);
  const length = daysBetween(first, lastDayOfMonth(year, month)) + 1;
  const working = Array.from({ length }, (_, index) => addDays(first, index)).filter(isWorkingDay);
  return working.at(position > 0 ? position - 1 : position);
}
