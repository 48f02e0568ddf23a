import type { OwnReminders } from '../services/ports/own-reminders.ts';
import type { Db } from './client.ts';

export function ownReminders(db: Db): OwnReminders {
  return {
    async snooze(snooze, at) {
      return (await db.snooze.create({ data: { ...snooze, at }, select: { id: true } })).id;
    },
    async snoozesOn(organizationId, day) {
      return db.snooze.findMany({
        where: { withdrawn: false, until: { gt: day }, member: { organizationId } },
        select: { memberId: true, taskId: true, until: true },
      });
    },
    async endSnooze(id) {
      await db.snooze.update({ where: { id }, data: { withdrawn: true } });
    },
    async appoint(appointment, madeAt) {
      return (await db.appointment.create({ data: { ...appointment, madeAt }, select: { id: true } })).id;
    },
    async appointmentsBy(now) {
      const rows = await db.appointment.findMany({
        where: { over: false, dueAt: { lte: now } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          memberId: true,
          taskId: true,
          dueAt: true,
          member: { select: { organizationId: true } },
        },
      });
      return rows.map(({ member, ...row }) => ({ ...row, ...member }));
    },
    async endAppointment(id) {
      await db.appointment.update({ where: { id }, data: { over: true } });
    },
  };
}
