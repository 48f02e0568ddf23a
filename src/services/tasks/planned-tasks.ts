import { createHash } from 'node:crypto';
import type { Staff } from '../../domain/assignees.ts';
import type { AssignedUnit } from '../../domain/task.ts';
import { fold } from '../../domain/text-fold.ts';
import { unitAtStartOf } from '../../domain/unit-match.ts';
import type { ReadPlan, ReadTask } from '../ports/documents.ts';
import type { PlanFacts, PlannedTask } from '../ports/plans.ts';
import { assignedIn } from './assigned.ts';

export interface PlannedTasks {
  /** The rows, then their steps, then the duties taken up: a step must not shift the numbers of the rows. */
  tasks: PlannedTask[];
  /** Duties of the text that nobody has taken up. */
  offered: OfferedDuty[];
}

export interface OfferedDuty {
  task: PlannedTask;
  /** Its place among all duties of the text, from 0: it is named by it, however many are taken up. */
  index: number;
}

/** What a plan holds, before anybody has said which of the duties of its text are wanted. */
export interface PlanTasks {
  rows: PlannedTask[];
  steps: PlannedTask[];
  duties: PlannedTask[];
}

/** {@link tasksOfPlan} and {@link withDuties} in one. */
export function plannedTasks(plan: ReadPlan, staff: Staff, accepted: readonly string[] = []): PlannedTasks {
  return withDuties(tasksOfPlan(plan, staff), accepted);
}

/** @param accepted keys of the duties of the text that are wanted as tasks, in the order in which they were taken up */
export function withDuties({ rows, steps, duties }: PlanTasks, accepted: readonly string[]): PlannedTasks {
  const taken = accepted.flatMap((key) => duties.find((duty) => duty.key === key) ?? []);
  return {
    tasks: [...rows, ...steps, ...taken],
    offered: duties.map((task, index) => ({ task, index })).filter(({ task }) => !taken.includes(task)),
  };
}

/** The rows of a plan as tasks of this office: who leads them, and what makes each the same next time. */
export function tasksOfPlan(plan: ReadPlan, staff: Staff): PlanTasks {
  const keyOf = keyMaker();
  const rows = plan.tasks.map((task) => {
    const key = keyOf(`${fold(task.section)}|${fold(task.title)}`);
    return { task, planned: plannedTask(task, key, null, staff) };
  });
  const steps = rows.flatMap(({ task, planned }) =>
    (task.steps ?? []).map((step) => {
      const { section, source } = task;
      const asTask = { ...step, no: '', section, support: [], product: null, source };
      const lead = step.lead.length > 0 ? step.lead : task.lead;
      return plannedTask(
        { ...asTask, lead },
        keyOf(`${planned.key}|${fold(step.title)}`),
        planned.key,
        staff,
      );
    }),
  );
  const duties = (plan.offered ?? []).map((task) =>
    plannedTask(task, keyOf(`|${fold(task.section)}|${fold(task.title)}`), null, staff),
  );
  return { rows: rows.map(({ planned }) => planned), steps, duties };
}

/**
 * A second import is of the same plan when number and year agree; without a number, title and year; without either,
 * the first tasks, so that two nameless plans are not taken for one.
 */
export function factsOf({ facts, tasks }: ReadPlan): PlanFacts {
  const beginning = tasks.slice(0, 3).map(({ title }) => title);
  const { number, issuedOn, issuer, title, year } = facts;
  const name = number || title || `(${digest(beginning)})`;
  return { number, issuedOn, issuer, title: title ?? '', year, key: `${year} ${fold(name)}` };
}

/** The same for the same content, whatever the order of its fields: the database does not keep it. */
export function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts, inOrder)).digest('hex').slice(0, 32);
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The same words a second time are another row. */
function keyMaker(): (words: string) => string {
  const seen = new Map<string, number>();
  return (words) => {
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return digest([words, count]);
  };
}

function plannedTask(task: ReadTask, key: string, partOf: string | null, staff: Staff): PlannedTask {
  const { no: rowNo, section, title, product, deadline, source, reported = null } = task;
  return {
    key,
    fingerprint: digest([section, title, product, deadline, assignedWords(task)]),
    rowNo,
    section,
    title,
    product,
    deadline,
    source,
    leads: leadsOf(task, staff),
    supports: assignedIn(task.support, staff),
    assignedWords: assignedWords(task),
    partOf,
    reported,
  };
}

/** The units that the plan names; else the one that the words of the task begin with. */
function leadsOf({ lead, named = [], title }: ReadTask, staff: Staff): AssignedUnit[] {
  if (lead.length > 0) return assignedIn([...lead, ...named], staff);
  const { units } = staff;
  const unitId = unitAtStartOf(title, units);
  return units.filter(({ id }) => id === unitId).map(({ id, name }) => ({ unitId: id, words: name }));
}

function assignedWords({ lead, named = [], support }: ReadTask): string {
  return [[...lead, ...named].join('; '), support.join('; ')].filter((words) => words !== '').join(' | ');
}
