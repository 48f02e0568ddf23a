import { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { DEFAULT_STAGE_SETTINGS, type StageSettings } from '../domain/reminder-stages.ts';

/** When an office is reminded of what. */
export interface OfficeRules {
  stages: StageSettings;
  calendar: WorkingCalendar;
  /** The morning notice, on the office's clock: "07:45". */
  remindFrom: string;
  /** After this time a notice that was missed waits for the next working morning. */
  remindUntil: string;
}

export const defaultRules: OfficeRules = {
  stages: DEFAULT_STAGE_SETTINGS,
  calendar: new WorkingCalendar(),
  remindFrom: '07:45',
  remindUntil: '17:30',
};
