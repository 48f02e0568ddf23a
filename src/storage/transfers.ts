import type { Transfer, Transfers } from '../services/ports/transfers.ts';
import type { Db } from './client.ts';

export function transfers(db: Db): Transfers {
  const open = async (task: { id: number } | { organizationId: number }): Promise<Transfer[]> => {
    const rows = await db.transfer.findMany({
      where: { state: 'asked', task: { ...task, active: true } },
      orderBy: { id: 'asc' },
      include: { task: { select: { assignments: { where: { role: 'lead' } } } } },
    });
    return rows
      .filter(({ fromUnitId, task: { assignments } }) =>
        assignments.some(({ unitId }) => unitId === fromUnitId),
      )
      .map(({ task: _, ...row }) => row);
  };
  return {
    ask(transfer, at) {
      return db.transfer.create({ data: { ...transfer, askedAt: at } });
    },
    byId(id) {
      return db.transfer.findUnique({ where: { id } });
    },
    openOfTask: (id) => open({ id }),
    openOfOffice: (organizationId) => open({ organizationId }),
    async setState(id, state) {
      await db.transfer.update({ where: { id }, data: { state, decidedById: null, decidedAt: null } });
    },
    async decide(id, state, decidedById, decidedAt) {
      await db.transfer.update({ where: { id }, data: { state, decidedById, decidedAt } });
    },
  };
}
