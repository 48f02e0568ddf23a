import { type ApplyOutcome, applyPlan } from './apply-plan.ts';
import type { PlanComparison } from './compare-plan.ts';
import type { OfficeRules } from './office-rules.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { ChangeMade } from './ports/changes.ts';
import type { Draft } from './ports/plans.ts';
import type { Store } from './ports/store.ts';

/** The member whose draft it is, and the answer. */
export interface Decision {
  updateId: number;
  at: Date;
}

/** "Đồng ý" to a plan. */
export async function importPlan(
  store: Store,
  draft: Draft,
  rules: OfficeRules,
  decision: Decision,
): Promise<ApplyOutcome> {
  const office = await store.offices.byId(draft.organizationId);
  const author = { memberId: draft.memberId, ...decision };
  const outcome = await applyPlan(store, office, draft.content as PlanDraft, rules, author);
  if (outcome.kind === 'outdated') return outcome;
  const { planId, tasks, comparison } = outcome;
  const { id: draftId, fileName } = draft;
  const isNew = isNewPlan(comparison);
  await decided(store, draft, decision, { kind: 'import-plan', draftId, fileName, planId, isNew, tasks });
  return outcome;
}

/** Of a draft that is decided on: nothing of it comes in, or a roster has come in. */
export function closeDraft(
  store: Store,
  draft: Draft,
  kind: 'discard-draft' | 'import-roster',
  decision: Decision,
): Promise<void> {
  return decided(store, draft, decision, { kind, draftId: draft.id, fileName: draft.fileName });
}

async function decided(store: Store, draft: Draft, decision: Decision, made: ChangeMade): Promise<void> {
  const { organizationId, memberId, id } = draft;
  await store.plans.closeDraft(id, decision.at);
  await store.changes.add({ organizationId, memberId, ...decision, made });
}

function isNewPlan({ rows, missing }: PlanComparison): boolean {
  return missing.length === 0 && rows.every(({ before }) => !before?.active && !before?.leftOut);
}
