/** A plan as read from a document, before anything is stored. */
import type { Deadline } from '../domain/deadline/deadline.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import { splitUnits } from '../domain/unit-words.ts';
import { assignmentIn } from './assignment.ts';
import type { RawDocument, Source } from './document.ts';
import { type DocumentFacts, factsIn } from './facts.ts';
import { type PlanEvidence, planEvidenceIn } from './plan-evidence.ts';
import { textAbovePlan } from './plan-lines.ts';
import { rowsOfPlan, type TaskRow, type UnreadRow } from './rows.ts';
import { datesInAssignments, dutiesInText } from './text-duties.ts';

export type PlanReading = ReadPlan | NoPlan;

export interface ReadPlan {
  kind: 'plan';
  facts: DocumentFacts & { year: number };
  tasks: ReadTask[];
  /** Whatever looked like a task and was not understood. */
  unread: UnreadRow[];
}

/** The document was read and holds no plan that can be used. */
export interface NoPlan {
  kind: 'no-plan';
  why: /** No table with tasks in it. */
    | 'no-task'
    /** Tasks, but nothing says for which year: ask, and read again with `year`. */
    | 'no-year';
  facts: DocumentFacts;
}

export interface ReadTask {
  /** As the row is numbered; blank where it is not. */
  no: string;
  /** The headings above, outermost first: "A. … > II. …"; blank where there are none. */
  section: string;
  title: string;
  deadline: Deadline;
  /** Chủ trì and phối hợp, in the plan's words: one entry a unit. */
  lead: string[];
  support: string[];
  /** The whole text of a column that assigns in words; it may hold more dates. */
  assignment: string | null;
  product: string | null;
  evidence: PlanEvidence[];
  source: Source;
}

export interface ReadPlanOptions {
  /** Goes before what the document says. */
  year?: number;
}

export function readPlan(document: RawDocument, options: ReadPlanOptions = {}): PlanReading {
  const facts = factsIn(textAbovePlan(document));
  const rows = rowsOfPlan(document);
  if (rows.tasks.length === 0) return { kind: 'no-plan', why: 'no-task', facts };
  const year = options.year ?? facts.year;
  if (year === null) return { kind: 'no-plan', why: 'no-year', facts };
  return {
    kind: 'plan',
    facts: { ...facts, year },
    tasks: rows.tasks.map((row) => taskOf(row, year)),
    unread: [...rows.unread, ...datesInAssignments(rows.tasks), ...dutiesInText(document)],
  };
}

function taskOf({ no, section, title, fields, evidenceLinks, source }: TaskRow, year: number): ReadTask {
  const assigned = assignmentIn(fields.assignment);
  return {
    no,
    section,
    title: title.replace(/^[-–+•]\s*(?=[^\n]*$)/, ''),
    deadline: parseDeadline(fields.deadline, { year }),
    lead: [...splitUnits(fields.lead), ...assigned.lead],
    support: [...splitUnits(fields.support), ...assigned.support],
    assignment: fields.assignment || null,
    product: fields.product || null,
    evidence: planEvidenceIn(fields.evidence, evidenceLinks),
    source,
  };
}
