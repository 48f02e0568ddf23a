import { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { type Day, officeClockAt, officeDayAt } from '../domain/day.ts';
import { DEFAULT_STAGE_SETTINGS, type StageSettings } from '../domain/reminder-stages.ts';

/** When an office is reminded of what. */
export interface OfficeRules {
  stages: StageSettings;
  calendar: WorkingCalendar;
  /** The morning notice, on the office's clock: "07:45". */
  remindFrom: string;
  /** After this time a notice that was missed waits for the next working morning. */
  remindUntil: string;
  /** The day of the month on which data are closed: the 15th belongs to the next month. */
  closingDay: number;
}

export const defaultRules: OfficeRules = {
  stages: DEFAULT_STAGE_SETTINGS,
  calendar: new WorkingCalendar(),
  remindFrom: '07:45',
  remindUntil: '17:30',
  closingDay: 14,
};

/** The office's day if reminders may go out at that moment; null on days off, early and late. */
export function dayAtWork(at: Date, { calendar, remindFrom, remindUntil }: OfficeRules): Day | null {
  const clock = officeClockAt(at);
  const day = officeDayAt(at);
  return clock < remindFrom || clock > remindUntil || !calendar.isWorkingDay(day) ? null : day;
}
