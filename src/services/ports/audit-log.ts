import type { ChangeMade } from './changes.ts';

/** Who does something, and when. */
export interface Author {
  /** Null: the shell or the clock did it. */
  memberId: number | null;
  /** The message that asked for it, where one did. */
  updateId: number | null;
  at: Date;
}

export interface AuditEntry extends Author {
  organizationId: number | null;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
}

/** What somebody has done about a task. */
export interface TaskDeed {
  at: Date;
  action: string;
  /** Null: the shell or the clock did it. */
  memberName: string | null;
  /** The date it is about; null: all of the task. */
  occurrenceId: number | null;
  /** What was undone, of an undoing. */
  undone: ChangeMade | null;
  after: unknown;
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
  /** What a message has done, in order. */
  ofUpdate(updateId: number): Promise<Pick<AuditEntry, 'action' | 'subject'>[]>;
  /** What was done about the task, what was undone, and the versions of its plan that touched it; the oldest first. */
  ofTask(task: { id: number; number: number }): Promise<TaskDeed[]>;
}
