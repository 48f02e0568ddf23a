import { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Day, instantAt, officeClockAt, officeDayAt } from '../../domain/day.ts';
import type { OfficeRules } from '../../domain/office-settings.ts';
import { DEFAULT_STAGE_SETTINGS } from '../../domain/reminder-stages.ts';

export type { OfficeRules } from '../../domain/office-settings.ts';

export const defaultRules: OfficeRules = {
  stages: DEFAULT_STAGE_SETTINGS,
  calendar: new WorkingCalendar(),
  remindFrom: '07:45',
  remindUntil: '17:30',
  closingDay: 14,
  weeklyOn: 1,
  monthlyOn: 1,
};

/** The office's day if reminders may go out at that moment; null on days off, early and late. */
export function dayAtWork(at: Date, { calendar, remindFrom, remindUntil }: OfficeRules): Day | null {
  const clock = officeClockAt(at);
  const day = officeDayAt(at);
  return clock < remindFrom || clock > remindUntil || !calendar.isWorkingDay(day) ? null : day;
}

/** When reminders begin next. */
export function nextMorning(at: Date, { calendar, remindFrom }: OfficeRules): Date {
  const today = officeDayAt(at);
  const isOver = officeClockAt(at) >= remindFrom;
  return instantAt(isOver ? calendar.nextWorkingDay(today) : calendar.onOrAfter(today), remindFrom);
}
