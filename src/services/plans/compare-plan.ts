import { type Day, officeDayAt } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import { occurrencesOfTask } from '../../domain/occurrences-of-task.ts';
import type { AssignedUnit } from '../../domain/task.ts';
import { matchUnits } from '../../domain/unit-match.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { ReadPlan, UnreadRow } from '../ports/documents.ts';
import type { Organization } from '../ports/offices.ts';
import type { Kept, KnownTask, PlanFacts, PlannedTask, PlanRecord } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import {
  digest,
  factsOf,
  type OfferedDuty,
  type PlannedTasks,
  type PlanTasks,
  tasksOfPlan,
  withDuties,
} from '../tasks/planned-tasks.ts';
import { basePlan, isPartial, isResultReport } from './base-plan.ts';
import { pairRows } from './pair-rows.ts';
import type { Correction, PlanDraft } from './plan-draft.ts';

/** A plan against what the office has now: all that a preview shows, and all that an import does. */
export interface PlanComparison {
  facts: PlanFacts;
  /** Who signed the document, where it says so. */
  signer: string | null;
  /** The plan that this document is a version of; null for a new one. */
  base: PlanRecord | null;
  /** What was over before this day is not chased. */
  trackedFrom: Day;
  rows: PlanRow[];
  /** Duties of the text that nobody has taken up. */
  offered: OfferedDuty[];
  /** Active tasks of the base that the document has not. */
  missing: KnownTask[];
  /** Tasks of the base that had been given up before, and still are. */
  others: KnownTask[];
  /** Whether the missing ones are given up. */
  dropsMissing: boolean;
  /** The document tells of results; the tasks it knows stay as the plan has them. */
  isReport: boolean;
  units: Unit[];
  /** Short forms of unit names that nobody has listed, and what they were taken for. */
  abbreviated: { words: string; unit: string }[];
  unread: UnreadRow[];
  /** Rows that the file hides: by a filter, or because they no longer count. They are tasks all the same. */
  hiddenRows: number;
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
  /** What a clerk has said before and still stands against the plan's words. */
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
  const staff = await store.offices.withStaff(office.id);
  const units = [...staff.units];
  const read = tasksOfPlan(plan, staff);
  const { base, known } = await basePlan(store, office, draft, [...read.rows, ...read.steps]);
  const { tasks, offered } = tasksWanted(draft, read, known);
  const pairs = pairRows(tasks, known);
  const isReport = isResultReport(plan);
  const paired = new Set(pairs.values());
  const missing = known.filter((task) => task.active && !paired.has(task));
  const today = officeDayAt(at);
  const isPresent = base !== null && base.key !== null;
  const trackedFrom = isPresent ? base.trackedFrom : today;
  const isPast = pastTasks(trackedFrom, today, rules);

  const asOf = facts.issuedOn ?? today;
  let highest = await store.plans.highestNumber(office.id);
  const rows = tasks.map((planned): PlanRow => {
    const before = pairs.get(planned) ?? null;
    const correction = draft.corrections[planned.key] ?? {};
    const kept = {
      deadline: before?.setDeadline?.insteadOf === planned.deadline.text,
      assignment: before !== null && before.givenInsteadOf === planned.assignedWords,
    };
    // Of a report of results only the results count; the rest is as the plan has it.
    const said = isReport && isPresent && before ? { ...planned, ...asFollowed(before) } : planned;
    const task = asTheClerkSays(said, correction, kept, before);
    return {
      number: before?.number ?? ++highest,
      state: stateOf(task, before, correction, isReport),
      planned,
      task,
      before,
      correction,
      kept,
      isPast: isPast(task),
      hasResult: !correction.notDone && tellsMore(task, before, asOf),
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
    trackedFrom,
    rows,
    offered,
    missing,
    others: known.filter((task) => !task.active && !paired.has(task)),
    dropsMissing,
    isReport,
    units,
    abbreviated: abbreviationsIn(plan, units),
    unread: plan.unread,
    hiddenRows: plan.tasks.filter(({ source }) => source.hidden).length,
    digest: digest([changes, dropsMissing && missing.map(({ id }) => id)]),
  };
}

/** What is left out takes its steps along. */
function leaveOutSteps(rows: PlanRow[]): void {
  const leftOut = new Set(rows.filter(({ state }) => state === 'left-out').map(({ planned }) => planned.key));
  for (const row of rows) {
    if (row.planned.partOf !== null && leftOut.has(row.planned.partOf)) row.state = 'left-out';
  }
}

/** A duty taken up in an earlier import stays a task. */
function tasksWanted({ accepted }: PlanDraft, read: PlanTasks, known: KnownTask[]): PlannedTasks {
  const followed = new Set(known.filter(({ active, leftOut }) => active || leftOut).map(({ key }) => key));
  const before = read.duties.map(({ key }) => key).filter((key) => followed.has(key));
  return withDuties(read, [...before, ...accepted]);
}

function asFollowed({ title, deadline, leads, supports }: KnownTask) {
  return { title, deadline, leads, supports };
}

function asTheClerkSays(
  planned: PlannedTask,
  { deadline, assignment }: Correction,
  kept: Kept,
  before: KnownTask | null,
): PlannedTask {
  const given = assignment ?? (kept.assignment ? before : null);
  return {
    ...planned,
    deadline: deadline ?? ((kept.deadline && before?.setDeadline?.deadline) || planned.deadline),
    leads: given?.leads ?? withPeople(planned.leads, before),
    supports: given?.supports ?? planned.supports,
  };
}

/** A plan that words the units otherwise says nothing against the people to whom the office has given the work in them. */
function withPeople(leads: AssignedUnit[], before: KnownTask | null): AssignedUnit[] {
  if (!before || before.givenInsteadOf === null) return leads;
  return leads.map((lead) => {
    const given = before.leads.find(({ unitId }) => unitId !== null && unitId === lead.unitId);
    return lead.people || !given?.people ? lead : given;
  });
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
  const isSame = before.fingerprint === task.fingerprint && hasSameUnits(task, before);
  return (isSame || isReport) && !isCorrected ? 'unchanged' : 'changed';
}

/** The same words may mean more than before: the roster has grown, or a name was taught. */
function hasSameUnits(task: PlannedTask, before: KnownTask): boolean {
  const said = ({ leads, supports }: Pick<PlannedTask, 'leads' | 'supports'>) =>
    [leads, supports]
      .map((all) => all.map(({ unitId, words, people }) => [unitId ?? words, people ?? []].join()).join(';'))
      .join('|');
  return said(task) === said(before);
}

/** Whether a result says more than is known: the first of a task, or one of a date on which a report is still owed. */
function tellsMore({ reported, deadline }: PlannedTask, before: KnownTask | null, asOf: Day): boolean {
  if (reported === null) return false;
  if (!before?.hasReports) return true;
  return before.openDays.some((day) => day <= asOf || deadline.kind === 'date' || deadline.kind === 'period');
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
