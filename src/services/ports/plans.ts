import type { Day } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { OccurrenceDates, OccurrenceState, Task } from '../../domain/task.ts';

export interface PlanFacts {
  key: string;
  number: string | null;
  issuedOn: Day | null;
  issuer: string | null;
  title: string;
  year: number;
}

export interface PlanRecord extends PlanFacts {
  id: number;
  organizationId: number;
  trackedFrom: Day;
}

/** One row of a plan, ready to be a task. */
export interface PlannedTask {
  /** What makes the row of a second import the same task. */
  key: string;
  /** Changes when anything in the row does. */
  fingerprint: string;
  rowNo: string;
  section: string;
  title: string;
  product: string | null;
  deadline: Deadline;
  source: unknown;
  leads: { unitId: number | null; words: string }[];
  supports: { unitId: number | null; words: string }[];
}

/** What an import needs to know of a row that was imported before. */
export interface KnownTask {
  id: number;
  key: string;
  fingerprint: string;
  number: number;
  active: boolean;
  /** Set by a clerk in chat instead of these words of the plan; it stands until the plan says something else. */
  setDeadline: { deadline: Deadline; insteadOf: string } | null;
}

export interface Draft {
  id: number;
  organizationId: number;
  memberId: number;
  kind: 'plan' | 'roster';
  fileName: string;
  content: unknown;
}

export interface Plans {
  byKey(organizationId: number, key: string): Promise<PlanRecord | null>;
  save(organizationId: number, facts: PlanFacts, at: Date, trackedFrom: Day): Promise<PlanRecord>;
  /** Every row of the plan that was ever a task, with its number. */
  tasksOf(planId: number): Promise<KnownTask[]>;
  highestNumber(organizationId: number): Promise<number>;
  setDeadline(taskId: number, deadline: Deadline): Promise<void>;
  addTask(plan: PlanRecord, task: PlannedTask, number: number, position: number): Promise<number>;
  /** @param keepsDeadline leaves the date that a clerk has set. */
  updateTask(taskId: number, task: PlannedTask, position: number, keepsDeadline: boolean): Promise<void>;
  dropTask(taskId: number): Promise<void>;
  /** The active tasks of the office with their occurrences, by number. */
  board(organizationId: number): Promise<Task[]>;
  leadUnitsOfOccurrence(occurrenceId: number): Promise<number[]>;
  /** Lays out dates; those that stand already stay as they are. @returns how many were added. */
  addOccurrences(taskId: number, dates: (OccurrenceDates & { state: OccurrenceState })[]): Promise<number>;
  /** Takes away the dates of a task that are not among these and on which nobody has reported. */
  removeOccurrencesExcept(taskId: number, keys: string[]): Promise<void>;

  saveDraft(draft: Omit<Draft, 'id'>, at: Date): Promise<Draft>;
  /** A draft that nobody has decided on; the latest of this member's when no id is given. */
  openDraft(memberId: number, id: number | null): Promise<Draft | null>;
  closeDraft(id: number, at: Date): Promise<void>;
}
