/**
 * The figures of the statistics form. README.md says what they count; whatever shows such figures has them from here.
 */
import { addDays, type Day, officeDayAt } from './day.ts';
import type { SingleDeadline } from './deadline/deadline.ts';
import { occurrencesOf } from './deadline/occurrences.ts';
import { HORIZON_DAYS } from './occurrences-of-task.ts';
import type { Moment } from './open-dates.ts';
import { type ReportFigures, stands } from './report.ts';
import { isWithin, type ReportingPeriod } from './reporting-period.ts';
import { isSettled, leadUnitIds, type Occurrence, plannedDay, type Task } from './task.ts';

export interface ReportOnDate extends ReportFigures {
  occurrenceId: number;
}

/**
 * How a date stands for statistics: by the day that was planned, whatever more time was given.
 * - `in-time`, `late`: done by a report that counts.
 * - `waiting`: reported, and still to be accepted.
 * - `to-come`, `overdue`: not reported by all who owe it.
 */
export type DateStands = 'in-time' | 'late' | 'waiting' | 'to-come' | 'overdue';

/** Tasks of the plan, then the dates given in the period. */
export interface Figures {
  /** Đề ra trong kế hoạch: the tasks of the year's plans. */
  planned: number;
  /** Đã hoàn thành: those of them that are done by the end of the period. */
  plannedDone: number;
  /** Được giao: dates whose planned day is within the period; the sum of the five below. */
  given: number;
  doneInTime: number;
  doneLate: number;
  waiting: number;
  notDoneInTime: number;
  notDoneOverdue: number;
}

/** What is looked at: whose work, in which period, on which day. */
export interface Sight extends Moment {
  period: ReportingPeriod;
  /** The lead unit whose part of the work it is; null: everybody's. */
  unitId: number | null;
}

/** @param reports on these tasks, in the order in which they came */
export function figuresOf(tasks: readonly Task[], reports: readonly ReportOnDate[], sight: Sight): Figures {
  const { period, unitId } = sight;
  // Steps are part of a task, and counted with it.
  const whole = tasks.filter(
    (task) => task.partOf === null && (unitId === null || leadUnitIds(task).includes(unitId)),
  );
  const planned = whole.filter(({ year }) => year === period.year);
  const dates = whole.flatMap((task) => task.occurrences.filter((one) => isGivenIn(one, period)));
  const states = dates.map((one) => dateStands(one, reports, sight));
  const count = (wanted: DateStands) => states.filter((state) => state === wanted).length;
  const beyond = whole.reduce((sum, task) => sum + datesBeyond(task, period, sight).length, 0);
  return {
    planned: planned.length,
    plannedDone: planned.filter((task) => isDoneBy(task, reports, sight)).length,
    given: dates.length + beyond,
    doneInTime: count('in-time'),
    doneLate: count('late'),
    waiting: count('waiting'),
    notDoneInTime: count('to-come') + beyond,
    notDoneOverdue: count('overdue'),
  };
}

/** What was over before the plan came in was given to nobody. */
export function isGivenIn(occurrence: Occurrence, period: ReportingPeriod): boolean {
  return isOwed(occurrence) && isWithin(plannedDay(occurrence), period);
}

export function dateStands(
  occurrence: Occurrence,
  reports: readonly ReportOnDate[],
  sight: Pick<Sight, 'unitId' | 'today'>,
): DateStands {
  const done = doneOn(occurrence, reports, sight.unitId);
  if (done === 'waiting') return 'waiting';
  if (done === null) return sight.today > plannedDay(occurrence) ? 'overdue' : 'to-come';
  return done > plannedDay(occurrence) ? 'late' : 'in-time';
}

/** The day on which all who owe it, or the one unit, had reported; null while they owe it. */
export function doneOn(
  occurrence: Occurrence,
  reports: readonly ReportOnDate[],
  unitId: number | null,
): Day | 'waiting' | null {
  const { state, reportedOn, waitingFor, id } = occurrence;
  const own =
    unitId === null
      ? undefined
      : reports.find((one) => one.occurrenceId === id && stands(one.state) && one.unitIds.includes(unitId));
  if (own && unitId !== null) return waitingFor.includes(unitId) ? 'waiting' : officeDayAt(own.at);
  if (state === 'waiting') return 'waiting';
  return state === 'reported' ? reportedOn : null;
}

/**
 * Whether a task of the plan is done: by the end of the period, every date that it has in its year. Of a task without dates
 * one report will do.
 */
function isDoneBy(task: Task, reports: readonly ReportOnDate[], sight: Sight): boolean {
  const { period, unitId } = sight;
  const isDone = (one: Occurrence) => {
    const day = doneOn(one, reports, unitId);
    return day !== null && day !== 'waiting' && day <= period.to;
  };
  const due = task.occurrences.filter(({ kind }) => kind === 'due');
  if (due.length === 0) return task.occurrences.some(isDone);
  const dates = datesOfPlan(task);
  return dates.length > 0 && dates.every(isDone) && !isMoreToCome(task, sight);
}

/** What the plan's year asks for: a rule goes on into the next one, and is not the plan's affair there. */
function datesOfPlan(task: Task): Occurrence[] {
  const isRule = partsOf(task).some(({ kind }) => kind === 'recurring');
  return task.occurrences.filter((one) => isOwed(one) && !(isRule && plannedDay(one) > yearsEnd(task)));
}

function isMoreToCome(task: Task, moment: Moment): boolean {
  return datesBeyond(task, { from: moment.today, to: yearsEnd(task) }, moment).length > 0;
}

function yearsEnd({ year }: Task): Day {
  return `${year}-12-31`;
}

/** Dates of a rule that are too far ahead to be laid out yet. */
function datesBeyond(
  task: Pick<Task, 'deadline'>,
  { from, to }: { from: Day; to: Day },
  { today, calendar }: Moment,
): Day[] {
  const laidOutTo = addDays(today, HORIZON_DAYS);
  if (to <= laidOutTo) return [];
  const window = { from: from > laidOutTo ? from : addDays(laidOutTo, 1), to };
  const dates = partsOf(task)
    .filter(({ kind }) => kind === 'recurring')
    .flatMap((rule) => occurrencesOf(rule, window, (day) => calendar.isWorkingDay(day)));
  return [...new Set(dates.map(({ lastDay }) => lastDay))];
}

function partsOf({ deadline }: Pick<Task, 'deadline'>): SingleDeadline[] {
  return deadline.kind === 'multiple' ? deadline.parts : [deadline];
}

function isOwed({ kind, state }: Occurrence): boolean {
  return kind === 'due' && state !== 'past';
}

/** How a row of the plan stands in a report of results. */
export interface RowResult {
  /** Of which the report tells. */
  dates: Occurrence[];
  isDone: boolean;
}

/**
 * What a report of results says of a task in a period; null where it is none of its affair. The report of a year has the
 * whole plan of that year; that of a shorter period what was given or done in it, and what has no date.
 */
export function resultIn(task: Task, reports: readonly ReportOnDate[], sight: Sight): RowResult | null {
  const { period, unitId } = sight;
  const isYears = period.unit === 'year';
  if (isYears && task.year !== period.year) return null;
  const isToldIn = (one: Occurrence) => {
    const day = doneOn(one, reports, unitId);
    return isGivenIn(one, period) || (day !== null && day !== 'waiting' && isWithin(day, period));
  };
  const isDone = (one: Occurrence) => ['in-time', 'late'].includes(dateStands(one, reports, sight));
  const due = task.occurrences.filter(({ kind }) => kind === 'due');
  if (due.length === 0) {
    if (!isYears && (task.year !== period.year || wasSettledBefore(task, period))) return null;
    const dates = task.occurrences.filter((one) => isDone(one) && (isYears || isToldIn(one)));
    return { dates, isDone: dates.length > 0 };
  }
  if (isYears) {
    const dates = datesOfPlan(task);
    return { dates, isDone: dates.length > 0 && dates.every(isDone) && !isMoreToCome(task, sight) };
  }
  const dates = due.filter((one) => isOwed(one) && isToldIn(one));
  return dates.length === 0 ? null : { dates, isDone: dates.every(isDone) };
}

/** It never had a date, and somebody has said in an earlier period that it is done. */
function wasSettledBefore(task: Task, { from }: ReportingPeriod): boolean {
  return (
    isSettled(task) && task.occurrences.some(({ reportedOn }) => reportedOn !== null && reportedOn < from)
  );
}
