import type { Extensions } from '../services/ports/extensions.ts';
import type { Db } from './client.ts';

export function extensions(db: Db): Extensions {
  return {
    ask(extension, at) {
      return db.extension.create({ data: { ...extension, askedAt: at } });
    },
    byId(id) {
      return db.extension.findUnique({ where: { id } });
    },
    openOfTask(taskId) {
      return db.extension.findFirst({
        where: { state: 'asked', occurrence: { taskId } },
        orderBy: { id: 'asc' },
      });
    },
    openOfOffice(organizationId) {
      return db.extension.findMany({
        where: { state: 'asked', occurrence: { task: { organizationId, active: true } } },
        orderBy: { id: 'asc' },
      });
    },
    async decide(id, state, decidedById, decidedAt) {
      await db.extension.update({ where: { id }, data: { state, decidedById, decidedAt } });
    },
  };
}
