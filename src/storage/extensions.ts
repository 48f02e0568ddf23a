import type { Extensions } from '../services/ports/extensions.ts';
import type { Db } from './client.ts';
import { IN_SIGHT } from './standing.ts';

export function extensions(db: Db): Extensions {
  return {
    ask(extension, at) {
      return db.extension.create({ data: { ...extension, askedAt: at } });
    },
    byId(id) {
      return db.extension.findUnique({ where: { id } });
    },
    openOfTask(taskId, today) {
      return db.extension.findFirst({
        where: {
          state: 'asked',
          askedDay: { gte: today },
          occurrence: { state: 'open', taskId, ...IN_SIGHT },
        },
        orderBy: { id: 'asc' },
      });
    },
    openOfOffice(organizationId, today) {
      const task = { organizationId, active: true };
      return db.extension.findMany({
        where: { state: 'asked', askedDay: { gte: today }, occurrence: { state: 'open', task, ...IN_SIGHT } },
        orderBy: { id: 'asc' },
      });
    },
    async withdraw(taskId, memberId) {
      const where = {
        state: 'asked',
        occurrence: { taskId },
        ...(memberId === undefined ? {} : { memberId }),
      } as const;
      const withdrawn = await db.extension.findMany({ where, orderBy: { id: 'asc' } });
      await db.extension.updateMany({ where, data: { state: 'withdrawn' } });
      return withdrawn;
    },
    async setState(id, state) {
      await db.extension.update({ where: { id }, data: { state, decidedById: null, decidedAt: null } });
    },
    async decide(id, state, decidedById, decidedAt) {
      await db.extension.update({ where: { id }, data: { state, decidedById, decidedAt } });
    },
  };
}
