import { sameValue } from '../../domain/same-value.ts';
import type { PlanDraft } from '../plans/plan-draft.ts';
import type { ChangeMade, DraftRevised } from '../ports/changes.ts';
import type { BuiltOn } from './built-on.ts';
import type { Undoing } from './undoing.ts';

const CHANGED: BuiltOn = { kind: 'changed', by: null };

/** The draft is what it was before something was said about it. */
export const undoRevision: Undoing<DraftRevised> = {
  async builtOn({ store }, { draftId, after }) {
    const { content, decidedAt } = await store.plans.draft(draftId);
    const { plan: _, ...said } = content as PlanDraft;
    const isAsLeft = sameValue({ ...said, shown: null }, { ...after, shown: null });
    return decidedAt === null && isAsLeft ? null : CHANGED;
  },
  async putBack({ store }, { draftId, before }) {
    const { content } = await store.plans.draft(draftId);
    await store.plans.reviseDraft(draftId, { ...(content as PlanDraft), ...before });
  },
};

/** The draft waits for an answer again. */
export const undoDiscarding: Undoing<Extract<ChangeMade, { kind: 'discard-draft' }>> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { draftId }) {
    await store.plans.reopenDraft(draftId);
  },
};
