import { sameValue } from '../../domain/same-value.ts';
import type { PlanImported } from '../ports/changes.ts';
import { isTaskAsLeft, putTaskBack } from './put-task-back.ts';
import type { UndoContext, Undoing } from './undoing.ts';

/**
 * The office's tasks are as if the document had never come in, and its draft waits again. Of a new plan nobody follows
 * anything any more; the numbers of its tasks stay taken: somebody may have read them, and what is brought in again has
 * the same.
 */
export const undoImport: Undoing<PlanImported> = {
  async builtOn({ store, organizationId }, { plan, tasks }) {
    const plans = await store.plans.ofOrganization(organizationId);
    const now = plans.find(({ id }) => id === plan.after.id);
    // The same document once more is no change of it.
    const isAsLeft = now && sameValue({ ...now, importedAt: plan.after.importedAt }, plan.after);
    if (!isAsLeft) return { kind: 'changed', by: null };
    for (const task of tasks) {
      if (!(await isTaskAsLeft(store, task))) return { kind: 'changed', by: null };
    }
    return null;
  },
  async putBack(context, { plan, tasks, draftId }) {
    const { store } = context;
    await store.plans.update(plan.before ?? { ...plan.after, key: null });
    const giveUp = tasks.filter(({ before, after }) => {
      const isGone = !before.active && !before.leftOut;
      return isGone || before.row.key !== after.row.key;
    });
    await store.plans.freeKeys(giveUp.map(({ taskId }) => taskId));
    for (const task of tasks) {
      if (task.isTold) await withdrawTold(context, task.taskId);
      await putTaskBack(context, task);
    }
    if (draftId !== null) await store.plans.reopenDraft(draftId);
  },
};

/** Results that the document tells come in with it, and go with it. */
async function withdrawTold({ store, change }: UndoContext, taskId: number): Promise<void> {
  const told = (await store.reports.ofTask(taskId)).filter(
    ({ memberId, updateId }) => memberId === null && updateId === change.updateId,
  );
  for (const { id } of told) await store.reports.setState(id, 'withdrawn', null);
}
