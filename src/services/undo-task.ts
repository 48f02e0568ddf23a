import { officeDayAt } from '../domain/day.ts';
import { sameValue } from '../domain/same-value.ts';
import { dropReminders } from './hand-over.ts';
import { layOutOccurrences } from './lay-out-occurrences.ts';
import type { TaskChange } from './ports/changes.ts';
import type { DateStanding, TaskStanding } from './ports/plans.ts';
import { forgetUnsaid, settleByReports } from './report-states.ts';
import type { UndoContext, Undoing } from './undoing.ts';

/** What a correction has changed of a task is as it was; whatever else has happened to it meanwhile stays. */
export const undoTask: Undoing<TaskChange> = {
  async builtOn({ store }, { taskId, before, after }) {
    const now = await store.plans.standingOf(taskId);
    const isChanged = <Key extends keyof TaskStanding>(key: Key) =>
      !sameValue(before[key], after[key]) && !sameValue(now[key], after[key]);
    const isMoved = (date: DateStanding) => !sameValue(dateIn(now, date.id), date);
    return FIELDS.some(isChanged) || changedDates({ before, after }).some(isMoved)
      ? { kind: 'changed', by: null }
      : null;
  },

  async putBack(context, { taskId, before, after, number }) {
    const { store, member, change, at, rules } = context;
    const now = await store.plans.standingOf(taskId);
    const owedBefore = await openDates(context, number);
    const changed = changedDates({ before, after });
    const isRuleBack = !sameValue(before.deadline, after.deadline);
    const dates = now.dates.map((date): DateStanding => {
      if (changed.some(({ id }) => id === date.id)) {
        return dateIn(before, date.id) ?? { ...date, outdated: true };
      }
      // Dates that came into sight since then belong to the rule that goes.
      const isGrown = dateIn(after, date.id) === undefined;
      return isRuleBack && isGrown ? { ...date, outdated: true } : date;
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
    const task = (await store.plans.board(member.organizationId)).find((one) => one.number === number);
    if (task) await layOutOccurrences(store, task, officeDayAt(at), rules);
    await dropReminders(store, member.organizationId, now, await store.plans.standingOf(taskId));
    for (const id of await openDates(context, number)) {
      if (!owedBefore.includes(id)) await forgetUnsaid(store, id, change.at, null);
    }
  },
};

const FIELDS = [
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
function changedDates({ before, after }: Pick<TaskChange, 'before' | 'after'>): DateStanding[] {
  return after.dates.filter((date) => !sameValue(dateIn(before, date.id), date));
}

function dateIn({ dates }: TaskStanding, id: number): DateStanding | undefined {
  return dates.find((date) => date.id === id);
}

/** Those of which the task's people are reminded. */
async function openDates({ store, member }: UndoContext, number: number): Promise<number[]> {
  const task = (await store.plans.board(member.organizationId)).find((one) => one.number === number);
  return (task?.occurrences ?? []).filter(({ state }) => state === 'open').map(({ id }) => id);
}
