import type { ChangeMade } from '../ports/changes.ts';
import type { Undoing } from './undoing.ts';

type Made = Extract<ChangeMade, { kind: 'remark' | 'drop-feedback' }>;

export const undoRemark: Undoing<Made> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { feedbackId }) {
    await store.feedback.drop(feedbackId);
  },
};

/** Where the same words have been said again since, they are counted anew. */
export const undoDropping: Undoing<Made> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { feedbackId }) {
    await store.feedback.restore(feedbackId);
  },
};
