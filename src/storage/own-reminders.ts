import { addDays } from '../domain/day.ts';
import { LONGEST_DAYS } from '../domain/put-off.ts';
import type { OwnReminders } from '../services/ports/own-reminders.ts';
import type { Db } from './client.ts';

export function ownReminders(db: Db): OwnReminders {
  return {
    async snooze(snooze, at) {
      return (await db.snooze.create({ data: { ...snooze, at }, select: { id: true } })).id;
    },
    async snoozesOn(organizationId, day) {
      // Whoever put all off before this has all of it back by now.
      const since = addDays(day, -LONGEST_DAYS);
      return db.snooze.findMany({
        where: {
          withdrawn: false,
          member: { organizationId },
          OR: [{ until: { gt: day } }, { taskId: { not: null }, until: { gte: since } }],
        },
        orderBy: { id: 'asc' },
        select: { id: true, memberId: true, taskId: true, until: true },
      });
    },
    async endSnooze(id) {
      await db.snooze.update({ where: { id }, data: { withdrawn: true } });
    },
    async reinstateSnooze(id) {
      await db.snooze.update({ where: { id }, data: { withdrawn: false } });
    },
    async appoint(appointment, madeAt) {
      return (await db.appointment.create({ data: { ...appointment, madeAt }, select: { id: true } })).id;
    },
    appointmentsOf: (memberId) =>
      db.appointment.findMany({
        where: { over: false, memberId },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        select: APPOINTMENT,
      }),
    async endAppointment(id) {
      await db.appointment.update({ where: { id }, data: { over: true } });
    },
    async reinstateAppointment(id) {
      await db.appointment.update({ where: { id }, data: { over: false } });
    },
  };
}

const APPOINTMENT = { id: true, memberId: true, taskId: true, dueAt: true } as const;
