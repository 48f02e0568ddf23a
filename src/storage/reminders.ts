import type { Recipient } from '../domain/reminders-for-day.ts';
import { recipientKey } from '../domain/reminders-for-day.ts';
import { type ReminderKey, type Reminders, reminderId } from '../services/ports/reminders.ts';
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
      await db.reminder.deleteMany({
        where: {
          occurrenceId,
          notice: { state: { in: ['pending', 'sending'] }, messageIds: { isEmpty: true } },
        },
      });
      const said = await db.reminder.findMany({ where: { occurrenceId, stage: { not: { contains: ' ' } } } });
      for (const { id, stage } of said) {
        await db.reminder.update({ where: { id }, data: { stage: `${stage} of ${formerDay}#${id}` } });
      }
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
