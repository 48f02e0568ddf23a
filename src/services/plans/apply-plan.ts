import { officeDayAt } from '../../domain/day.ts';
import { newsOf, newsOfDropped, type PersonalNews } from '../../domain/giving.ts';
import { sameValue } from '../../domain/same-value.ts';
import { peopleOn } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Author } from '../ports/audit-log.ts';
import type { Organization } from '../ports/offices.ts';
import type { KnownTask, PlannedTask, PlanRecord } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { recordResult } from '../reports/record-result.ts';
import { handOver } from '../tasks/hand-over.ts';
import { layOutAnew, layOutFirst } from '../tasks/lay-out-occurrences.ts';
import { comparePlan, type PlanComparison, type PlanRow } from './compare-plan.ts';
import type { PlanDraft } from './plan-draft.ts';

export type ApplyOutcome =
  /** `news`: what it means for whom by name. */
  | { kind: 'applied'; comparison: PlanComparison; plan: PlanRecord; news: PersonalNews[] }
  /** The office has changed since the draft was shown: what would happen now is not what was agreed to. */
  | { kind: 'outdated'; comparison: PlanComparison };

/** Brings the plan in: what is new gets the next numbers, what is known keeps its number and its reports. */
export async function applyPlan(
  store: Store,
  office: Organization,
  draft: PlanDraft,
  rules: OfficeRules,
  author: Author,
): Promise<ApplyOutcome> {
  await store.offices.lock(office.id);
  const comparison = await comparePlan(store, office, draft, author.at, rules);
  if (draft.shown !== null && draft.shown !== comparison.digest) return { kind: 'outdated', comparison };
  const today = officeDayAt(author.at);
  const { base, trackedFrom, facts, missing, dropsMissing, isReport } = comparison;
  const plan = base
    ? amended(base, comparison, author.at)
    : await store.plans.add(office.id, facts, author.at, trackedFrom);
  if (base) await store.plans.update(plan);
  if (!isReport) await freeKeys(store, comparison);
  const ids = new Map<string, number>();
  for (const [position, row] of comparison.rows.entries()) {
    const id = await applyRow(store, plan, row, position, { ids, isReport });
    ids.set(row.task.key, id);
    if (row.state !== 'unchanged') {
      const { deadline } = row.task;
      const layOut = row.before === null ? layOutFirst : layOutAnew;
      await layOut(store, { id, deadline, trackedFrom }, today, rules);
    }
    if (row.hasResult && row.state !== 'left-out') {
      await recordResult(store, id, row.task, { asOf: facts.issuedOn, author, rules });
    }
  }
  const dropped = dropsMissing ? missing : [];
  for (const { id } of dropped) await store.plans.dropTask(id);
  await store.audit.add({
    ...author,
    organizationId: office.id,
    action: 'import-plan',
    subject: `plan:${plan.id}`,
    after: {
      added: numbersOf(comparison, 'added'),
      changed: numbersOf(comparison, 'changed'),
      leftOut: numbersOf(comparison, 'left-out'),
      dropped: dropped.map(({ number }) => number),
    },
  });
  const news = [...comparison.rows.flatMap(newsOfRow), ...dropped.flatMap(newsOfGivenUp)];
  return { kind: 'applied', comparison, plan, news };
}

/** What the plan is called from now on; its former number is remembered. */
function amended(base: PlanRecord, comparison: PlanComparison, at: Date): PlanRecord {
  const { facts, trackedFrom, isReport, dropsMissing, missing } = comparison;
  const now = { ...base, importedAt: at.toISOString() };
  if (base.key === null) return { ...now, ...facts, trackedFrom, otherNumbers: [] };
  if (isReport) return now;
  const others = new Set(base.otherNumbers);
  // A document of a few changes is no new version of the whole.
  if (!dropsMissing && missing.length > 0) {
    return { ...now, otherNumbers: [...(facts.number === null ? others : others.add(facts.number))] };
  }
  if (base.number !== null) others.add(base.number);
  if (facts.number !== null) others.delete(facts.number);
  return { ...now, ...facts, otherNumbers: [...others] };
}

/** Of a task that is not done already. */
function newsOfGivenUp(task: KnownTask): PersonalNews[] {
  return task.active && (task.openDays.length > 0 || !task.hasReports) ? newsOfDropped(task) : [];
}

/** Of a row that is not done already. */
function newsOfRow(row: PlanRow): PersonalNews[] {
  const { number, state, task, before, isPast, hasResult } = row;
  if (state === 'left-out' && before) return newsOfGivenUp(before);
  if (state === 'left-out' || state === 'unchanged' || isPast || hasResult || isDone(row)) return [];
  const nobody = { leads: [], supports: [] };
  const news = newsOf(number, before?.active ? before : nobody, task);
  const stays = peopleOn(task.leads).filter((id) => news.every(({ memberId }) => memberId !== id));
  return [...news, ...stays.map((memberId): PersonalNews => ({ memberId, number, kind: 'changed' }))];
}

/** All of its days were reported before, and it has no other ones now; a rule or an event may bring more at any time. */
function isDone({ task: { deadline }, before }: PlanRow): boolean {
  const parts = deadline.kind === 'multiple' ? deadline.parts : [deadline];
  const isOnce = parts.every(({ kind }) => kind === 'date' || kind === 'period');
  return (
    before?.active === true &&
    before.hasReports &&
    before.openDays.length === 0 &&
    isOnce &&
    sameValue(before.deadline, deadline)
  );
}

async function applyRow(
  store: Store,
  plan: PlanRecord,
  { task, planned, state, before, number, correction, kept }: PlanRow,
  position: number,
  { ids, isReport }: { ids: ReadonlyMap<string, number>; isReport: boolean },
): Promise<number> {
  if (before && state === 'unchanged' && (isReport || isInPlace(planned, before))) return before.id;
  const partOfId = task.partOf === null ? null : (ids.get(task.partOf) ?? null);
  const id = before?.id ?? (await store.plans.addTask(plan, planned, { number, position, partOfId }));
  const place = { id, organizationId: plan.organizationId };
  if (before) await handOver(store, place, () => store.plans.updateTask(id, planned, position, kept));
  if (correction.deadline) await store.plans.setDeadline(id, correction.deadline);
  // People whom the office has named go on in their unit, however the plan words the units.
  const isCarried = !isReport && !kept.assignment && !sameValue(task.leads, planned.leads);
  if (correction.assignment || isCarried) {
    await handOver(store, place, () => store.plans.assign(id, task.leads, task.supports));
  }
  // Its words are kept up to date; only nobody follows it. A step goes with its task and needs no word of its own.
  if (before?.leftOut || correction.leftOut) await store.plans.leaveOut(id);
  return id;
}

/** Nothing about the row has moved that nobody sees. */
function isInPlace({ key, rowNo }: PlannedTask, before: KnownTask): boolean {
  return key === before.key && rowNo === before.rowNo;
}

/** Rows that swap their titles, or take over one of a row that is gone, must not get in each other's way. */
async function freeKeys(store: Store, { rows, missing, others }: PlanComparison): Promise<void> {
  const wanted = new Map(rows.map(({ planned, before }) => [planned.key, before?.id]));
  const known = [...rows.flatMap(({ before }) => before ?? []), ...missing, ...others];
  const inTheWay = known.filter(({ key, id }) => wanted.has(key) && wanted.get(key) !== id);
  await store.plans.freeKeys(inTheWay.map(({ id }) => id));
}

function numbersOf({ rows }: PlanComparison, state: PlanRow['state']): number[] {
  return rows.filter((row) => row.state === state).map(({ number }) => number);
}
