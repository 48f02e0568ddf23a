import type { Day } from '../../domain/day.ts';
import { type Recipient, recipientKey } from '../../domain/reminders-for-day.ts';

export interface ReminderKey {
  occurrenceId: number;
  recipient: Recipient;
  stage: string;
}

/** A reminder's unique key as one text. */
export function reminderId({ occurrenceId, recipient, stage }: ReminderKey): string {
  return `${occurrenceId} ${recipientKey(recipient)} ${stage}`;
}

/** Between a stage and the day that it was counted to, once the occurrence has another. */
export const RETIRED = ' of ';

/** Said of a day that the occurrence no longer has. */
export function isRetired({ stage }: ReminderKey): boolean {
  return stage.includes(RETIRED);
}

export interface Reminders {
  /** The {@link reminderId}s of these occurrences that have a row already. */
  known(occurrenceIds: number[]): Promise<Set<string>>;
  /** Adds rows for one notice; rows that exist already are left to the notice they belong to. */
  add(noticeId: number, sendOn: Day, reminders: ReminderKey[]): Promise<number>;
  /** The reminders of a notice, read anew. */
  ofNotice(noticeId: number): Promise<ReminderKey[]>;
  /**
   * The occurrence has another last day from now on: what has been said of the former one is kept under its name, and
   * what has not been said is not said any more.
   */
  retire(occurrenceId: number, formerDay: Day): Promise<void>;
  /** Takes back {@link retire}: what was said of that day is said of it again. */
  reinstate(occurrenceId: number, day: Day): Promise<void>;
  /**
   * The occurrence is owed again: what its reminders were going to say, and did not because it had been reported, may be
   * planned anew.
   * @param since notices sent from then on left it out
   * @param recipients for whom; null: for all
   * @returns the keys of the notices that were dropped for it
   */
  forgetUnsaid(occurrenceId: number, since: Date, recipients: Recipient[] | null): Promise<string[]>;
  /**
   * They are not theirs any more: what waits to be said to them is not said, and may be planned anew should it be theirs
   * again.
   * @returns the keys of the notices in which nothing is left
   */
  unplan(occurrenceIds: number[], recipients: Recipient[]): Promise<string[]>;
  /** They have not been sent, and may be planned again. */
  release(noticeId: number): Promise<void>;
  moveToNotice(fromNoticeId: number, toNoticeId: number): Promise<void>;
}
