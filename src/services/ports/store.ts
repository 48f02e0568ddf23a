/**
 * What services ask of the database. One {@link Store} is one view of it: the plain one, or the one inside a
 * transaction, in which everything happens or nothing does.
 */
import type { Day } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { EvidenceGiven } from '../../domain/evidence.ts';
import type { Member, Unit } from '../../domain/member.ts';
import { type Recipient, recipientKey } from '../../domain/reminders-for-day.ts';
import type { OccurrenceDates, OccurrenceState, Task } from '../../domain/task.ts';
import type { Button, ChatAddress, InboundUpdate, Line, PlatformName } from './messenger.ts';

export interface Storage extends Store {
  /**
   * All or nothing. Nothing in `work` may wait for anything but this store: the embedded database is one session,
   * and whoever waits inside for what happens outside waits forever.
   */
  transaction<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
}

export interface Store {
  offices: Offices;
  chats: Chats;
  plans: Plans;
  reminders: Reminders;
  outbox: Outbox;
  inbox: Inbox;
  reports: Reports;
  audit: AuditLog;
}

export interface Organization {
  id: number;
  name: string;
  /** "vi" or "en". */
  locale: string;
}

export interface Offices {
  all(): Promise<Organization[]>;
  byId(id: number): Promise<Organization>;
  byName(name: string): Promise<Organization | null>;
  create(name: string, locale: string): Promise<Organization>;
  /** Holds back every other transaction that asks for the same office's lock until this one ends. */
  lock(id: number): Promise<void>;

  units(organizationId: number): Promise<Unit[]>;
  saveUnit(organizationId: number, unit: { name: string; aliases: string[] }): Promise<Unit>;

  /** Active members, in roster order. */
  members(organizationId: number): Promise<Member[]>;
  addMember(member: Omit<Member, 'id'>): Promise<Member>;
  updateMember(member: Member): Promise<void>;
  /** The person is no longer on the roster: may do nothing, is reminded of nothing, stays the author of reports. */
  retireMember(memberId: number): Promise<void>;

  /** The members who have joined on some platform. */
  joined(organizationId: number): Promise<Set<number>>;
  memberByAccount(platform: PlatformName, accountId: string): Promise<Member | null>;
  /** The account speaks for this member from now on; an earlier account of the member on that platform no more. */
  linkAccount(memberId: number, platform: PlatformName, accountId: string, at: Date): Promise<void>;
  invite(invitation: Invitation): Promise<void>;
  invitation(code: string): Promise<(Invitation & { member: Member }) | null>;
  closeInvitation(code: string): Promise<void>;
}

export interface Invitation {
  code: string;
  memberId: number;
  createdAt: Date;
  expiresAt: Date;
}

export interface Chat {
  id: number;
  platform: PlatformName;
  address: ChatAddress;
  kind: 'private' | 'group';
  title: string;
  organizationId: number | null;
  /** The group of one unit; null: of the whole office. */
  unitId: number | null;
  /** Whose private chat it is. */
  memberId: number | null;
  reachable: boolean;
}

export interface Chats {
  /** The chat at that address, made on first sight. */
  at(update: Pick<InboundUpdate, 'platform' | 'chat'>): Promise<Chat>;
  byId(id: number): Promise<Chat>;
  ofOrganization(organizationId: number): Promise<Chat[]>;
  bindToOffice(chatId: number, organizationId: number, unitId: number | null): Promise<void>;
  bindToMember(chatId: number, member: Member): Promise<void>;
  setReachable(chatId: number, unreachable: { why: string; at: Date } | null): Promise<void>;
  /** The platform gave the group, with all its topics, another id. */
  move(platform: PlatformName, from: string, to: string): Promise<void>;
}

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
  updateTask(taskId: number, task: PlannedTask, position: number): Promise<void>;
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

export interface ReminderKey {
  occurrenceId: number;
  recipient: Recipient;
  stage: string;
}

/** A reminder's unique key as one text. */
export function reminderId({ occurrenceId, recipient, stage }: ReminderKey): string {
  return `${occurrenceId} ${recipientKey(recipient)} ${stage}`;
}

export interface Reminders {
  /** The {@link reminderId}s of these occurrences that have a row already. */
  known(occurrenceIds: number[]): Promise<Set<string>>;
  /** Adds rows for one notice; rows that exist already are left to the notice they belong to. */
  add(noticeId: number, sendOn: Day, reminders: ReminderKey[]): Promise<number>;
  /** The reminders of a notice, read anew. */
  ofNotice(noticeId: number): Promise<ReminderKey[]>;
  moveToNotice(fromNoticeId: number, toNoticeId: number): Promise<void>;
}

export interface NoticeContent {
  lines: Line[];
  buttons?: Button[][];
  replyToMessageId?: string;
}

export interface NewNotice {
  /** Unique: a notice with a known key is not added again. */
  key: string;
  chatId: number;
  /** The office's day a reminder notice speaks of; its words are found when it is sent. */
  day: Day | null;
  /** The words of a reply. */
  content: NoticeContent | null;
  at: Date;
}

export interface Notice {
  id: number;
  key: string;
  chatId: number;
  day: Day | null;
  content: NoticeContent | null;
  attempts: number;
  /** The platform's ids of the parts that have been sent already. */
  messageIds: string[];
}

export type NoticeEnd = 'sent' | 'dropped' | 'undeliverable';

export interface Outbox {
  /** A notice whose key exists is not added again: `isNew` is false, and the id is that of the first. */
  add(notice: NewNotice): Promise<{ id: number; isNew: boolean }>;
  /**
   * Takes the oldest notice of a chat for sending, unless another sender is at this chat. A claim older than
   * `claimedBefore` counts as abandoned: its sender died, and the notice is taken again.
   */
  claim(chatId: number, now: Date, claimedBefore: Date): Promise<Notice | null>;
  /** Fixes the words of a notice that goes out in several parts: cut off, it must go on with the same words. */
  fixContent(noticeId: number, content: NoticeContent): Promise<void>;
  partSent(noticeId: number, messageId: string): Promise<void>;
  end(noticeId: number, end: NoticeEnd, at: Date, failure?: string): Promise<void>;
  /** Gives the notice back, to be taken again from `notBefore` on. */
  postpone(noticeId: number, notBefore: Date, failure: string): Promise<void>;
  /** Chats for which something could be sent now: what the reconciler wakes. */
  chatsOwed(now: Date, claimedBefore: Date): Promise<number[]>;
  /** When the next postponed notice of this chat may go, or null when nothing waits. */
  nextAt(chatId: number): Promise<Date | null>;
  /** A later reminder notice that waits for the same chat, or null. */
  laterReminderNotice(notice: Notice): Promise<number | null>;
  /** The notice that one of its messages belongs to. */
  byMessage(chatId: number, messageId: string): Promise<Notice | null>;
  /** Nothing waits and nothing is being sent. */
  isEmpty(): Promise<boolean>;
}

export interface StoredUpdate {
  id: number;
  update: InboundUpdate;
  attempts: number;
}

export interface Inbox {
  /** @returns false when this update was stored before. */
  add(lane: string, update: InboundUpdate, at: Date): Promise<boolean>;
  /** The oldest update of the lane that waits; holds the lane until the transaction ends. */
  next(lane: string): Promise<StoredUpdate | null>;
  byId(id: number): Promise<InboundUpdate | null>;
  done(id: number, at: Date): Promise<void>;
  /** Could not be handled: counted, and given up as `failed` when `givenUp`. */
  failed(id: number, at: Date, givenUp: boolean): Promise<void>;
  lanesOwed(): Promise<string[]>;
  isEmpty(): Promise<boolean>;
}

export type EvidenceKept = EvidenceGiven | { kind: 'file'; value: string; name: string | null };

export interface NewReport {
  occurrenceId: number;
  memberId: number;
  /** The lead units it speaks for; empty when the task names none. */
  unitIds: number[];
  text: string;
  at: Date;
  updateId: number | null;
  evidence: EvidenceKept[];
}

export interface Reports {
  add(report: NewReport): Promise<void>;
  ofTask(taskId: number): Promise<ReportRecord[]>;
  /** Marks the occurrence as reported by all who owe it. */
  complete(occurrenceId: number, on: Day): Promise<void>;
}

export interface ReportRecord {
  occurrenceId: number;
  memberName: string;
  at: Date;
  evidence: EvidenceKept[];
}

export interface AuditEntry {
  organizationId: number | null;
  at: Date;
  /** Null: the shell or the clock did it. */
  memberId: number | null;
  updateId: number | null;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
}
