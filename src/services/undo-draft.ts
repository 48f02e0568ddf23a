import { sameValue } from '../domain/same-value.ts';
import type { BuiltOn } from './built-on.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { ChangeMade, DraftRevised, PlanImported } from './ports/changes.ts';
import { settleByReports } from './report-states.ts';
import type { Undoing } from './undoing.ts';

type Made<Kind extends ChangeMade['kind']> = Extract<ChangeMade, { kind: Kind }>;

const CHANGED: BuiltOn = { kind: 'changed', by: null };
const REPLACED: BuiltOn = { kind: 'replaced', by: null };

/**
 * What has come in instead of something else is not undone: who and what the former version had, only that version
 * says, and it may be sent again.
 */
export function isLasting(made: ChangeMade): boolean {
  return made.kind === 'import-roster' || (made.kind === 'import-plan' && !made.isNew);
}

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
export const undoDiscarding: Undoing<Made<'discard-draft' | 'import-roster'>> = {
  async builtOn(_, made) {
    return isLasting(made) ? REPLACED : null;
  },
  async putBack({ store }, { draftId }) {
    await store.plans.reopenDraft(draftId);
  },
};

/**
 * Nobody follows the plan any more, and its draft waits again. The numbers of its tasks stay taken: somebody may have
 * read them, and what is brought in again has the same.
 */
export const undoImport: Undoing<PlanImported> = {
  async builtOn({ store }, made) {
    if (isLasting(made)) return REPLACED;
    const known = await store.plans.tasksOf(made.planId);
    const isAsLeft = known.every(({ id, active, leftOut }) => !made.tasks.includes(id) || active || leftOut);
    const isGrown = known.some(({ id, active }) => active && !made.tasks.includes(id));
    return isAsLeft && !isGrown ? null : CHANGED;
  },
  async putBack({ store, change }, { draftId, tasks }) {
    for (const id of tasks) {
      // Results that the document tells come in with it, and go with it.
      const told = (await store.reports.ofTask(id)).filter(({ updateId }) => updateId === change.updateId);
      for (const report of told) await store.reports.setState(report.id, 'withdrawn', null);
      await settleByReports(store, id);
      await store.plans.takeBack(id);
      await store.plans.dropTask(id);
    }
    await store.plans.reopenDraft(draftId);
  },
};
