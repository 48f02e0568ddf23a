/** What an office decides for itself. What it has not decided is as in {@link OfficeRules} everywhere. */
import { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import type { StageSettings } from './reminder-stages.ts';
import type { SummaryDays } from './summary-day.ts';
import type { DaysSwapped } from './swap-said.ts';

/** When an office is reminded of what. */
export interface OfficeRules extends SummaryDays {
  stages: StageSettings;
  /** Of plans that have others, by their ids. */
  ofPlans?: { [planId: string]: StageSettings };
  calendar: WorkingCalendar;
  /** The morning notice, on the office's clock: "07:45". */
  remindFrom: string;
  /** After this time a notice that was missed waits for the next working morning. */
  remindUntil: string;
  /** The day of the month on which data are closed: the 15th belongs to the next month. */
  closingDay: number;
}

/** When is reminded of a date, and who hears; also of a single plan. */
export interface StageChoices {
  daysBefore?: number[];
  overdueEveryWorkingDays?: number;
  /** Null: never. */
  unitHeadFromOverdueDay?: number | null;
  leaderFromOverdueDay?: number | null;
}

export const STAGE_CHOICES = [
  'daysBefore',
  'overdueEveryWorkingDays',
  'unitHeadFromOverdueDay',
  'leaderFromOverdueDay',
] as const satisfies (keyof StageChoices)[];

export interface OfficeSettings extends StageChoices {
  remindFrom?: string;
  remindUntil?: string;
  monthlyAskBeforeDay?: number;
  closingDay?: number;
  /** When the summaries come; null: never. */
  weeklyOn?: number | null;
  monthlyOn?: number | null;
  /** A report counts only once it is accepted. */
  acceptFirst?: boolean;
  /** Days on which this office does not work, and days off on which it does. */
  daysOff?: Day[];
  workedDays?: Day[];
  /** Hoán đổi: days on which it does not work, each with the day worked instead. */
  swaps?: DaysSwapped[];
  /** What plans, by their ids, have otherwise. */
  plans?: { [planId: string]: StageChoices };
}

export type SettingName = keyof OfficeSettings;

const NEVER = Number.MAX_SAFE_INTEGER;

/** The rules by which an office is reminded. */
export function rulesOf(rules: OfficeRules, settings: OfficeSettings): OfficeRules {
  const { daysOff = [], workedDays = [], swaps = [], plans = {} } = settings;
  const off = [...daysOff, ...swaps.map((one) => one.off)];
  const worked = [...workedDays, ...swaps.map((one) => one.worked)];
  const monthlyAskBeforeDay = settings.monthlyAskBeforeDay ?? rules.stages.monthlyAskBeforeDay;
  const stages = { ...chosen(rules.stages, settings), monthlyAskBeforeDay };
  return {
    stages,
    ofPlans: Object.fromEntries(Object.entries(plans).map(([id, own]) => [id, chosen(stages, own)])),
    calendar: off.length + worked.length > 0 ? calendarWith(off, worked) : rules.calendar,
    remindFrom: settings.remindFrom ?? rules.remindFrom,
    remindUntil: settings.remindUntil ?? rules.remindUntil,
    closingDay: settings.closingDay ?? rules.closingDay,
    weeklyOn: settings.weeklyOn === undefined ? rules.weeklyOn : settings.weeklyOn,
    monthlyOn: settings.monthlyOn === undefined ? rules.monthlyOn : settings.monthlyOn,
  };
}

/** Reminders would begin after they end, and none would go out. */
export function hoursCross(rules: OfficeRules, settings: OfficeSettings): boolean {
  const { remindFrom, remindUntil } = rulesOf(rules, settings);
  return remindFrom >= remindUntil;
}

/** Why a day cannot be off instead of worked, or worked instead of off. */
export interface DayRefusal {
  /** swapped: it is part of another swap. */
  why: 'off-anyway' | 'worked-anyway' | 'swapped';
  day: Day;
}

/** Of the days that are new: a swap is of a working day and a day off, each in no other; a day worked is a day off. */
export function dayRefused(
  rules: OfficeRules,
  before: OfficeSettings,
  after: OfficeSettings,
): DayRefusal | null {
  const { calendar } = rulesOf(rules, before);
  const former = before.swaps ?? [];
  const isSwapped = (day: Day) => former.some(({ off, worked }) => off === day || worked === day);
  const added = (after.swaps ?? []).filter(
    (swap) => !former.some(({ off, worked }) => off === swap.off && worked === swap.worked),
  );
  const swapped = added.flatMap(({ off, worked }) => [off, worked]).find(isSwapped);
  if (swapped !== undefined) return { why: 'swapped', day: swapped };
  const off = added.map((swap) => swap.off).find((day) => !calendar.isWorkingDay(day));
  if (off !== undefined) return { why: 'off-anyway', day: off };
  const made = (after.workedDays ?? []).filter((day) => !before.workedDays?.includes(day));
  const worked = [...added.map((swap) => swap.worked), ...made].find((day) => calendar.isWorkingDay(day));
  return worked === undefined ? null : { why: 'worked-anyway', day: worked };
}

function chosen(stages: StageSettings, own: StageChoices): StageSettings {
  return {
    ...stages,
    daysBefore: own.daysBefore ?? stages.daysBefore,
    overdueEveryWorkingDays: own.overdueEveryWorkingDays ?? stages.overdueEveryWorkingDays,
    unitHeadFromOverdueDay: dayOr(own.unitHeadFromOverdueDay, stages.unitHeadFromOverdueDay),
    leaderFromOverdueDay: dayOr(own.leaderFromOverdueDay, stages.leaderFromOverdueDay),
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
