interface Told {
  id: number;
  organizationId: number;
  /** Counted in the office; it stays the same, and nobody is shown it. */
  number: number;
  /** The week in which the clerks were told of it; null: not yet. */
  toldIn: string | null;
  words: string;
  /** When it was said, or said last. */
  at: Date;
}

/** Words by which the bot did not know what to do. */
export interface Unmet extends Told {
  kind: 'unmet';
  times: number;
  /** How many have said it. */
  people: number;
}

/** What somebody has to say of the bot, word for word. */
export interface Remark extends Told {
  kind: 'remark';
  memberId: number;
  by: string;
}

export type FeedbackItem = Unmet | Remark;

/** Who said it, with which message, and when. */
export interface Saying {
  organizationId: number;
  memberId: number;
  updateId: number;
  at: Date;
}

/** Ý kiến: how the bot might serve the office better. */
export interface Feedback {
  /** One message more with words that were not understood, as the domain keeps them. */
  notUnderstood(words: string, saying: Saying): Promise<void>;
  /** What was offered in answer to that message has been taken: it was understood in the end. */
  understood(updateId: number): Promise<void>;
  /** @returns the id of the remark */
  remarked(words: string, saying: Saying): Promise<number>;
  /**
   * What is worth telling: of the latest note, then what no note has told yet, then of earlier ones; of each, remarks first,
   * then what was said most often. A clerk names an item by its place, which is the same in the latest note. `toldIn`: what
   * the clerks were told of in that week.
   */
  ofOffice(organizationId: number, toldIn?: string): Promise<FeedbackItem[]>;
  byId(id: number): Promise<FeedbackItem | null>;
  /** No longer shown; the same words said again are counted anew. */
  drop(id: number): Promise<void>;
  /** Shown again. False where the same words have been counted anew since, and show already. */
  restore(id: number): Promise<boolean>;
  /**
   * All of it that was worth telling before that moment is told in that week, and again what was to be told in those weeks,
   * whose notes nobody has had.
   */
  tell(organizationId: number, before: Date, week: string, unsent: string[]): Promise<void>;
  /** What was last said before that moment, but for remarks that nobody has dropped. */
  forget(before: Date): Promise<void>;
}
