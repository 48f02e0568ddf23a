import type { TaskAdded } from '../ports/changes.ts';
import type { Undoing } from './undoing.ts';

/** Nobody follows the task any more; its number stays taken, for somebody may have read it. */
export const undoAdding: Undoing<TaskAdded> = {
  async builtOn({ store }, { taskId }) {
    const { active } = await store.plans.standingOf(taskId);
    return active ? null : { kind: 'changed', by: null };
  },
  async putBack({ store }, { taskId }) {
    await store.plans.dropTask(taskId);
  },
};
