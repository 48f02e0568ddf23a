import { sameValue } from '../../domain/same-value.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { Author } from '../ports/audit-log.ts';
import type { ChangeMade, PlanImported, RosterChanged, RosterImported } from '../ports/changes.ts';
import type { Organization } from '../ports/offices.ts';
import type { Draft, TaskStanding } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { type ApplyOutcome, applyPlan } from './apply-plan.ts';
import type { PlanComparison } from './compare-plan.ts';
import type { PlanDraft } from './plan-draft.ts';

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
  const { outcome, made } = await applied(store, office, draft.content as PlanDraft, rules, author);
  const { id: draftId, fileName } = draft;
  if (made) await decided(store, draft, decision, { ...made, draftId, fileName });
  return outcome;
}

/** A plan that comes in at the shell, where whoever types the command has decided already. */
export async function importPlanAtShell(
  store: Store,
  office: Organization,
  { content, fileName }: { content: PlanDraft; fileName: string },
  rules: OfficeRules,
  at: Date,
): Promise<ApplyOutcome> {
  const author = { memberId: null, updateId: null, at };
  const { outcome, made } = await applied(store, office, content, rules, author);
  // The same file once more is nothing that could be undone.
  if (made && (made.tasks.length > 0 || made.plan.before === null)) {
    await recordAtShell(store, office, { ...made, draftId: null, fileName }, at);
  }
  return outcome;
}

/** The same for a roster, which has come in. */
export async function rosterImportedAtShell(
  store: Store,
  office: Organization,
  { changed, fileName }: { changed: RosterChanged; fileName: string },
  at: Date,
): Promise<void> {
  const isAnother = changed.people.length + changed.units.length + changed.tasks.length > 0;
  const made = { kind: 'import-roster', draftId: null, fileName, ...changed } as const;
  if (isAnother) await recordAtShell(store, office, made, at);
}

/** What came in has a line of its own in the audit log: this one says from which file. */
function recordAtShell(
  store: Store,
  { id: organizationId }: Organization,
  made: PlanImported | RosterImported,
  at: Date,
): Promise<void> {
  const by = { organizationId, memberId: null, updateId: null, at };
  const subject = `organization:${organizationId}`;
  return recordChange(store, by, made, { action: 'import-file', subject, after: { file: made.fileName } });
}

async function applied(
  store: Store,
  office: Organization,
  content: PlanDraft,
  rules: OfficeRules,
  author: Author,
): Promise<{ outcome: ApplyOutcome; made: Omit<PlanImported, 'draftId' | 'fileName'> | null }> {
  await store.offices.lock(office.id);
  const before = await store.plans.standings(office.id);
  const outcome = await applyPlan(store, office, content, rules, author);
  if (outcome.kind === 'outdated') return { outcome, made: null };
  const { plan, comparison } = outcome;
  const after = await store.plans.standings(office.id);
  const formerPlan = comparison.base?.key ? comparison.base : null;
  const changes = changesOf(comparison, before, after);
  return {
    outcome,
    made: { kind: 'import-plan', plan: { before: formerPlan, after: plan }, ...changes },
  };
}

/** "Đồng ý" to a roster, which has come in. */
export function rosterImported(
  store: Store,
  draft: Draft,
  changed: RosterChanged,
  decision: Decision,
): Promise<void> {
  const { id: draftId, fileName } = draft;
  return decided(store, draft, decision, { kind: 'import-roster', draftId, fileName, ...changed });
}

/** Nothing of it comes in. */
export function discardDraft(store: Store, draft: Draft, decision: Decision): Promise<void> {
  return decided(store, draft, decision, {
    kind: 'discard-draft',
    draftId: draft.id,
    fileName: draft.fileName,
  });
}

async function decided(store: Store, draft: Draft, decision: Decision, made: ChangeMade): Promise<void> {
  const { organizationId, memberId, id } = draft;
  await store.plans.closeDraft(id, decision.at);
  // What came in has a line of its own in the audit log: this one says whose word brought it in.
  const action = made.kind === 'discard-draft' ? made.kind : 'confirm-draft';
  await recordChange(store, { organizationId, memberId, ...decision }, made, {
    action,
    subject: `draft:${id}`,
  });
}

type Standings = Awaited<ReturnType<Store['plans']['standings']>>;

/** What has become of the office's tasks by a document. */
function changesOf(
  { rows, missing, others }: PlanComparison,
  before: Standings,
  after: Standings,
): Pick<PlanImported, 'tasks' | 'compared' | 'reported'> {
  const numbered = new Map(after.map(({ id, number }) => [number, id]));
  const idsOf = (some: PlanComparison['rows']) => some.flatMap(({ number }) => numbered.get(number) ?? []);
  const told = idsOf(rows.filter(({ hasResult, state }) => hasResult && state !== 'left-out'));
  const former = new Map(before.map(({ id, standing }) => [id, standing]));
  const known = [...rows.flatMap((row) => row.before ?? []), ...missing, ...others];
  return {
    tasks: after
      .map(({ id: taskId, number, standing }) => {
        const was = former.get(taskId);
        const isTold = told.includes(taskId);
        return { taskId, number, before: was ?? unfollowed(standing), after: standing, isTold };
      })
      .filter((one) => one.isTold || !sameValue(one.before, one.after)),
    compared: known.filter(({ active, leftOut }) => active || leftOut).map(({ id }) => id),
    reported: idsOf(rows.filter(({ planned }) => planned.reported !== null)),
  };
}

/** How a new task stood before: only its number is to stay taken. */
function unfollowed(standing: TaskStanding): TaskStanding {
  return {
    ...standing,
    setInsteadOf: null,
    givenInsteadOf: null,
    active: false,
    leftOut: false,
    dates: [],
    asked: [],
  };
}
