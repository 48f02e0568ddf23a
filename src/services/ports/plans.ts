import type { Day } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { AssignedUnit, Occurrence, OccurrenceDates, OccurrenceState, Task } from '../../domain/task.ts';
import type { ReportedResult } from './documents.ts';

export interface PlanFacts {
  key: string;
  number: string | null;
  issuedOn: Day | null;
  issuer: string | null;
  title: string;
  year: number;
}

export interface PlanRecord extends Omit<PlanFacts, 'key'> {
  id: number;
  organizationId: number;
  /** Null: its import was undone; what is brought in again has the same numbers. */
  key: string | null;
  trackedFrom: Day;
  /** Numbers of its earlier versions and of documents that changed a part of it. */
  otherNumbers: string[];
  /** The moment at which the latest document about it came in, in ISO 8601. */
  importedAt: string;
}

/** One row of a plan, or one step of a row, ready to be a task. */
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
  leads: AssignedUnit[];
  supports: AssignedUnit[];
  /** Who leads and supports it in the plan's own words. */
  assignedWords: string;
  /** The key of the row whose step this is. */
  partOf: string | null;
  /** What a report of results says of it. */
  reported: ReportedResult | null;
}

export interface NewTask {
  task: PlannedTask;
  number: number;
  position: number;
  /** The task whose step it is. */
  partOfId: number | null;
}

/** What an import needs to know of a row that was imported before. */
export interface KnownTask {
  id: number;
  key: string;
  fingerprint: string;
  number: number;
  rowNo: string;
  section: string;
  title: string;
  deadline: Deadline;
  /** The task whose step it is. */
  partOfId: number | null;
  leads: AssignedUnit[];
  supports: AssignedUnit[];
  assignedWords: string;
  active: boolean;
  /** A clerk took it out; a newer plan does not bring it back. */
  leftOut: boolean;
  hasReports: boolean;
  /** The last days of its due dates that are not reported by all who owe it. */
  openDays: Day[];
  /** Set by a clerk in chat instead of these words of the plan; it stands until the plan says something else. */
  setDeadline: { deadline: Deadline; insteadOf: string } | null;
  /** As with {@link setDeadline}: the plan's words for the units, while a clerk's assignment stands instead. */
  givenInsteadOf: string | null;
}

/** What of a task a clerk's word stands against the plan's. */
export interface Kept {
  deadline: boolean;
  assignment: boolean;
}

/** What a task has from its row of the plan alone. */
export interface RowStanding
  extends Pick<
    PlannedTask,
    'key' | 'fingerprint' | 'rowNo' | 'section' | 'title' | 'product' | 'assignedWords' | 'source'
  > {
  position: number;
}

/**
 * How a task stands in the ledger, apart from the reports on it: what a correction or an import changes, and what it takes
 * to put it back.
 */
export interface TaskStanding {
  row: RowStanding;
  deadline: Deadline;
  setInsteadOf: string | null;
  givenInsteadOf: string | null;
  active: boolean;
  leftOut: boolean;
  leads: AssignedUnit[];
  supports: AssignedUnit[];
  dates: DateStanding[];
  /** Requests for more time that wait for an answer. */
  asked: number[];
}

export interface DateStanding {
  id: number;
  lastDay: Day;
  originalDay: Day | null;
  /** The task has it no longer. */
  outdated: boolean;
  /** As {@link OwedBy} has it. */
  formerLeads: number[] | null;
  /** Whether it is owed as long as nobody has reported; what was over before it came into sight is not. */
  isChased: boolean;
}

export interface WaitingTask extends Pick<Task, 'id' | 'number' | 'leads' | 'supports'> {
  isFollowed: boolean;
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
  ofOrganization(organizationId: number): Promise<PlanRecord[]>;
  add(organizationId: number, facts: PlanFacts, at: Date, trackedFrom: Day): Promise<PlanRecord>;
  update(plan: PlanRecord): Promise<void>;
  /** Every row of the plan that was ever a task, with its number. */
  tasksOf(planId: number): Promise<KnownTask[]>;
  highestNumber(organizationId: number): Promise<number>;
  setDeadline(taskId: number, deadline: Deadline): Promise<void>;
  /** A clerk gives the task to units, instead of those that the plan names. */
  assign(taskId: number, leads: AssignedUnit[], supports: AssignedUnit[]): Promise<void>;
  /** Tasks with words that no unit was found for, followed or not, by number. */
  withUnknownUnits(organizationId: number): Promise<WaitingTask[]>;
  /** Words that the plan has for a unit turn out to mean this one; no word of a clerk stands against them. */
  recognize(taskId: number, leads: AssignedUnit[], supports: AssignedUnit[]): Promise<void>;
  /** Each with a number of its own. @returns their ids, in the same order. */
  addTasks(plan: PlanRecord, tasks: readonly NewTask[]): Promise<number[]>;
  addTask(plan: PlanRecord, task: PlannedTask, place: Omit<NewTask, 'task'>): Promise<number>;
  updateTask(taskId: number, task: PlannedTask, position: number, kept: Kept): Promise<void>;
  dropTask(taskId: number): Promise<void>;
  /** These rows give up their keys, for others to take: rows may swap their titles. */
  freeKeys(taskIds: number[]): Promise<void>;
  /** Its steps go with it, as long as it is left out. */
  leaveOut(taskId: number): Promise<void>;
  takeBack(taskId: number): Promise<void>;
  /** Tasks of the office that a clerk has left out, by number. */
  leftOut(organizationId: number): Promise<{ id: number; number: number; title: string }[]>;
  /** The active tasks of the office with their occurrences, by number. */
  board(organizationId: number): Promise<Task[]>;
  /** Those of them with these ids. */
  boardOfTasks(organizationId: number, taskIds: number[]): Promise<Task[]>;
  /** Those of them that a notice reminds of. */
  boardOfNotice(organizationId: number, noticeId: number): Promise<Task[]>;
  /** One of them; null where the board has no such task. */
  taskOnBoard(organizationId: number, which: { number: number } | { id: number }): Promise<Task | null>;
  /** With the dates that it has no longer. */
  standingOf(taskId: number): Promise<TaskStanding>;
  /** Of all tasks that the office ever had. */
  standings(organizationId: number): Promise<{ id: number; number: number; standing: TaskStanding }[]>;
  /** Puts a task back, as if nobody had reported; requests for more time are their own affair. */
  restore(taskId: number, standing: TaskStanding): Promise<void>;
  occurrencesOf(taskId: number): Promise<Omit<Occurrence, 'reportedBy' | 'waitingFor'>[]>;
  /** It is done by the reports of these units, whoever leads the task from now on. */
  keepLeads(occurrenceId: number, formerLeads: number[]): Promise<void>;
  leadUnitsOfOccurrence(occurrenceId: number): Promise<number[]>;
  /** Lays out dates; those that stand already stay as they are, outdated ones come back. @returns how many were added. */
  addOccurrences(taskId: number, dates: (OccurrenceDates & { state: OccurrenceState })[]): Promise<number>;
  /** The task has no longer the dates that are not among these and on which no report stands. */
  dropOccurrencesExcept(taskId: number, keys: string[]): Promise<void>;

  /** Another last day for one date, and what it was at first. */
  moveOccurrence(occurrenceId: number, days: { lastDay: Day; originalDay: Day | null }): Promise<void>;

  saveDraft(draft: Omit<Draft, 'id'>, at: Date): Promise<Draft>;
  /** A draft that nobody has decided on, not older than `since`; the latest of this member's when no id is given. */
  openDraft(
    memberId: number,
    wanted: { id: number | null; kind?: Draft['kind']; since: Date },
  ): Promise<Draft | null>;
  reviseDraft(id: number, content: unknown): Promise<void>;
  closeDraft(id: number, at: Date): Promise<void>;
  /** Decided on or not. */
  draft(id: number): Promise<Draft & { decidedAt: Date | null }>;
  /** It waits for an answer again. */
  reopenDraft(id: number): Promise<void>;
}
