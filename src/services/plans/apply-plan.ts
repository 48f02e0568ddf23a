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
  const ids = await addNew(store, plan, comparison.rows);
  const dated = ({ task }: PlanRow) => ({ id: idOf(ids, task.key), deadline: task.deadline, trackedFrom });
  await layOutFirst(store, comparison.rows.filter(isNew).map(dated), today, rules);
  for (const [position, row] of comparison.rows.entries()) {
    const id = idOf(ids, row.task.key);
    await applyRow(store, plan, row, { id, position, isReport });
    if (row.before !== null && row.state !== 'unchanged') await layOutAnew(store, dated(row), today, rules);
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

/** @returns the ids of all rows, by their keys: those of a row's steps are wanted after its own. */
async function addNew(store: Store, plan: PlanRecord, rows: PlanRow[]): Promise<Map<string, number>> {
  const ids = new Map(rows.flatMap(({ task, before }) => (before ? [[task.key, before.id] as const] : [])));
  const added = rows.map((row, position) => ({ row, position })).filter(({ row }) => isNew(row));
  const steps = added.filter(({ row }) => row.task.partOf !== null);
  for (const some of [added.filter((one) => !steps.includes(one)), steps]) {
    if (some.length === 0) continue;
    const tasks = some.map(({ row: { task, planned, number }, position }) => ({
      task: planned,
      number,
      position,
      partOfId: task.partOf === null ? null : (ids.get(task.partOf) ?? null),
    }));
    const given = await store.plans.addTasks(plan, tasks);
    for (const [at, { row }] of some.entries()) ids.set(row.task.key, given[at] ?? idOf(ids, row.task.key));
  }
  return ids;
}

function isNew({ before }: PlanRow): boolean {
  return before === null;
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The plan's row "${key}" is no task`);
  return id;
}

async function applyRow(
  store: Store,
  plan: PlanRecord,
  { task, planned, state, before, correction, kept }: PlanRow,
  { id, position, isReport }: { id: number; position: number; isReport: boolean },
): Promise<void> {
  if (before && state === 'unchanged' && (isReport || isInPlace(planned, before))) return;
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
