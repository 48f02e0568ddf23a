/**
 * What is kept for a time. updates: messages as they came. notices: those that were sent. drafts: files that were read.
 * changes: what it took to undo. audit: who did what.
 */
export const KEPT = ['updates', 'notices', 'drafts', 'changes', 'audit'] as const;
export type Kept = (typeof KEPT)[number];

/** What went with a person. */
export interface Forgotten {
  accounts: number;
  /** Messages of theirs. */
  messages: number;
  /** What was said to them in private, whose words are gone. */
  notices: number;
  /** What they have remarked of the bot. */
  remarks: number;
}

export interface Retention {
  /**
   * Takes away so many at most of what is older: the oldest, and nothing that waits. Notices that reminded of a date that is
   * still open stay, as does what was asked once for all.
   * @returns how many there were
   */
  purge(what: Kept, before: Date, most: number): Promise<number>;
  /**
   * The accounts of a person, the phone, leave, own reminders and remarks, what they wrote and what was said to them in
   * private. What they reported, noted and asked for stays with the tasks, and so does the name.
   */
  forget(memberId: number): Promise<Forgotten>;
}
