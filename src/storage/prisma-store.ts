import type { Storage, Store } from '../services/ports/store.ts';
import { absences } from './absences.ts';
import { auditLog } from './audit.ts';
import { calendarAddresses } from './calendar-addresses.ts';
import { changes } from './changes.ts';
import { chats } from './chats.ts';
import type { Db } from './client.ts';
import { type DatabaseTime, databaseTime } from './database-time.ts';
import { extensions } from './extensions.ts';
import { feedback } from './feedback.ts';
import type { PrismaClient } from './generated/client.ts';
import { inbox } from './inbox.ts';
import { leases } from './leases.ts';
import { offices } from './offices.ts';
import { outages } from './outages.ts';
import { outbox } from './outbox.ts';
import { ownReminders } from './own-reminders.ts';
import { parents } from './parents.ts';
import { planning } from './planning.ts';
import { plans } from './plans.ts';
import { registers } from './registers.ts';
import { reminders } from './reminders.ts';
import { reports } from './reports.ts';
import type { OnDamaged } from './stored-json.ts';
import { taskNotes } from './task-notes.ts';
import { transfers } from './transfers.ts';

/** Importing a plan of 500 tasks is the longest thing that happens at once. */
const TRANSACTION_LIMIT_MS = 60_000;

/** @param onDamaged hears of each row that is left aside because it cannot be read */
export function prismaStorage(prisma: PrismaClient, onDamaged: OnDamaged, time = databaseTime): Storage {
  return {
    ...storeOn(prisma, time, onDamaged),
    leases: leases(prisma, time),
    registers: registers(prisma, time),
    transaction: (work) =>
      prisma.$transaction((tx) => work(storeOn(tx, time, onDamaged)), {
        timeout: TRANSACTION_LIMIT_MS,
        maxWait: TRANSACTION_LIMIT_MS,
      }),
  };
}

function storeOn(db: Db, time: DatabaseTime, onDamaged: OnDamaged): Store {
  return {
    absences: absences(db),
    calendarAddresses: calendarAddresses(db),
    offices: offices(db, onDamaged),
    chats: chats(db, onDamaged),
    parents: parents(db),
    planning: planning(db, onDamaged),
    plans: plans(db, onDamaged),
    reminders: reminders(db),
    outbox: outbox(db, time, onDamaged),
    outages: outages(db),
    inbox: inbox(db, time, onDamaged),
    reports: reports(db),
    extensions: extensions(db),
    feedback: feedback(db),
    notes: taskNotes(db),
    ownReminders: ownReminders(db),
    transfers: transfers(db),
    audit: auditLog(db),
    changes: changes(db),
  };
}
