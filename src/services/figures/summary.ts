/** What a week or a month has brought, for one screen. */
import { asOf } from '../../domain/as-of.ts';
import type { Day } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import { type Moment, openDates, unitsOwingAny } from '../../domain/open-dates.ts';
import { stateOf } from '../../domain/progress.ts';
import { doneOn } from '../../domain/statistics.ts';
import { type Stretch, type SummaryPeriod, stretchesOf } from '../../domain/summary-day.ts';
import { leadUnitIds, type Occurrence, openOccurrences, type Task, unitsOwing } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import type { Store } from '../ports/store.ts';
import { type ReportedWork, reportedWork } from './reported-work.ts';

export interface Summary {
  period: SummaryPeriod;
  board: OfficeBoard;
  /** Null: the whole office. */
  unit: Unit | null;
  last: Stretch;
  next: Stretch;
  /** Tasks of which something was done in the stretch that is over, and in the one before it. */
  done: Compared;
  /** Tasks that are overdue now, and that were when that stretch began. */
  overdue: Compared;
  /** Tasks with a date in the stretch that begins, still to be reported. */
  due: number;
  /** Of the whole office, units that have any of it. */
  byUnit: { unit: Unit; done: number; overdue: number; due: number }[];
  /** What has been overdue longest, the longest first. */
  longest: { task: Task; dates: Occurrence[]; owing: number[] }[];
}

export interface Compared {
  now: number;
  before: number;
}

/** As many as stand beside the units on one screen. */
const MOST_LONGEST = 3;

/** @param unitId the unit that it is about; null: the whole office */
export async function summary(
  store: Store,
  organizationId: number,
  { period, countedFrom, unitId }: { period: SummaryPeriod; countedFrom: Day; unitId: number | null },
  at: Moment,
): Promise<Summary> {
  const work = await reportedWork(store, organizationId);
  const { board, reports } = work;
  const { before, last, next } = stretchesOf(period, countedFrom);
  const whole = board.tasks.filter(({ partOf }) => partOf === null);
  const earlier = asOf(whole, reports, last.from);
  const overdueThen = overdueIn(earlier, unitId, { ...at, today: last.from });
  const figures = (id: number | null) => ({
    done: doneIn(work, whole, id, last),
    overdue: overdueIn(whole, id, at),
    due: dueIn(whole, id, next),
  });
  const own = figures(unitId);
  return {
    period,
    board,
    unit: board.units.find(({ id }) => id === unitId) ?? null,
    last,
    next,
    done: { now: own.done, before: doneIn(work, whole, unitId, before) },
    overdue: { now: own.overdue, before: overdueThen },
    due: own.due,
    byUnit:
      unitId === null
        ? board.units
            .map((unit) => ({ unit, ...figures(unit.id) }))
            .filter(({ done, overdue, due }) => done + overdue + due > 0)
        : [],
    longest: longestIn(board.tasks, unitId, at),
  };
}

/** Nothing was done or is to be done, and nothing has changed: not worth a message. */
export function isEmpty({ done, overdue, due }: Summary): boolean {
  return done.now + done.before + overdue.now + overdue.before + due === 0;
}

function doneIn(
  { reports }: ReportedWork,
  tasks: Task[],
  unitId: number | null,
  { from, to }: Stretch,
): number {
  const isDone = (one: Occurrence) => {
    const day = doneOn(one, reports, unitId);
    return day !== null && day !== 'waiting' && day >= from && day <= to;
  };
  return ledBy(tasks, unitId).filter(({ occurrences }) => occurrences.some(isDone)).length;
}

function overdueIn(tasks: Task[], unitId: number | null, at: Moment): number {
  return ledBy(tasks, unitId).filter((task) => stateOf(task, unitId, at) === 'overdue').length;
}

function dueIn(tasks: Task[], unitId: number | null, { from, to }: Stretch): number {
  const isDue = (task: Task) => (one: Occurrence) =>
    one.kind === 'due' &&
    one.lastDay >= from &&
    one.lastDay <= to &&
    (unitId === null || unitsOwing(task, one).includes(unitId));
  return ledBy(tasks, unitId).filter((task) => openOccurrences(task).some(isDue(task))).length;
}

function longestIn(tasks: Task[], unitId: number | null, at: Moment): Summary['longest'] {
  return ledBy(tasks, unitId)
    .map((task) => ({ task, open: openDates(task, unitId, at) }))
    .filter(({ open }) => open.daysLate > 0)
    .toSorted((one, other) => other.open.daysLate - one.open.daysLate || one.task.number - other.task.number)
    .slice(0, MOST_LONGEST)
    .map(({ task, open: { overdue } }) => ({ task, dates: overdue, owing: unitsOwingAny(task, overdue) }));
}

function ledBy(tasks: Task[], unitId: number | null): Task[] {
  return tasks.filter((task) => unitId === null || leadUnitIds(task).includes(unitId));
}
