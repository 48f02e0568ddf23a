import type { TaskAdded } from '../ports/changes.ts';
import type { PlanRecord } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import type { Undoing } from './undoing.ts';

/** Nobody follows the task any more; its number stays taken, for somebody may have read it. */
export const undoAdding: Undoing<TaskAdded> = {
  async builtOn({ store }, { taskId }) {
    const { active } = await store.plans.standingOf(taskId);
    return active ? null : { kind: 'changed', by: null };
  },
  async putBack({ store, organizationId }, { taskId }) {
    const task = await store.plans.taskOnBoard(organizationId, { id: taskId });
    await store.plans.dropTask(taskId);
    const plan = (await store.plans.ofOrganization(organizationId)).find(({ id }) => id === task?.row.planId);
    if (plan) await giveUpEmpty(store, plan);
  },
};

/** The plan that holds what stands in no other came with the task: without any there is none. */
async function giveUpEmpty(store: Store, plan: PlanRecord): Promise<void> {
  const isFollowed = (await store.plans.tasksOf(plan.id)).some(({ active, leftOut }) => active || leftOut);
  if (!isFollowed) await store.plans.update({ ...plan, key: null });
}
