import type { Day } from '../../domain/day.ts';
import type { Button, Line, PlatformName } from './messenger.ts';
import type { FileOrder } from './report-writer.ts';

export interface NoticeContent {
  lines: Line[];
  buttons?: Button[][];
  replyToMessageId?: string;
  /** What the platform gave along with that message. */
  quoting?: object;
  /** Follows the words, where the platform takes files. */
  file?: FileOrder;
  /** The report of which it asks why it is to be returned. */
  asksWhy?: number;
}

/**
 * reply: belongs to the chat in which it answers. word: for a person, wherever they hear. the others are put in words when
 * they are sent: unreached tells a clerk who cannot be reached, silent what nobody has answered, hindered what hinders,
 * feedback what the bot could not do, calendar the address of one; weekly and monthly are summaries.
 */
export type NoticeKind =
  | 'reply'
  | 'word'
  | 'reminders'
  | 'unreached'
  | 'silent'
  | 'weekly'
  | 'monthly'
  | 'hindered'
  | 'feedback'
  | 'calendar';

/** On a platform without buttons: the number that, sent back, presses a button. */
export interface Choice {
  code: number;
  /** The button's. */
  data: string;
}

export interface NewNotice {
  /** Unique: a notice with a known key is not added again. */
  key: string;
  kind: NoticeKind;
  chatId: number;
  /** The office's day that reminders speak of, or from which a summary counts; null for the others. */
  day: Day | null;
  /** Null for what is put in words when it is sent. */
  content: NoticeContent | null;
  at: Date;
}

export interface Notice {
  id: number;
  key: string;
  kind: NoticeKind;
  chatId: number;
  day: Day | null;
  content: NoticeContent | null;
  attempts: number;
  /** The platform's ids of the parts that have been sent already. */
  messageIds: string[];
  /** Empty where there are buttons, or nothing to choose. */
  choices: Choice[];
  /** When it was sent, or as long as it has not been, written down. */
  at: Date;
}

/** A notice that offered choices. Not `isCertain`: nobody knows whether it has arrived, or whether all of it has. */
export interface Offer extends Notice {
  isCertain: boolean;
}

export type NoticeEnd = 'sent' | 'dropped' | 'undeliverable';

/**
 * How long a claim holds without being renewed: for so long a sender that died keeps its chat waiting. The database's clock
 * judges claims and waits alike.
 */
export const CLAIM_LEASE_MS = 15_000;
/** No notice waits longer, whatever the platform asks for: one that seems to was put off by a clock that was wrong. */
export const LONGEST_WAIT_MS = 60 * 60_000;

/** What was taken; or nothing, and how long the notice that is next has to wait, where that is known. */
export type Claim = { notice: Notice } | { notice: null; waitMs: number | null };

/** Names a claim: the number of attempts grows with each. Of a notice that waits: as it was when it was read. */
export type HeldNotice = Pick<Notice, 'id' | 'attempts'>;

/** Another sender has taken or ended the notice meanwhile: it is that one's to decide about. Nothing was written. */
export class ClaimLost extends Error {
  constructor({ id }: HeldNotice) {
    super(`Notice ${id} has been taken by another sender`);
  }
}

export interface Outbox {
  /** Which of these keys exist. */
  known(keys: string[]): Promise<Set<string>>;
  /** A notice whose key exists is not added again: `isNew` is false, and the id is that of the first. */
  add(notice: NewNotice): Promise<{ id: number; isNew: boolean }>;
  /**
   * Takes the oldest notice of a chat for sending, unless another sender is at this chat. A claim that was not renewed for
   * {@link CLAIM_LEASE_MS} is abandoned: its sender died, and the notice is taken again.
   */
  claim(chatId: number): Promise<Claim>;
  /** Whose chat it is at which something waits or is being sent, and whether that answers somebody. Null: nothing does. */
  waitingAt(
    chatId: number,
  ): Promise<{ platform: PlatformName; officeId: number | null; isUrgent: boolean } | null>;
  /** Keeps claims from growing old. @returns the ids of those that are still held; the others are lost, or over. */
  renew(notices: HeldNotice[]): Promise<Set<number>>;
  /** Fixes the words of a notice that goes out in several parts: cut off, it must go on with the same words. @throws {ClaimLost} */
  fixContent(notice: HeldNotice, content: NoticeContent): Promise<void>;
  /** Before it is sent: what its numbers will mean, whoever answers and whenever. @throws {ClaimLost} */
  offer(notice: HeldNotice, choices: Choice[]): Promise<void>;
  /** One of its messages has been sent, and others follow. @throws {ClaimLost} */
  partSent(notice: HeldNotice, messageId: string): Promise<void>;
  /** The last of its messages has been sent. @throws {ClaimLost} */
  sent(notice: HeldNotice, at: Date, messageId: string): Promise<void>;
  /**
   * Holds a notice until the transaction ends. False when another sender has taken or ended it meanwhile: then it is
   * that one's to decide about.
   */
  hold(notice: HeldNotice): Promise<boolean>;
  /** @throws {ClaimLost} */
  end(notice: HeldNotice, end: NoticeEnd, at: Date, failure?: string): Promise<void>;
  /** Gives the notice back, to be taken again after `waitMs`, or {@link LONGEST_WAIT_MS} if that is less. @throws {ClaimLost} */
  postpone(notice: HeldNotice, waitMs: number, failure: string): Promise<void>;
  /**
   * A notice that ended because the account was out of service waits again, for the time to which it was last
   * postponed. Null when there is none with this key, or it has not ended so.
   */
  resume(key: string): Promise<number | null>;
  /** Chats for which something could be sent now: what the reconciler wakes. One of each office in turn, the oldest first. */
  chatsOwed(): Promise<number[]>;
  /** Chats at which a sender has died. */
  chatsAbandoned(): Promise<number[]>;
  /** A later notice of the same kind that waits for the same chat, of those put in words when they are sent; or null. */
  laterOfKind(notice: Notice): Promise<number | null>;
  /** What waits for this chat and is no reply, oldest first. */
  waitingForPerson(chatId: number): Promise<Notice[]>;
  /** The notice that one of its messages belongs to. */
  byMessage(chatId: number, messageId: string): Promise<Notice | null>;
  /** As with {@link byMessage}, in whichever topic of the group it stands. */
  byMessageAt(platform: PlatformName, groupOrPerson: string, messageId: string): Promise<Notice | null>;
  markSeen(noticeId: number, memberId: number, at: Date): Promise<void>;
  /** Who has seen a notice that reminded of the task, and when last; in the order of the times. */
  seenOfTask(taskId: number): Promise<{ memberName: string; at: Date }[]>;
  /** What was said last in a chat. */
  latestSent(chatId: number): Promise<Notice | null>;
  /** The latest notices of a chat that offered choices and have arrived, or may have; the newest first. */
  latestOffers(chatId: number): Promise<Offer[]>;
  /** How many answers a chat has been given since then. */
  repliesSince(chatId: number, since: Date): Promise<number>;
  /** A notice of this key, and all that it was passed on as, have ended in vain: another may be made under the key. */
  freeKeys(key: string): Promise<void>;
  /** Nothing waits and nothing is being sent. */
  isEmpty(): Promise<boolean>;
}
