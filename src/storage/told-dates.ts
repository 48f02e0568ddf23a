import type { OpenDate, ToldDates } from '../services/ports/told-dates.ts';
import type { Db } from './client.ts';

export function toldDates(db: Db): ToldDates {
  return {
    async notToldOn(today, dueBy) {
      const rows = await db.$queryRaw<(OpenDate & { organizationId: number })[]>`
        SELECT date.*, told."toldOn" FROM (
          SELECT occurrence.id AS "occurrenceId", task.id AS "taskId", task.number, task."planId", task."organizationId",
            occurrence."lastDay"
          FROM public."Occurrence" AS occurrence JOIN public."Task" AS task ON task.id = occurrence."taskId"
          WHERE occurrence.state = 'open' AND occurrence.kind = 'due' AND NOT occurrence.outdated
            AND occurrence."lastDay" <= ${dueBy} AND task.active AND NOT task."leftOut"
        ) AS date
        CROSS JOIN LATERAL (
          SELECT max(reminder."sendOn") AS "toldOn"
          FROM public."Reminder" AS reminder JOIN public."Notice" AS notice ON notice.id = reminder."noticeId"
          WHERE reminder."occurrenceId" = date."occurrenceId" AND reminder.stage NOT LIKE '% of %'
            AND notice.state <> 'dropped'
        ) AS told
        WHERE told."toldOn" IS NULL OR told."toldOn" < ${today}
        ORDER BY date."organizationId", date.number, date."lastDay"`;
      const byOffice = new Map<number, OpenDate[]>();
      for (const { organizationId, ...date } of rows) {
        const dates = byOffice.get(organizationId) ?? [];
        byOffice.set(organizationId, dates);
        dates.push(date);
      }
      return byOffice;
    },
    async withClerk(organizationIds) {
      const rows = await db.member.findMany({
        where: {
          organizationId: { in: organizationIds },
          role: 'clerk',
          active: true,
          chats: { some: { kind: 'private', unreachable: null } },
        },
        select: { organizationId: true },
        distinct: ['organizationId'],
      });
      return new Set(rows.map(({ organizationId }) => organizationId));
    },
    async changedSince(organizationId, since) {
      const where = { organizationId, at: { gte: since } };
      const rows = await db.auditEntry.findMany({ where, select: { subject: true }, distinct: ['subject'] });
      return rows.map(({ subject }) => subject);
    },
  };
}
