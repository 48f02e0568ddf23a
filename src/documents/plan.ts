/** A plan as read from a document, before anything is stored. */
import type { Day } from '../domain/day.ts';
import { deadlineFrom } from '../domain/deadline/deadline-from.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import type { ReadTask as OfficeTask, ReadStep, ReportedResult } from '../services/ports/documents.ts';
import { assignmentIn, peopleInBrackets, unitsIn } from './assignment.ts';
import type { RawDocument, UnreadRow } from './document.ts';
import { deadlineInWords } from './duties/deadline-words.ts';
import { stepsIn } from './duties/task-steps.ts';
import { dutiesInText, type TextDuty } from './duties/text-duties.ts';
import { type DocumentFacts, factsIn, isForSeveralYears } from './facts/facts.ts';
import { signerIn } from './facts/signer.ts';
import { type PlanEvidence, planEvidenceIn } from './plan-evidence.ts';
import { isResultReport, reportedIn } from './reported.ts';
import { textAbovePlan } from './rows/plan-lines.ts';
import { rowsOfPlan, type TaskRow } from './rows/rows.ts';

export type PlanReading = ReadPlan | NoPlan;

export interface ReadPlan {
  kind: 'plan';
  facts: DocumentFacts & { year: number; signer: string | null };
  tasks: ReadTask[];
  /** Whatever looked like a task and was not understood. */
  unread: UnreadRow[];
}

/** The document was read and holds no plan that can be used. */
export interface NoPlan {
  kind: 'no-plan';
  why: /** No table with tasks in it, and no sentence that sets a date. */
    | 'no-task'
    /** Tasks, but nothing says for which year: ask, and read again with `year`. */
    | 'no-year';
  facts: DocumentFacts;
  unread: UnreadRow[];
}

/** A task as the office takes it, with what only the document tells. */
export interface ReadTask extends OfficeTask {
  /** A row of a table, or a sentence of the text around it, which the clerk may want as a task. */
  origin: 'table' | 'text';
  /** The whole text of a column that assigns in words; it may hold more dates. */
  assignment: string | null;
  /** How it is to be done, where a column beside the title says so. */
  detail: string | null;
  evidence: PlanEvidence[];
  steps: ReadStep[];
  reported: ReportedResult | null;
}

export interface ReadPlanOptions {
  /** Goes before what the document says. */
  year?: number;
}

export function readPlan(document: RawDocument, options: ReadPlanOptions = {}): PlanReading {
  const facts = factsIn(textAbovePlan(document));
  const rows = rowsOfPlan(document);
  const year = options.year ?? facts.year;
  const duties = dutiesInText(document, year ?? ANY_YEAR);
  const understood = duties.filter(({ deadline }) => deadline.kind !== 'none');
  const unread = [...rows.unread, ...duties.filter((duty) => !understood.includes(duty)).map(unreadDuty)];
  if (rows.tasks.length + understood.length === 0) return { kind: 'no-plan', why: 'no-task', facts, unread };
  if (year === null) return { kind: 'no-plan', why: 'no-year', facts, unread };
  const isReport = isResultReport(facts.title);
  const tasks = [...rows.tasks.map((row) => taskOfRow(row, year, isReport)), ...understood.map(taskOfDuty)];
  const { issuedOn } = facts;
  const from = options.year === undefined && isForSeveralYears(facts) ? issuedOn : null;
  return {
    kind: 'plan',
    facts: { ...facts, year, signer: signerIn(document) },
    tasks: from === null ? tasks : tasks.map((task) => datedFrom(task, { year, from })),
    unread,
  };
}

function datedFrom(task: ReadTask, time: { year: number; from: Day }): ReadTask {
  const dated = <Part extends { deadline: ReadTask['deadline'] }>(part: Part): Part => ({
    ...part,
    deadline: deadlineFrom(part.deadline.text, time),
  });
  return { ...dated(task), steps: task.steps.map(dated) };
}

/** Only whether a sentence is understood is asked, which no year decides. */
const ANY_YEAR = 2000;

function taskOfRow(row: TaskRow, year: number, isReport: boolean): ReadTask {
  const { no, section, title, fields, evidenceLinks, source } = row;
  const assigned = assignmentIn(fields.assignment);
  // What a report tells has happened; its dates are no deadlines.
  const when = fields.deadline || (isReport ? '' : deadlineInWords([fields.assignment, fields.note], title));
  const deadline = parseDeadline(when, { year });
  const evidence = planEvidenceIn(fields.evidence, evidenceLinks);
  return {
    origin: 'table',
    no,
    section,
    title: title.replace(/^[-–+•]\s*(?=[^\n]*$)/, ''),
    deadline,
    lead: [...unitsIn(fields.lead), ...assigned.lead],
    support: [...unitsIn(fields.support), ...assigned.support],
    ...peopleBeside([fields.lead, fields.assignment]),
    assignment: fields.assignment || null,
    detail: row.detail || null,
    product: fields.product || null,
    evidence,
    steps: isReport ? [] : stepsIn([fields.assignment, fields.product], deadline, year),
    reported: isReport ? reportedIn(fields.product, evidence) : null,
    source,
  };
}

function peopleBeside(cells: string[]): { named?: string[] } {
  const named = cells.flatMap(peopleInBrackets);
  return named.length > 0 ? { named } : {};
}

function taskOfDuty({ no, title, deadline, lead, support, product, source }: TextDuty): ReadTask {
  return {
    origin: 'text',
    no,
    section: '',
    title,
    deadline,
    lead,
    support,
    assignment: null,
    detail: null,
    product,
    evidence: [],
    steps: [],
    reported: null,
    source,
  };
}

function unreadDuty({ text, source }: TextDuty): UnreadRow {
  return { text, why: 'duty-in-text', source };
}
