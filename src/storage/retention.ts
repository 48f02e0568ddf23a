import type { Kept, Retention } from '../services/ports/retention.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/client.ts';

/** What may go of each, and its table. */
const PURGED: Readonly<Record<Kept, (before: Date) => { table: Prisma.Sql; where: Prisma.Sql }>> = {
  updates: (before) => ({
    table: Prisma.sql`public."Update"`,
    where: Prisma.sql`state <> 'pending' AND "receivedAt" < ${before}::timestamptz`,
  }),
  notices: (before) => ({
    table: Prisma.sql`public."Notice"`,
    // That nobody has answered to the passing on of a task is asked once, however long it takes.
    where: Prisma.sql`state NOT IN ('pending', 'sending') AND kind <> 'silent' AND "createdAt" < ${before}::timestamptz
      AND NOT EXISTS (
        SELECT FROM public."Reminder" AS reminder
        JOIN public."Occurrence" AS occurrence ON occurrence.id = reminder."occurrenceId"
        WHERE reminder."noticeId" = one.id AND occurrence.state = 'open')`,
  }),
  drafts: (before) => ({
    table: Prisma.sql`public."Draft"`,
    where: Prisma.sql`greatest("createdAt", "decidedAt") < ${before}::timestamptz`,
  }),
  changes: (before) => ({
    table: Prisma.sql`public."Change"`,
    where: Prisma.sql`at < ${before}::timestamptz AND coalesce("undoneAt" < ${before}::timestamptz, true)`,
  }),
  audit: (before) => ({
    table: Prisma.sql`public."AuditEntry"`,
    where: Prisma.sql`at < ${before}::timestamptz`,
  }),
};

export function retention(db: Db): Retention {
  return {
    purge(what, before, most) {
      const { table, where } = PURGED[what](before);
      return db.$executeRaw`
        DELETE FROM ${table} WHERE id IN (SELECT one.id FROM ${table} AS one WHERE ${where} ORDER BY one.id LIMIT ${most})`;
    },
    async forget(memberId) {
      const { organizationId, phone } = await db.member.findUniqueOrThrow({ where: { id: memberId } });
      const messages = await db.$executeRaw`
        DELETE FROM public."Update" USING public."Identity" AS identity
        WHERE identity."memberId" = ${memberId} AND "Update".platform = identity.platform
          AND payload #>> '{from,id}' = identity."accountId" AND state <> 'pending'`;
      const chats = { memberId, kind: 'private' as const };
      await db.notice.updateMany({
        where: { chat: chats, state: { in: ['pending', 'sending'] } },
        data: { state: 'dropped' },
      });
      const { count: notices } = await db.notice.updateMany({
        where: { chat: chats },
        data: { content: Prisma.DbNull, choices: Prisma.DbNull },
      });
      // The reminders that went there were sent, and stay so.
      await db.$executeRaw`
        UPDATE public."Chat" SET "externalId" = 'forgotten ' || id, title = '', "memberId" = NULL, "organizationId" = NULL,
          unreachable = 'chat-gone'
        WHERE "memberId" = ${memberId} AND kind = 'private'`;
      const where = { memberId };
      const { count: accounts } = await db.identity.deleteMany({ where });
      await db.invitation.deleteMany({ where });
      await db.calendarAddress.deleteMany({ where });
      await db.snooze.deleteMany({ where });
      await db.appointment.deleteMany({ where });
      await db.absence.deleteMany({ where });
      await db.seen.deleteMany({ where });
      await db.saying.deleteMany({ where });
      const { count: remarks } = await db.feedback.deleteMany({ where });
      await db.member.update({ where: { id: memberId }, data: { phone: null, channel: null } });
      if (phone !== null) await forgetPhone(db, organizationId, phone);
      return { accounts, messages, notices, remarks };
    },
  };
}

/** Where it was noted what somebody was before a change, and in staff lists as they were read. */
async function forgetPhone(db: Db, organizationId: number, phone: string): Promise<void> {
  const noted = `"phone": "${phone}"`;
  const blank = '"phone": null';
  await db.$executeRaw`
    UPDATE public."AuditEntry" SET before = replace(before::text, ${noted}, ${blank})::jsonb,
      after = replace(after::text, ${noted}, ${blank})::jsonb
    WHERE "organizationId" = ${organizationId}
      AND (strpos(before::text, ${noted}) > 0 OR strpos(after::text, ${noted}) > 0)`;
  await db.$executeRaw`
    UPDATE public."Change" SET data = replace(data::text, ${noted}, ${blank})::jsonb
    WHERE "organizationId" = ${organizationId} AND strpos(data::text, ${noted}) > 0`;
  await db.$executeRaw`
    UPDATE public."Draft" SET content = replace(content::text, ${noted}, ${blank})::jsonb
    WHERE "organizationId" = ${organizationId} AND strpos(content::text, ${noted}) > 0`;
}
