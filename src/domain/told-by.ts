import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import type { StageSettings } from './reminder-stages.ts';

/**
 * The working day since whose morning an open date must have been spoken of, be it with whomever: the day itself, or the
 * last working day before one on a day off; once it is overdue, the 1st, 3rd, 5th … working day after it, or however often
 * the office wants. Null: nothing can be expected yet. Counted for itself, so that whoever checks the planner does not
 * make its mistakes.
 * @param today a working day
 */
export function toBeToldBy(
  lastDay: Day,
  today: Day,
  { onTheDay, overdueEveryWorkingDays: step }: StageSettings,
  calendar: WorkingCalendar,
): Day | null {
  const dueOn = calendar.onOrBefore(lastDay);
  if (today < dueOn) return null;
  if (today <= lastDay) return onTheDay ? dueOn : null;
  const overdueDays = calendar.workingDaysBetween(lastDay, today);
  return calendar.addWorkingDays(lastDay, overdueDays - ((overdueDays - 1) % step));
}
