import { officeDayAt } from '../../domain/day.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskNote } from '../ports/task-notes.ts';

/** What stands of a task: the last word on how far it is, and on what hinders it, where nobody has reported or ended it since. */
export interface Standing {
  percent: number | null;
  obstacle: TaskNote | null;
  /** When something was first said to hinder it. */
  since: Date | null;
}

export function standingNotes(notes: readonly TaskNote[], task: Task): Standing {
  const reportedOn =
    task.occurrences
      .map((one) => one.reportedOn ?? '')
      .toSorted()
      .at(-1) ?? '';
  const own = notes.filter(({ taskId, at }) => taskId === task.id && officeDayAt(at) > reportedOn);
  const over = own.findLastIndex(({ kind }) => kind === 'cleared');
  const obstacles = own.slice(over + 1).filter(({ kind }) => kind === 'obstacle');
  return {
    percent: own.findLast(({ kind, percent }) => kind === 'progress' && percent !== null)?.percent ?? null,
    obstacle: obstacles.at(-1) ?? null,
    since: obstacles[0]?.at ?? null,
  };
}
