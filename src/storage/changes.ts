import type { Change, Changes } from '../services/ports/changes.ts';
import { asJson, type Db } from './client.ts';
import type { Change as ChangeRow } from './generated/client.ts';
import { storedChange } from './stored-change.ts';
import { decoded } from './stored-json.ts';

export function changes(db: Db): Changes {
  return {
    async add({ made, ...change }) {
      await db.change.create({ data: { ...change, kind: made.kind, data: asJson(made) } });
    },
    async byId(id) {
      const row = await db.change.findUnique({ where: { id } });
      return row && toChange(row);
    },
    async ofUpdate(updateId) {
      return (await db.change.findMany({ where: { updateId }, orderBy: { id: 'asc' } })).map(toChange);
    },
    async latestOf(memberId, since) {
      const where = { memberId, at: { gte: since }, undoneAt: null };
      return (await db.change.findMany({ where, orderBy: { id: 'desc' }, take: LATEST })).map(toChange);
    },
    async latestOfShell(organizationId, since) {
      const where = { organizationId, memberId: null, at: { gte: since }, undoneAt: null };
      return (await db.change.findMany({ where, orderBy: { id: 'desc' }, take: LATEST })).map(toChange);
    },
    async ofChoice(memberId, saidIn) {
      const data = { path: ['saidIn'], equals: saidIn };
      const row = await db.change.findFirst({
        where: { memberId, kind: 'change-member', undoneAt: null, data },
      });
      return row && toChange(row);
    },
    async since({ organizationId, id }) {
      const where = { organizationId, id: { gt: id }, undoneAt: null };
      return (await db.change.findMany({ where, orderBy: { id: 'asc' } })).map(toChange);
    },
    async markUndone(id, at) {
      await db.change.update({ where: { id }, data: { undoneAt: at } });
    },
  };
}

/** Whoever has done more since then means something later. */
const LATEST = 200;

function toChange({ kind: _, data, ...row }: ChangeRow): Change {
  return { ...row, made: decoded(storedChange, data, `Change ${row.id}`) };
}
