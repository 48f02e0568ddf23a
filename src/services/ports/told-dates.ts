import type { Day } from '../../domain/day.ts';

/** An open due date of a task that the office follows. */
export interface OpenDate {
  occurrenceId: number;
  taskId: number;
  /** Of the task. */
  number: number;
  planId: number;
  lastDay: Day;
  /** The day of the latest reminder of it that went out, waits to, or could reach nobody; null: there was none. */
  toldOn: Day | null;
}

/** What has been told of which date, read for whoever checks the planner: by questions that the planner does not ask. */
export interface ToldDates {
  /** Dates up to that last day that have not been spoken of today, by the office. */
  notToldOn(today: Day, dueBy: Day): Promise<Map<number, OpenDate[]>>;
  /** Of these offices, those in which a clerk can be written to: there somebody can be told of anything. */
  withClerk(organizationIds: number[]): Promise<Set<number>>;
  /** What has been changed in an office since then: the subjects of the audit log, "task:12 occurrence:3". */
  changedSince(organizationId: number, since: Date): Promise<string[]>;
}
