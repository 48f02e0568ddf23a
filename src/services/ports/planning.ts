import type { Absence } from '../../domain/absence.ts';
import type { Day } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import type { Snooze } from '../../domain/put-off.ts';
import type { OccurrenceDates, OccurrenceState, Task } from '../../domain/task.ts';
import type { Chat } from './chats.ts';
import type { Organization } from './offices.ts';
import type { NewNotice } from './outbox.ts';
import type { Appointment } from './own-reminders.ts';
import type { ReminderKey } from './reminders.ts';
import type { Transfer } from './transfers.ts';

/** An office whose moment has come. It is the claimer's until the transaction ends, also where the claimer dies. */
export interface Claimed {
  office: Organization;
  /** The day by which the dates of rules are laid out; null: all of them are to be gone through. */
  laidOutOn: Day | null;
}

/** Who is there and where they hear, and what may be due to them besides their tasks. */
export interface Staff {
  members: Member[];
  /** The members who have joined on some platform, and since when. */
  joined: Map<number, Date>;
  chats: Chat[];
  absences: Absence[];
  snoozes: Snooze[];
  /** Of members of the office, those that have not had their turn; the next first. */
  appointments: Appointment[];
  /** Asked for, and not answered by anybody. */
  transfers: Transfer[];
  /** Since when the oldest of what the clerks are to be told of is worth telling; null: there is nothing. */
  feedbackSince: Date | null;
}

/** Which dates a morning may speak of. */
export interface DatesInSight {
  /** The latest last day of a due date. */
  dueBy: Day;
  /** The last days of monthly questions. */
  asks: { from: Day; to: Day };
}

export interface NewDate extends OccurrenceDates {
  taskId: number;
  state: Extract<OccurrenceState, 'open' | 'past'>;
}

/** A notice that is put in words when it is sent, and the reminders that it brings. */
export interface Telling extends Omit<NewNotice, 'content' | 'at'> {
  reminders?: ReminderKey[];
}

/**
 * When to look at which office. Each has a moment: its next morning, or an hour at which somebody wants to hear; whatever
 * changes what might be due makes it now, whoever changes it.
 */
export interface Planning {
  /**
   * The offices whose moment has come, in any order. A moment that was set by a clock which shows a later time than now
   * keeps nobody waiting.
   */
  due(now: Date): Promise<number[]>;
  /** Every office is looked at again, with all dates that its tasks ought to have. */
  lookAtAll(): Promise<void>;
  /**
   * Null: somebody else has it, or has just looked at it. Within a transaction, which holds it.
   * @throws where what is stored of the office itself cannot be read
   */
  claim(organizationId: number, now: Date): Promise<Claimed | null>;
  staff(organizationId: number, today: Day): Promise<Staff>;
  /** Tasks whose dates may follow from a rule. */
  datedByRule(organizationId: number): Promise<Pick<Task, 'id' | 'deadline' | 'trackedFrom'>[]>;
  /** Adds those that there are not. @returns the tasks that had one of them before and lost it */
  addDates(dates: NewDate[]): Promise<number[]>;
  /** The tasks with open dates in sight, and these alone; and every month's question for guidance that was answered. */
  tasksInSight(organizationId: number, sight: DatesInSight): Promise<Task[]>;
  /** Tasks of which a report, a request for more time, or one to pass it on waits for an answer. */
  tasksAwaitingAnswer(organizationId: number): Promise<number[]>;
  /** Which of these reminders, as {@link reminderId}s, and of these keys of notices are in the ledger. */
  known(reminders: ReminderKey[], keys: string[]): Promise<{ reminders: Set<string>; keys: Set<string> }>;
  /** Adds those whose key is not in the ledger. @returns the chats that got one */
  tell(tellings: Telling[], sendOn: Day, at: Date): Promise<number[]>;
  /** Ends the claim: when to look next. What the claimer itself has changed calls nobody. */
  finish(organizationId: number, next: { at: Date; now: Date; laidOutOn: Day | null }): Promise<void>;
}
