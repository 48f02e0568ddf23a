/** What an office decides for itself. What it has not decided is as in {@link OfficeRules} everywhere. */
import { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import type { StageSettings } from './reminder-stages.ts';
import type { SummaryDays } from './summary-day.ts';

/** When an office is reminded of what. */
export interface OfficeRules extends SummaryDays {
  stages: StageSettings;
  calendar: WorkingCalendar;
  /** The morning notice, on the office's clock: "07:45". */
  remindFrom: string;
  /** After this time a notice that was missed waits for the next working morning. */
  remindUntil: string;
  /** The day of the month on which data are closed: the 15th belongs to the next month. */
  closingDay: number;
}

export interface OfficeSettings {
  remindFrom?: string;
  remindUntil?: string;
  daysBefore?: number[];
  overdueEveryWorkingDays?: number;
  /** Null: never. */
  unitHeadFromOverdueDay?: number | null;
  leaderFromOverdueDay?: number | null;
  monthlyAskBeforeDay?: number;
  closingDay?: number;
  /** When the summaries come; null: never. */
  weeklyOn?: number | null;
  monthlyOn?: number | null;
  /** Days on which this office does not work, and days off on which it does. */
  daysOff?: Day[];
  workedDays?: Day[];
}

export type SettingName = keyof OfficeSettings;

const NEVER = Number.MAX_SAFE_INTEGER;

/** The rules by which an office is reminded. */
export function rulesOf(rules: OfficeRules, settings: OfficeSettings): OfficeRules {
  const { stages } = rules;
  const { daysOff, workedDays } = settings;
  return {
    stages: {
      ...stages,
      daysBefore: settings.daysBefore ?? stages.daysBefore,
      overdueEveryWorkingDays: settings.overdueEveryWorkingDays ?? stages.overdueEveryWorkingDays,
      unitHeadFromOverdueDay: dayOr(settings.unitHeadFromOverdueDay, stages.unitHeadFromOverdueDay),
      leaderFromOverdueDay: dayOr(settings.leaderFromOverdueDay, stages.leaderFromOverdueDay),
      monthlyAskBeforeDay: settings.monthlyAskBeforeDay ?? stages.monthlyAskBeforeDay,
    },
    calendar: daysOff || workedDays ? calendarWith(daysOff ?? [], workedDays ?? []) : rules.calendar,
    remindFrom: settings.remindFrom ?? rules.remindFrom,
    remindUntil: settings.remindUntil ?? rules.remindUntil,
    closingDay: settings.closingDay ?? rules.closingDay,
    weeklyOn: settings.weeklyOn === undefined ? rules.weeklyOn : settings.weeklyOn,
    monthlyOn: settings.monthlyOn === undefined ? rules.monthlyOn : settings.monthlyOn,
  };
}

function dayOr(decided: number | null | undefined, otherwise: number): number {
  return decided === null ? NEVER : (decided ?? otherwise);
}

function calendarWith(daysOff: Day[], workedDays: Day[]): WorkingCalendar {
  return new WorkingCalendar({
    daysOff: daysOff.map((day) => ({ day, name: 'nghỉ riêng của cơ quan' })),
    workedDays,
  });
}
