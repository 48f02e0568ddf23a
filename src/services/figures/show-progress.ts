import { addDays } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import type { Moment } from '../../domain/open-dates.ts';
import type { Period } from '../../domain/period.ts';
import { isExtended, type Progress, progressOf, stateOf } from '../../domain/progress.ts';
import { leadUnitIds, type Occurrence, plannedDay, type Task, unitsOwing } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';

export interface ProgressView {
  /** The office's name, or the unit's. */
  name: string;
  progress: Progress;
  /** Steps within tasks, counted apart: a plan of 51 tasks must not become one of 60. */
  steps: Progress;
  /** How many of the tasks have been given more time; the figures go by their first dates all the same. */
  extended: number;
  /** By unit, for the whole office; empty for one unit. */
  byUnit: { unit: Unit; progress: Progress }[];
}

/** How far the office is; with a unit, how far that unit is with what it leads. */
export function showProgress(
  { office, tasks, units }: OfficeBoard,
  unit: Unit | null,
  at: Moment,
): ProgressView {
  const whole = tasks.filter(({ partOf }) => partOf === null);
  const steps = tasks.filter(({ partOf }) => partOf !== null);
  const ofOffice = (some: Task[]) => progressOf(some.map((task) => stateOf(task, null, at)));
  const ofUnit = (some: Task[], unitId: number) =>
    progressOf(
      some.filter((task) => leadUnitIds(task).includes(unitId)).map((task) => stateOf(task, unitId, at)),
    );
  const extended = whole.filter(isExtended);
  if (unit) {
    return {
      name: unit.name,
      progress: ofUnit(whole, unit.id),
      steps: ofUnit(steps, unit.id),
      extended: extended.filter((task) => leadUnitIds(task).includes(unit.id)).length,
      byUnit: [],
    };
  }
  return {
    name: office.name,
    progress: ofOffice(whole),
    steps: ofOffice(steps),
    extended: extended.length,
    byUnit: units.map((one) => ({ unit: one, progress: ofUnit(whole, one.id) })),
  };
}

/** Only what is due in a period, by the plan's own dates: more time moves no task into another quarter. */
export function boardIn(board: OfficeBoard, { from, to }: Period): OfficeBoard {
  const isWithin = (one: Occurrence) => plannedDay(one) >= from && plannedDay(one) <= to;
  const tasks = board.tasks
    .map((task) => ({
      ...task,
      occurrences: task.occurrences.filter((one) => one.kind === 'due' && isWithin(one)),
    }))
    .filter(({ occurrences }) => occurrences.length > 0);
  return { ...board, tasks };
}

/** What a week has changed. */
export interface Week {
  /** Reported within it, by number. */
  done: number[];
  /** Due within it, and still open. */
  becameOverdue: number[];
}

/** The seven days up to today: whoever looks every Monday sees what is new. */
export function weekOf({ tasks }: OfficeBoard, unit: Unit | null, { today }: Moment): Week {
  const since = addDays(today, -WEEK_DAYS);
  const theirs = tasks.filter((task) => unit === null || leadUnitIds(task).includes(unit.id));
  const having = (isMeant: (one: Occurrence, task: Task) => boolean) =>
    theirs
      .filter((task) => task.occurrences.some((one) => one.kind === 'due' && isMeant(one, task)))
      .map(({ number }) => number);
  const isOpen = (one: Occurrence, task: Task) =>
    one.state === 'open' && (unit === null || unitsOwing(task, one).includes(unit.id));
  return {
    done: having(({ reportedOn }) => reportedOn !== null && reportedOn > since),
    becameOverdue: having((one, task) => isOpen(one, task) && one.lastDay >= since && one.lastDay < today),
  };
}

const WEEK_DAYS = 7;
