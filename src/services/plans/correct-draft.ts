import { addDays, instantAt, officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { sameValue } from '../../domain/same-value.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { Draft } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { comparePlan, type PlanComparison, type PlanRow } from './compare-plan.ts';
import type { Correction, PlanDraft } from './plan-draft.ts';

/** A draft that nobody has decided on for so long is forgotten. */
const DRAFT_LIFE_DAYS = 7;

export interface OpenPlanDraft {
  draft: Draft;
  content: PlanDraft;
}

/** The file that waits for this member's answer; the latest when no id is given. */
export function openDraft(
  store: Store,
  member: Member,
  id: number | null,
  at: Date,
  kind?: Draft['kind'],
): Promise<Draft | null> {
  const since = instantAt(addDays(officeDayAt(at), -DRAFT_LIFE_DAYS), '00:00');
  return store.plans.openDraft(member.id, { id, since, ...(kind ? { kind } : {}) });
}

export async function openPlanDraft(
  store: Store,
  member: Member,
  id: number | null,
  at: Date,
): Promise<OpenPlanDraft | null> {
  if (!may(member, 'import')) return null;
  const draft = await openDraft(store, member, id, at, 'plan');
  return draft && { draft, content: draft.content as PlanDraft };
}

/** The draft against what the office has at the moment. */
export async function comparisonOf(
  store: Store,
  { draft, content }: OpenPlanDraft,
  at: Date,
  rules: OfficeRules,
): Promise<PlanComparison> {
  const office = await store.offices.byId(draft.organizationId);
  return comparePlan(store, office, content, at, rules);
}

/** Keeps what has been said about a draft, and that its present state is what the clerk sees. */
export async function reviseDraft(
  store: Store,
  open: OpenPlanDraft,
  { updateId, at, rules }: Revision,
): Promise<PlanComparison> {
  const comparison = await comparisonOf(store, open, at, rules);
  const content = { ...open.content, shown: comparison.digest };
  const { id: draftId, fileName, organizationId, memberId } = open.draft;
  await store.plans.reviseDraft(draftId, content);
  const [before, after] = [saidAbout(open.draft.content as PlanDraft), saidAbout(content)];
  if (!sameValue({ ...before, shown: after.shown }, after)) {
    const made = { kind: 'revise-draft', draftId, fileName, before, after } as const;
    const author = { organizationId, memberId, updateId, at };
    await recordChange(store, author, made, { subject: `draft:${draftId}` });
  }
  return comparison;
}

export interface Revision {
  updateId: number;
  at: Date;
  rules: OfficeRules;
}

function saidAbout({ plan: _, ...said }: PlanDraft): Omit<PlanDraft, 'plan'> {
  return said;
}

export type DraftRow =
  | (OpenPlanDraft & { kind: 'row'; row: PlanRow })
  /** The office has changed since the draft was shown: the number may mean another row by now. */
  | (OpenPlanDraft & { kind: 'outdated' });

/**
 * The row of an open draft that a number means: one that the draft would add or change. What it leaves alone is
 * spoken of as the task that it is, for which the answer is null.
 */
export async function draftRow(
  store: Store,
  member: Member,
  number: number,
  at: Date,
  rules: OfficeRules,
): Promise<DraftRow | null> {
  const open = await openPlanDraft(store, member, null, at);
  if (!open) return null;
  const { rows, digest } = await comparisonOf(store, open, at, rules);
  if (digest !== open.content.shown) return { ...open, kind: 'outdated' };
  const row = rows.find((one) => one.number === number);
  return row && !isSettledElsewhere(row) ? { ...open, kind: 'row', row } : null;
}

function isSettledElsewhere({ state, before, hasResult }: PlanRow): boolean {
  return (state === 'unchanged' && !hasResult) || before?.leftOut === true;
}

/**
 * @param correction replaces what has been said about the row
 * @returns the row as it is now
 */
export async function correctDraft(
  store: Store,
  { draft, content, row }: OpenPlanDraft & { row: PlanRow },
  correction: Correction,
  revision: Revision,
): Promise<PlanRow> {
  const corrections = { ...content.corrections, [row.planned.key]: correction };
  const now = { draft, content: { ...content, corrections } };
  const { rows } = await reviseDraft(store, now, revision);
  return rows.find(({ number }) => number === row.number) ?? row;
}
