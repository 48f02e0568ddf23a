import { createHash } from 'node:crypto';
import { officeDayAt } from '../domain/day.ts';
import type { DeadlineKind } from '../domain/deadline/deadline.ts';
import type { Unit } from '../domain/member.ts';
import { occurrencesOfTask } from '../domain/occurrences-of-task.ts';
import type { AssignedUnit } from '../domain/task.ts';
import { fold } from '../domain/text-fold.ts';
import { matchUnits } from '../domain/unit-match.ts';
import { layOutAnew } from './lay-out-occurrences.ts';
import type { OfficeRules } from './office-rules.ts';
import type { Author } from './ports/audit-log.ts';
import type { ReadPlan, ReadTask } from './ports/documents.ts';
import type { Organization } from './ports/offices.ts';
import type { KnownTask, PlanFacts, PlannedTask } from './ports/plans.ts';
import type { Store } from './ports/store.ts';

/** What a plan would change, or has changed; small enough to be read on a phone. */
export interface PlanChanges {
  facts: PlanFacts;
  isNewPlan: boolean;
  added: number;
  changed: number;
  /** Rows the office has and this document has not. */
  dropped: number;
  unchanged: number;
  kinds: Partial<Record<DeadlineKind, number>>;
  /** Tasks whose every date was over before the plan came in. */
  past: number;
  /** Words for units that the office does not know. */
  unmatchedUnits: string[];
  /** Tasks without any lead unit the office knows: their reminders go to the clerk. */
  withoutLead: number;
  unread: { text: string; why: string }[];
  firstTasks: { title: string; deadline: string }[];
}

const SHOWN_TASKS = 5;

/** The plan against what the office has now; changes nothing. */
export async function comparePlan(
  store: Store,
  office: Organization,
  plan: ReadPlan,
  at: Date,
  rules: OfficeRules,
): Promise<PlanChanges> {
  const facts = factsOf(plan);
  const known = await store.plans.byKey(office.id, facts.key);
  const knownTasks = known ? (await store.plans.tasksOf(known.id)).filter(({ active }) => active) : [];
  const tasks = plannedTasks(plan, await store.offices.units(office.id));
  const sorted = sortTasks(tasks, knownTasks);
  const today = officeDayAt(at);
  const trackedFrom = known?.trackedFrom ?? today;
  const context = { trackedFrom, today, settings: rules.stages, calendar: rules.calendar };
  const isOver = ({ deadline }: PlannedTask) => {
    const dates = occurrencesOfTask(deadline, context);
    return dates.length > 0 && dates.every(({ lastDay }) => lastDay < trackedFrom);
  };
  const unmatched = tasks.flatMap(({ leads, supports }) => [...leads, ...supports]).filter(isUnknown);
  return {
    facts,
    isNewPlan: known === null,
    added: sorted.added.length,
    changed: sorted.changed.length,
    dropped: sorted.dropped.length,
    unchanged: sorted.unchanged.length,
    kinds: countBy(tasks.map(({ deadline }) => deadline.kind)),
    past: tasks.filter(isOver).length,
    unmatchedUnits: [...new Set(unmatched.map(({ words }) => words))],
    withoutLead: tasks.filter(({ leads }) => leads.every(isUnknown)).length,
    unread: plan.unread.map(({ text, why }) => ({ text, why })),
    firstTasks: tasks
      .slice(0, SHOWN_TASKS)
      .map(({ title, deadline }) => ({ title, deadline: deadline.text })),
  };
}

/** Brings the plan in: what is new gets the next numbers, what is known keeps its number and its reports. */
export async function applyPlan(
  store: Store,
  office: Organization,
  plan: ReadPlan,
  rules: OfficeRules,
  author: Author,
): Promise<PlanChanges> {
  await store.offices.lock(office.id);
  const changes = await comparePlan(store, office, plan, author.at, rules);
  const today = officeDayAt(author.at);
  const record = await store.plans.save(office.id, changes.facts, author.at, today);
  const known = await store.plans.tasksOf(record.id);
  const tasks = plannedTasks(plan, await store.offices.units(office.id));
  let number = await store.plans.highestNumber(office.id);
  for (const [position, task] of tasks.entries()) {
    const before = known.find(({ key }) => key === task.key);
    if (before && isSame(before, task)) continue;
    const isKept = before?.setDeadline?.insteadOf === task.deadline.text;
    const deadline = (isKept && before?.setDeadline?.deadline) || task.deadline;
    const id = before?.id ?? (await store.plans.addTask(record, task, ++number, position));
    if (before) await store.plans.updateTask(id, task, position, isKept);
    const dated = { id, deadline, trackedFrom: record.trackedFrom };
    await layOutAnew(store, dated, today, rules);
  }
  for (const { id } of sortTasks(
    tasks,
    known.filter(({ active }) => active),
  ).dropped) {
    await store.plans.dropTask(id);
  }
  const { added, changed, dropped } = changes;
  await store.audit.add({
    ...author,
    organizationId: office.id,
    action: 'import-plan',
    subject: `plan:${record.id}`,
    after: { added, changed, dropped },
  });
  return changes;
}

/**
 * A second import is of the same plan when number and year agree; without a number, title and year; without either,
 * the first tasks, so that two nameless plans are not taken for one.
 */
function factsOf({ facts, tasks }: ReadPlan): PlanFacts {
  const beginning = tasks.slice(0, 3).map(({ title }) => title);
  const name = facts.number || facts.title || `(${digest(beginning)})`;
  return { ...facts, title: facts.title ?? '', key: `${facts.year} ${fold(name)}` };
}

/** The rows of a plan as tasks of this office: who leads them, and what makes each the same next time. */
export function plannedTasks(plan: ReadPlan, units: Unit[]): PlannedTask[] {
  const seen = new Map<string, number>();
  return plan.tasks.map((task) => {
    const words = `${fold(task.section)}|${fold(task.title)}`;
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    const { no: rowNo, section, title, product, deadline, source } = task;
    return {
      key: digest([words, count]),
      fingerprint: fingerprintOf(task, units),
      rowNo,
      section,
      title,
      product,
      deadline,
      source,
      leads: assigned(task.lead, units),
      supports: assigned(task.support, units),
    };
  });
}

/** The units belong to it: a roster that knows more of them makes the same words mean more. */
function fingerprintOf(task: ReadTask, units: Unit[]): string {
  const assignments = [...assigned(task.lead, units), null, ...assigned(task.support, units)];
  return digest([task.no, task.section, task.title, task.product, task.deadline, assignments]);
}

function assigned(words: string[], units: Unit[]): AssignedUnit[] {
  const { matched, all, unmatched } = matchUnits(words, units);
  const ids = all ? units.map(({ id }) => id) : matched;
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.name ?? '';
  return [
    ...ids.map((unitId) => ({ unitId, words: nameOf(unitId) })),
    ...unmatched.map((unknown) => ({ unitId: null, words: unknown })),
  ];
}

function sortTasks(tasks: PlannedTask[], known: KnownTask[]) {
  const before = new Map(known.map((task) => [task.key, task]));
  const now = new Set(tasks.map(({ key }) => key));
  const isKnown = ({ key }: PlannedTask) => before.has(key);
  const isUnchanged = (task: PlannedTask) => before.get(task.key)?.fingerprint === task.fingerprint;
  return {
    added: tasks.filter((task) => !isKnown(task)),
    changed: tasks.filter((task) => isKnown(task) && !isUnchanged(task)),
    unchanged: tasks.filter(isUnchanged),
    dropped: known.filter(({ key }) => !now.has(key)),
  };
}

function isSame(known: KnownTask, task: PlannedTask): boolean {
  return known.active && known.fingerprint === task.fingerprint;
}

function isUnknown({ unitId }: AssignedUnit): boolean {
  return unitId === null;
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function countBy<Key extends string>(keys: Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
