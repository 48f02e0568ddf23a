import { type Moment, openDates } from './open-dates.ts';
import { isSettled, type Occurrence, plannedDay, type Task } from './task.ts';

/**
 * How a task stands:
 * - `done-in-time`, `done-late`: every due date has its report.
 * - `waiting`: every due date has its report, and one of them is still to be accepted.
 * - `overdue`, `due-soon`, `in-time`: by the most urgent open due date.
 * - `past`: was over before the plan came in, and nobody has reported on it.
 * - `undated`: continuous, waiting for guidance, or triggered by an event.
 */
export type TaskState =
  | 'done-in-time'
  | 'done-late'
  | 'waiting'
  | 'overdue'
  | 'due-soon'
  | 'in-time'
  | 'past'
  | 'undated';

/**
 * By the dates of the plan: more time moves what people are reminded of, not what is reported upward.
 *
 * @param unitId the lead unit whose part of the work it is about; null: everybody's
 */
export function stateOf(task: Task, unitId: number | null, at: Moment): TaskState {
  const due = task.occurrences.filter(({ kind }) => kind === 'due');
  if (due.length === 0 && isSettled(task)) {
    return task.occurrences.some(({ state }) => state === 'waiting') ? 'waiting' : 'done-in-time';
  }
  if (due.length === 0) return task.deadline.kind === 'recurring' ? 'in-time' : 'undated';
  const { urgency } = openDates(task, unitId, at, plannedDay);
  if (urgency !== null) return urgency;
  const waits = (one: Occurrence) =>
    unitId === null ? one.state === 'waiting' : one.waitingFor.includes(unitId);
  if (due.some(waits)) return 'waiting';
  const told = due.filter(({ state }) => state !== 'past');
  if (told.length === 0) return 'past';
  return told.some((one) => one.reportedOn !== null && one.reportedOn > plannedDay(one))
    ? 'done-late'
    : 'done-in-time';
}

/** Tasks of which a date has been moved. */
export function isExtended(task: Task): boolean {
  return task.occurrences.some(({ originalDay, lastDay }) => originalDay !== null && lastDay > originalDay);
}

/**
 * The statistics form that every level reports upward, in its order: tasks given; done (in time, late); not done
 * (in time, overdue). What has no date is counted apart, so that the form's sums hold.
 */
export interface Progress {
  given: number;
  done: number;
  doneInTime: number;
  doneLate: number;
  /** Reported, and still to be accepted: neither done nor not done. */
  waiting: number;
  notDone: number;
  notDoneInTime: number;
  /** Of those in time, due within three days. */
  dueSoon: number;
  notDoneOverdue: number;
  /** Over before the plan came in; not among the given. */
  past: number;
  undated: number;
}

export function progressOf(states: TaskState[]): Progress {
  const count = (...wanted: TaskState[]) => states.filter((state) => wanted.includes(state)).length;
  return {
    given: count('done-in-time', 'done-late', 'waiting', 'overdue', 'due-soon', 'in-time'),
    done: count('done-in-time', 'done-late'),
    doneInTime: count('done-in-time'),
    doneLate: count('done-late'),
    waiting: count('waiting'),
    notDone: count('overdue', 'due-soon', 'in-time'),
    notDoneInTime: count('due-soon', 'in-time'),
    dueSoon: count('due-soon'),
    notDoneOverdue: count('overdue'),
    past: count('past'),
    undated: count('undated'),
  };
}
