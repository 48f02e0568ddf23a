import type { TaskChange } from '../ports/changes.ts';
import { isTaskAsLeft, putTaskBack } from './put-task-back.ts';
import type { Undoing } from './undoing.ts';

/** What a correction has changed of a task is as it was; whatever else has happened to it meanwhile stays. */
export const undoTask: Undoing<TaskChange> = {
  async builtOn({ store }, made) {
    return (await isTaskAsLeft(store, made)) ? null : { kind: 'changed', by: null };
  },
  putBack: putTaskBack,
};
