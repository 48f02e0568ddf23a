/**
 * What services ask of the database. One {@link Store} is one view of it: the plain one, or the one inside a
 * transaction, in which everything happens or nothing does.
 */
import type { Absences } from './absences.ts';
import type { AuditLog } from './audit-log.ts';
import type { CalendarAddresses } from './calendar-addresses.ts';
import type { Changes } from './changes.ts';
import type { Chats } from './chats.ts';
import type { Extensions } from './extensions.ts';
import type { Feedback } from './feedback.ts';
import type { Inbox } from './inbox.ts';
import type { Leases } from './leases.ts';
import type { Offices } from './offices.ts';
import type { Outages } from './outages.ts';
import type { Outbox } from './outbox.ts';
import type { OwnReminders } from './own-reminders.ts';
import type { Parents } from './parents.ts';
import type { Planning } from './planning.ts';
import type { Plans } from './plans.ts';
import type { Registers } from './registers.ts';
import type { Reminders } from './reminders.ts';
import type { Reports } from './reports.ts';
import type { TaskNotes } from './task-notes.ts';
import type { Transfers } from './transfers.ts';

export interface Storage extends Store {
  leases: Leases;
  registers: Registers;
  /**
   * All or nothing. Nothing in `work` may wait for anything but this store: the embedded database is one session,
   * and whoever waits inside for what happens outside waits forever.
   */
  transaction<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
}

export interface Store {
  absences: Absences;
  calendarAddresses: CalendarAddresses;
  offices: Offices;
  chats: Chats;
  parents: Parents;
  planning: Planning;
  plans: Plans;
  reminders: Reminders;
  outbox: Outbox;
  outages: Outages;
  inbox: Inbox;
  reports: Reports;
  extensions: Extensions;
  feedback: Feedback;
  notes: TaskNotes;
  ownReminders: OwnReminders;
  transfers: Transfers;
  audit: AuditLog;
  changes: Changes;
}
