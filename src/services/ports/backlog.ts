import type { Job } from './queue.ts';

/** What waits in the lanes of one kind. */
export interface Waiting {
  lane: Job['name'];
  count: number;
  /** Since when the oldest is owed; null where nothing waits. */
  oldestAt: Date | null;
}

/** What is owed and has not been done. */
export interface Backlog {
  waiting(): Promise<Waiting[]>;
  /** Messages to chats of an office that are owed since before that moment. Null: of none. */
  unsentSince(before: Date): Promise<{ organizationId: number | null; count: number; oldestAt: Date }[]>;
  /** Messages that came before that moment and that nobody has handled. */
  unansweredSince(before: Date): Promise<{ count: number; oldestAt: Date | null }>;
  /** Writes something. @throws the reason why nothing can be written */
  probe(): Promise<void>;
}
