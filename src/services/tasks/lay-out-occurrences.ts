import type { Day } from '../../domain/day.ts';
import { occurrencesOfTask } from '../../domain/occurrences-of-task.ts';
import type { OccurrenceDates, Task } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Store } from '../ports/store.ts';

/** What of a task its dates follow from. */
export type DatedTask = Pick<Task, 'id' | 'deadline' | 'trackedFrom'>;

/**
 * Writes down the due dates that a task has by now. Run again it adds nothing but what has come into sight.
 * @returns how many were added.
 */
export async function layOutOccurrences(
  store: Store,
  task: DatedTask,
  today: Day,
  rules: OfficeRules,
): Promise<number> {
  return addDates(store, task, datesOf(task, today, rules), task.trackedFrom);
}

/**
 * Writes down the dates that rules have brought into sight.
 *
 * @param laidOutOn the day on which that was done last, with nothing changed since; null: all dates are gone through
 */
export async function layOutGrown(
  store: Store,
  organizationId: number,
  { laidOutOn, today, rules }: { laidOutOn: Day | null; today: Day; rules: OfficeRules },
): Promise<void> {
  if (laidOutOn !== null && laidOutOn >= today) return;
  const tasks = (await store.planning.datedByRule(organizationId)).filter(hasGrowingDates);
  const dates = tasks.flatMap((task) =>
    ofTask(task, withStates(datesOf(task, today, rules, laidOutOn ?? undefined), task.trackedFrom)),
  );
  if (dates.length === 0) return;
  const lost = await store.planning.addDates(dates);
  for (const task of tasks.filter(({ id }) => lost.includes(id))) {
    await layOutOccurrences(store, task, today, rules);
  }
}

/**
 * After a task has changed: dates it no longer has go, unless somebody has reported on them; the others stay. A rule
 * holds from the change on: what it would have asked for earlier in the year nobody could know, and is not chased.
 */
export async function layOutAnew(
  store: Store,
  task: DatedTask,
  today: Day,
  rules: OfficeRules,
): Promise<void> {
  const dates = datesOf(task, today, rules);
  const keys = dates.map(({ key }) => key);
  await store.plans.dropOccurrencesExcept(task.id, keys);
  await addDates(store, task, dates, chasedFrom(task, today));
}

/** The dates of tasks that have had none. */
export async function layOutFirst(
  store: Store,
  tasks: readonly DatedTask[],
  today: Day,
  rules: OfficeRules,
): Promise<void> {
  const dates = tasks.flatMap((task) =>
    ofTask(task, withStates(datesOf(task, today, rules), chasedFrom(task, today))),
  );
  if (dates.length > 0) await store.planning.addDates(dates);
}

function chasedFrom(task: DatedTask, today: Day): Day {
  return hasGrowingDates(task) ? today : task.trackedFrom;
}

function addDates(store: Store, { id }: DatedTask, dates: OccurrenceDates[], since: Day): Promise<number> {
  return store.plans.addOccurrences(id, withStates(dates, since));
}

function ofTask<Dates>({ id }: DatedTask, dates: Dates[]): (Dates & { taskId: number })[] {
  return dates.map((date) => ({ ...date, taskId: id }));
}

function withStates(dates: OccurrenceDates[], since: Day) {
  return dates.map((date) => ({
    ...date,
    state: date.lastDay < since ? ('past' as const) : ('open' as const),
  }));
}

function datesOf(
  { deadline, trackedFrom }: DatedTask,
  today: Day,
  { stages: settings, calendar }: OfficeRules,
  since?: Day,
): OccurrenceDates[] {
  const context = { trackedFrom, today, settings, calendar };
  return occurrencesOfTask(deadline, since === undefined ? context : { ...context, since });
}

/** Whether a task's dates may have grown since they were laid out. */
export function hasGrowingDates({ deadline }: DatedTask): boolean {
  const parts = deadline.kind === 'multiple' ? deadline.parts : [deadline];
  return parts.some(({ kind }) => kind !== 'date' && kind !== 'period' && kind !== 'relative');
}
