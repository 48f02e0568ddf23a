import type { Parents } from '../services/ports/parents.ts';
import type { Db } from './client.ts';

const LINK = { id: true, parentId: true, officeId: true, state: true } as const;

export function parents(db: Db): Parents {
  return {
    async addCode(code) {
      await db.parentCode.create({ data: code });
    },
    code: (code) => db.parentCode.findUnique({ where: { code } }),
    async removeCode(code) {
      await db.parentCode.deleteMany({ where: { code } });
    },
    ask: (link, askedAt) => db.parentLink.create({ data: { ...link, askedAt }, select: LINK }),
    byId: (id) => db.parentLink.findUnique({ where: { id }, select: LINK }),
    above: (officeId) =>
      db.parentLink.findFirst({ where: { officeId, state: { in: ['asked', 'linked'] } }, select: LINK }),
    below: (parentId) =>
      db.parentLink.findMany({
        where: { parentId, state: 'linked' },
        orderBy: { officeId: 'asc' },
        select: LINK,
      }),
    async setState(id, state) {
      await db.parentLink.update({ where: { id }, data: { state } });
    },
  };
}
