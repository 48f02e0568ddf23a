import { type Day, officeDayAt } from '../domain/day.ts';
import type { Unit } from '../domain/member.ts';
import { occurrencesOfTask } from '../domain/occurrences-of-task.ts';
import { matchUnits } from '../domain/unit-match.ts';
import { basePlan, isPartial } from './base-plan.ts';
import type { OfficeRules } from './office-rules.ts';
import { pairRows } from './pair-rows.ts';
import type { Correction, PlanDraft } from './plan-draft.ts';
import { digest, factsOf, type PlannedTasks, plannedTasks } from './planned-tasks.ts';
import type { ReadPlan, UnreadRow } from './ports/documents.ts';
import type { Organization } from './ports/offices.ts';
import type { Kept, KnownTask, PlanFacts, PlannedTask, PlanRecord } from './ports/plans.ts';
import type { Store } from './ports/store.ts';

/** A plan against what the office has now: all that a preview shows, and all that an import does. */
export interface PlanComparison {
  facts: PlanFacts;
  /** Who signed the document, where it says so. */
  signer: string | null;
  /** The plan that this document is a version of; null for a new one. */
  base: PlanRecord | null;
  rows: PlanRow[];
  /** Duties of the text that nobody has taken up. */
  offered: PlannedTask[];
  /** Active tasks of the base that the document has not. */
  missing: KnownTask[];
  /** Whether the missing ones are given up. */
  dropsMissing: boolean;
  /** The document tells of results; the tasks it knows stay as the plan has them. */
  isReport: boolean;
  units: Unit[];
  /** Short forms of unit names that nobody has listed, and what they were taken for. */
  abbreviated: { words: string; unit: string }[];
  unread: UnreadRow[];
  /** The same for the same changes. */
  digest: string;
}

export interface PlanRow {
  /** The short number that the task has or will have. */
  number: number;
  state: 'added' | 'changed' | 'unchanged' | 'left-out';
  /** As the plan has it. */
  planned: PlannedTask;
  /** As the office has it: with the clerk's corrections. */
  task: PlannedTask;
  before: KnownTask | null;
  correction: Correction;
  /** Which words of a clerk stand against the plan's, from before. */
  kept: Kept;
  /** Every date was over before the plan came in. */
  isPast: boolean;
  /** A result is to be recorded. */
  hasResult: boolean;
}

/** Changes nothing. */
export async function comparePlan(
  store: Store,
  office: Organization,
  draft: PlanDraft,
  at: Date,
  rules: OfficeRules,
): Promise<PlanComparison> {
  const { plan } = draft;
  const facts = factsOf(plan);
  const units = await store.offices.units(office.id);
  const { base, known } = await basePlan(store, office, draft, units);
  const { tasks, offered } = tasksWanted(draft, known, units);
  const pairs = pairRows(tasks, known);
  const isReport = plan.tasks.some(({ reported }) => reported);
  const paired = new Set(pairs.values());
  const missing = known.filter((task) => task.active && !paired.has(task));
  const today = officeDayAt(at);
  const isPast = pastTasks(base?.trackedFrom ?? today, today, rules);

  let highest = await store.plans.highestNumber(office.id);
  const rows = tasks.map((planned): PlanRow => {
    const before = pairs.get(planned) ?? null;
    const correction = draft.corrections[planned.key] ?? {};
    const kept = {
      deadline: before?.setDeadline?.insteadOf === planned.deadline.text,
      assignment: before !== null && before.givenInsteadOf === planned.assignedWords,
    };
    const task = asTheClerkSays(
      planned,
      correction,
      (kept.deadline && before?.setDeadline?.deadline) || null,
    );
    return {
      number: before?.number ?? ++highest,
      state: stateOf(task, before, correction, isReport),
      planned,
      task,
      before,
      correction,
      kept,
      isPast: isPast(task),
      hasResult: task.reported !== null && !before?.hasReports,
    };
  });
  leaveOutSteps(rows);
  const dropsMissing = !isReport && (draft.dropsOthers ?? !isPartial(plan, known, missing));
  const changes = rows.map(({ number, state, task, correction }) => [
    number,
    state,
    task.fingerprint,
    correction,
  ]);
  return {
    facts,
    signer: plan.facts.signer ?? null,
    base,
    rows,
    offered,
    missing,
    dropsMissing,
    isReport,
    units,
    abbreviated: abbreviationsIn(plan, units),
    unread: plan.unread,
    digest: digest([changes, dropsMissing && missing.map(({ id }) => id)]),
  };
}

/** What is left out is left out with its steps. */
function leaveOutSteps(rows: PlanRow[]): void {
  const leftOut = new Set(rows.filter(({ state }) => state === 'left-out').map(({ planned }) => planned.key));
  for (const row of rows) {
    if (row.planned.partOf !== null && leftOut.has(row.planned.partOf)) row.state = 'left-out';
  }
}

/** A duty taken up in an earlier import stays a task. */
function tasksWanted({ plan, accepted }: PlanDraft, known: KnownTask[], units: Unit[]): PlannedTasks {
  const followed = new Set(known.filter(({ active, leftOut }) => active || leftOut).map(({ key }) => key));
  const before = plannedTasks(plan, units).offered.filter(({ key }) => followed.has(key));
  return plannedTasks(plan, units, [...before.map(({ key }) => key), ...accepted]);
}

function asTheClerkSays(
  planned: PlannedTask,
  { deadline, assignment }: Correction,
  kept: PlannedTask['deadline'] | null,
): PlannedTask {
  return {
    ...planned,
    deadline: deadline ?? kept ?? planned.deadline,
    ...(assignment ? { leads: assignment.leads, supports: assignment.supports ?? planned.supports } : {}),
  };
}

function stateOf(
  task: PlannedTask,
  before: KnownTask | null,
  correction: Correction,
  isReport: boolean,
): PlanRow['state'] {
  if (before?.leftOut || correction.leftOut) return 'left-out';
  if (!before?.active) return 'added';
  const isCorrected = correction.deadline !== undefined || correction.assignment !== undefined;
  const isSame = isReport || before.fingerprint === task.fingerprint;
  return isSame && !isCorrected ? 'unchanged' : 'changed';
}

function pastTasks(trackedFrom: Day, today: Day, { stages: settings, calendar }: OfficeRules) {
  return ({ deadline }: PlannedTask): boolean => {
    const dates = occurrencesOfTask(deadline, { trackedFrom, today, settings, calendar });
    return dates.length > 0 && dates.every(({ lastDay }) => lastDay < trackedFrom);
  };
}

function abbreviationsIn({ tasks }: ReadPlan, units: Unit[]): { words: string; unit: string }[] {
  const words = [...new Set(tasks.flatMap(({ lead, support }) => [...lead, ...support]))];
  const meant = new Map(matchUnits(words, units).abbreviated.map((short) => [short.words.trim(), short.id]));
  return [...meant].flatMap(([short, id]) => {
    const unit = units.find((one) => one.id === id);
    return unit ? { words: short, unit: unit.name } : [];
  });
}
