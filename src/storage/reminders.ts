import type { Recipient } from '../domain/reminders-for-day.ts';
import { recipientKey } from '../domain/reminders-for-day.ts';
import { RETIRED, type ReminderKey, type Reminders, reminderId } from '../services/ports/reminders.ts';
import type { Db } from './client.ts';

export function reminders(db: Db): Reminders {
  return {
    async known(occurrenceIds) {
      const rows = await db.reminder.findMany({
        where: { occurrenceId: { in: [...new Set(occurrenceIds)] } },
      });
      return new Set(rows.map((row) => reminderId(toKey(row))));
    },
    async add(noticeId, sendOn, keys) {
      const { count } = await db.reminder.createMany({
        data: keys.map(({ occurrenceId, recipient, stage }) => ({
          occurrenceId,
          recipient: recipientKey(recipient),
          stage,
          sendOn,
          noticeId,
        })),
        skipDuplicates: true,
      });
      return count;
    },
    async ofNotice(noticeId) {
      const rows = await db.reminder.findMany({ where: { noticeId }, orderBy: { id: 'asc' } });
      return rows.map(toKey);
    },
    async retire(occurrenceId, formerDay) {
      const rows = await db.reminder.findMany({
        where: { occurrenceId, stage: { not: { contains: RETIRED } } },
        include: { notice: { select: { state: true, messageIds: true } } },
      });
      for (const { id, stage, notice } of rows) {
        const isWaiting = notice?.state === 'pending' || notice?.state === 'sending';
        if (isWaiting && notice.messageIds.length === 0) await db.reminder.delete({ where: { id } });
        // With its id, because a day may be moved away from more than once.
        else
          await db.reminder.update({
            where: { id },
            data: { stage: `${stage}${RETIRED}${formerDay} ${id}` },
          });
      }
    },
    async reinstate(occurrenceId, day) {
      const former = `${RETIRED}${day} `;
      const rows = await db.reminder.findMany({
        where: { occurrenceId, stage: { contains: former } },
        orderBy: { id: 'desc' },
      });
      const present = await db.reminder.findMany({ where: { occurrenceId } });
      const taken = new Set(present.map((row) => reminderId(toKey(row))));
      for (const row of rows) {
        const stage = row.stage.slice(0, row.stage.indexOf(former));
        const id = reminderId(toKey({ ...row, stage }));
        if (taken.has(id)) continue;
        taken.add(id);
        await db.reminder.update({ where: { id: row.id }, data: { stage } });
      }
    },
    async forgetUnsaid(occurrenceId, since, recipients) {
      const rows = await db.reminder.findMany({
        where: {
          occurrenceId,
          stage: { not: { contains: RETIRED } },
          ...(recipients === null ? {} : { recipient: { in: recipients.map(recipientKey) } }),
          notice: { OR: [{ state: 'dropped' }, { state: 'sent', sentAt: { gte: since } }] },
        },
        include: { notice: { select: { key: true, state: true } } },
      });
      await db.reminder.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      const dropped = rows.flatMap(({ notice }) => (notice?.state === 'dropped' ? [notice.key] : []));
      return [...new Set(dropped)];
    },
    async unplan(occurrenceIds, recipients) {
      const found = await db.reminder.findMany({
        where: {
          occurrenceId: { in: occurrenceIds },
          recipient: { in: recipients.map(recipientKey) },
          notice: { state: { in: ['pending', 'sending'] } },
        },
        include: { notice: { select: { id: true, key: true, messageIds: true } } },
      });
      const waiting = found.filter(({ notice }) => notice?.messageIds.length === 0);
      await db.reminder.deleteMany({ where: { id: { in: waiting.map(({ id }) => id) } } });
      const notices = new Map(waiting.flatMap(({ notice }) => (notice ? [[notice.id, notice.key]] : [])));
      const ids = [...notices.keys()];
      const left = await db.reminder.findMany({
        where: { noticeId: { in: ids } },
        select: { noticeId: true },
        distinct: ['noticeId'],
      });
      const filled = new Set(left.map(({ noticeId }) => noticeId));
      return ids.filter((id) => !filled.has(id)).flatMap((id) => notices.get(id) ?? []);
    },
    async release(noticeId) {
      await db.reminder.deleteMany({ where: { noticeId } });
    },
    async moveToNotice(from, to) {
      await db.reminder.updateMany({ where: { noticeId: from }, data: { noticeId: to } });
    },
  };
}

function toKey(row: { occurrenceId: number; recipient: string; stage: string }): ReminderKey {
  const [kind, id] = row.recipient.split(':');
  return {
    occurrenceId: row.occurrenceId,
    recipient: { kind: kind as Recipient['kind'], id: Number(id) },
    stage: row.stage,
  };
}
