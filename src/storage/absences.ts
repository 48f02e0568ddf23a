import type { Absence } from '../domain/absence.ts';
import type { Absences } from '../services/ports/absences.ts';
import type { Db } from './client.ts';

export function absences(db: Db): Absences {
  return {
    async add(absence, recordedAt) {
      return toAbsence(await db.absence.create({ data: { ...absence, recordedAt } }));
    },
    async ofOffice(organizationId, from) {
      const rows = await db.absence.findMany({
        where: { organizationId, cancelled: false, lastDay: { gte: from } },
        orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toAbsence);
    },
    async byId(id) {
      const row = await db.absence.findUnique({ where: { id } });
      return row && { ...toAbsence(row), cancelled: row.cancelled };
    },
    async setCancelled(id, cancelled) {
      await db.absence.update({ where: { id }, data: { cancelled } });
    },
  };
}

function toAbsence({ id, memberId, substituteId, firstDay, lastDay }: Absence): Absence {
  return { id, memberId, substituteId, firstDay, lastDay };
}
