import { officeDayAt } from '../../domain/day.ts';
import { sameValue } from '../../domain/same-value.ts';
import type { TaskChanged } from '../ports/changes.ts';
import type { DateStanding, TaskStanding } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { forgetUnsaid, settleByReports } from '../reports/report-states.ts';
import { dropReminders } from '../tasks/hand-over.ts';
import { layOutOccurrences } from '../tasks/lay-out-occurrences.ts';
import type { UndoContext } from './undoing.ts';

/** Nobody has changed what was changed of the task then. */
export async function isTaskAsLeft(store: Store, { taskId, before, after }: TaskChanged): Promise<boolean> {
  const now = await store.plans.standingOf(taskId);
  const isChanged = <Key extends keyof TaskStanding>(key: Key) =>
    !sameValue(before[key], after[key]) && !sameValue(now[key], after[key]);
  const isMoved = (date: DateStanding) => !sameValue(dateIn(now, date.id), date);
  return !FIELDS.some(isChanged) && !changedDates({ before, after }).some(isMoved);
}

/** What was changed of the task is as it was before, and its reminders go on from there. */
export async function putTaskBack(
  context: UndoContext,
  { taskId, before, after, number }: TaskChanged,
): Promise<void> {
  const { store, organizationId, change, at, rules } = context;
  const now = await store.plans.standingOf(taskId);
  const owedBefore = await openDates(context, number);
  const changed = changedDates({ before, after });
  const isRuleBack = !sameValue(before.deadline, after.deadline);
  const dates = now.dates.map((date): DateStanding => {
    if (changed.some(({ id }) => id === date.id)) {
      return dateIn(before, date.id) ?? { ...date, outdated: true };
    }
    // Dates that came into sight since then belong to the rule that goes, or to a task that nobody would have followed.
    const isGrown = dateIn(after, date.id) === undefined;
    return isGrown && (isRuleBack || !before.active) ? { ...date, outdated: true } : date;
  });
  await store.plans.restore(taskId, { ...now, ...fieldsPutBack(before, after), dates });
  await settleByReports(store, taskId);
  for (const date of dates) {
    const was = dateIn(now, date.id);
    if (was && was.lastDay !== date.lastDay) {
      await store.reminders.retire(date.id, was.lastDay);
      await store.reminders.reinstate(date.id, date.lastDay);
    }
  }
  for (const id of before.asked.filter((one) => !after.asked.includes(one))) {
    const extension = await store.extensions.byId(id);
    if (extension?.state === 'withdrawn') await store.extensions.setState(id, 'asked');
  }
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (task) await layOutOccurrences(store, task, officeDayAt(at), rules);
  await dropReminders(store, organizationId, now, await store.plans.standingOf(taskId));
  for (const id of await openDates(context, number)) {
    if (!owedBefore.includes(id)) await forgetUnsaid(store, id, change.at, null);
  }
}

const FIELDS = [
  'row',
  'deadline',
  'setInsteadOf',
  'givenInsteadOf',
  'active',
  'leftOut',
  'leads',
  'supports',
] as const;

function fieldsPutBack(before: TaskStanding, after: TaskStanding): Partial<TaskStanding> {
  const changed = FIELDS.filter((key) => !sameValue(before[key], after[key]));
  return Object.fromEntries(changed.map((key) => [key, before[key]]));
}

/** As they were left. */
function changedDates({ before, after }: Pick<TaskChanged, 'before' | 'after'>): DateStanding[] {
  return after.dates.filter((date) => !sameValue(dateIn(before, date.id), date));
}

function dateIn({ dates }: TaskStanding, id: number): DateStanding | undefined {
  return dates.find((date) => date.id === id);
}

/** Those of which the task's people are reminded. */
async function openDates({ store, organizationId }: UndoContext, number: number): Promise<number[]> {
  const task = await store.plans.taskOnBoard(organizationId, { number });
  return (task?.occurrences ?? []).filter(({ state }) => state === 'open').map(({ id }) => id);
}
