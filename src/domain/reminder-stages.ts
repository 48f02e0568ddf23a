/**
 * When a due date is spoken of, and to whom. One due date passes through stages in this order:
 *
 *   T-7, T-3, T-1   that many calendar days before it
 *   due             on the day
 *   overdue+1, +3…  on the 1st, the 3rd … working day after it
 *
 * A due date on a day off stays as written, but is counted down to the last working day before it. No stage falls on
 * a day off: what comes before the date goes out on the working day before, and overdue days are working days.
 * When days off push two stages onto one day, the later stage speaks for both.
 *
 * An office that rolls due dates forward passes `calendar.onOrAfter(lastDay)` as the last day.
 */
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, clampedDayOf, type Day, daysBetween, monthOf, yearOf } from './day.ts';

/**
 * Part of a reminder's unique key and of the public contract: stored, so never renamed.
 * "overdue+3" is the 3rd working day after the last allowed day. "ask" is the question once a month, for tasks
 * without a due date.
 */
export type Stage = `T-${number}` | 'due' | `overdue+${number}` | 'ask';

export interface StageSettings {
  /** Calendar days before the last allowed day, each 1 or more. */
  daysBefore: number[];
  /** Whether to remind on the day itself. */
  onTheDay: boolean;
  /** 1 or more. 2: on the 1st, 3rd, 5th … working day after the last allowed day. */
  overdueEveryWorkingDays: number;
  /** The overdue day, 1 for the first, from which the head of the unit is told as well. */
  unitHeadFromOverdueDay: number;
  leaderFromOverdueDay: number;
  /** The monthly question comes before this day of the month; where a month lacks it, before the month's last day. */
  monthlyAskBeforeDay: number;
}

export const DEFAULT_STAGE_SETTINGS: Readonly<StageSettings> = {
  daysBefore: [7, 3, 1],
  onTheDay: true,
  overdueEveryWorkingDays: 2,
  unitHeadFromOverdueDay: 1,
  leaderFromOverdueDay: 3,
  monthlyAskBeforeDay: 30,
};

export interface ScheduledStage {
  stage: Stage;
  /** Always a working day. */
  sendOn: Day;
}

/** The stages that go out from `window.from` to `window.to`, both included, in order; at most one a day. */
export function stagesOf(
  lastDay: Day,
  settings: StageSettings,
  calendar: WorkingCalendar,
  window: { from: Day; to: Day },
): ScheduledStage[] {
  return stagesUntil(window.to, lastDay, settings, calendar).filter(({ sendOn }) => sendOn >= window.from);
}

/**
 * The latest stage that should have gone out by `today`, or null when it is too early for any. After an outage this
 * is the one thing to say: the present state, not each stage that was missed.
 */
export function currentStage(
  lastDay: Day,
  today: Day,
  settings: StageSettings,
  calendar: WorkingCalendar,
): ScheduledStage | null {
  return stagesUntil(today, lastDay, settings, calendar).at(-1) ?? null;
}

function stagesUntil(
  to: Day,
  lastDay: Day,
  settings: StageSettings,
  calendar: WorkingCalendar,
): ScheduledStage[] {
  const dueOn = calendar.onOrBefore(lastDay);
  const byDay = new Map<Day, Stage>();
  for (const days of settings.daysBefore.toSorted((a, b) => b - a)) {
    byDay.set(calendar.onOrBefore(addDays(dueOn, -days)), `T-${days}`);
  }
  if (settings.onTheDay) byDay.set(dueOn, 'due');
  const inTime = [...byDay]
    .map(([sendOn, stage]) => ({ stage, sendOn }))
    .filter(({ sendOn }) => sendOn <= to);
  return lastDay < to ? [...inTime, ...overdueStagesUntil(to, lastDay, settings, calendar)] : inTime;
}

function overdueStagesUntil(
  to: Day,
  lastDay: Day,
  { overdueEveryWorkingDays: step }: StageSettings,
  calendar: WorkingCalendar,
): ScheduledStage[] {
  // A step of 0 would never get anywhere.
  if (step < 1) throw new RangeError(`overdueEveryWorkingDays is ${step}: set it to 1 or more`);
  const stages: ScheduledStage[] = [];
  let overdueDay = 1;
  let sendOn = calendar.nextWorkingDay(lastDay);
  while (sendOn <= to) {
    stages.push({ stage: `overdue+${overdueDay}`, sendOn });
    overdueDay += step;
    sendOn = calendar.addWorkingDays(sendOn, step);
  }
  return stages;
}

/**
 * The latest last day of which any stage may have come by `today`, a working day: what falls due later needs no look.
 *
 * @param settings of the office and of its plans
 */
export function latestDayInSight(today: Day, settings: StageSettings[], calendar: WorkingCalendar): Day {
  const earliest = Math.max(0, ...settings.flatMap(({ daysBefore }) => daysBefore));
  // Its first stage goes out today still: counted back from its last working day it comes before the next one.
  const latestDueOn = addDays(calendar.nextWorkingDay(today), earliest - 1);
  return addDays(calendar.nextWorkingDay(latestDueOn), -1);
}

export interface Audience {
  officers: boolean;
  unitHead: boolean;
  leader: boolean;
}

export function audienceOf(stage: Stage, settings: StageSettings): Audience {
  const overdueDay = overdueDayOf(stage);
  return {
    officers: true,
    unitHead: overdueDay >= settings.unitHeadFromOverdueDay,
    leader: overdueDay >= settings.leaderFromOverdueDay,
  };
}

/** How many working days overdue a stage says the task is; 0 when it is not overdue. */
export function overdueDayOf(stage: Stage): number {
  return stage.startsWith('overdue+') ? Number(stage.slice('overdue+'.length)) : 0;
}

/** The colours officials know: quá hạn is red, sắp đến hạn orange, trong hạn green. */
export type Urgency = 'overdue' | 'due-soon' | 'in-time';

const DUE_SOON_DAYS = 3;

export function urgencyOf(lastDay: Day, today: Day, calendar: WorkingCalendar): Urgency {
  const left = daysLeft(lastDay, today, calendar);
  if (left < 0) return 'overdue';
  return left <= DUE_SOON_DAYS ? 'due-soon' : 'in-time';
}

/**
 * Calendar days left, 0 on the day itself, counted to the last working day when the last allowed day is a day off;
 * on the days off in between it stays 0. Negative: calendar days since the last allowed day.
 */
export function daysLeft(lastDay: Day, today: Day, calendar: WorkingCalendar): number {
  if (today > lastDay) return daysBetween(today, lastDay);
  return Math.max(0, daysBetween(today, calendar.onOrBefore(lastDay)));
}

/** A month, "2026-11". */
export type Month = string;

/**
 * When the month's question goes out: to the officers, how a continuous task is getting on; to the clerk, whether a
 * task that waits for guidance has a date by now.
 */
export function monthlyAskOn(month: Month, settings: StageSettings, calendar: WorkingCalendar): Day {
  return calendar.previousWorkingDay(
    clampedDayOf(yearOf(month), monthOf(month), settings.monthlyAskBeforeDay),
  );
}
