import { albumOf, type Inbox } from '../services/ports/inbox.ts';
import type { InboundUpdate } from '../services/ports/messenger.ts';
import { asJson, type Db } from './client.ts';

export function inbox(db: Db): Inbox {
  return {
    async add(lane, update, at) {
      const { count } = await db.update.createMany({
        data: [
          {
            platform: update.platform,
            externalId: update.id,
            lane,
            album: albumOf(update),
            payload: asJson(update),
            receivedAt: at,
          },
        ],
        skipDuplicates: true,
      });
      return count > 0;
    },
    async next(lane) {
      const [row] = await db.$queryRaw<{ id: number; payload: InboundUpdate; attempts: number }[]>`
        SELECT id, payload, attempts FROM public."Update"
        WHERE state = 'pending' AND lane = ${lane} ORDER BY id LIMIT 1 FOR UPDATE`;
      return row ? { id: row.id, update: row.payload, attempts: row.attempts } : null;
    },
    async album(lane, album) {
      const rows = await db.update.findMany({ where: { lane, album }, orderBy: { id: 'asc' } });
      return rows.map(({ id, payload, attempts, state }) => ({
        id,
        update: payload as unknown as InboundUpdate,
        attempts,
        isPending: state === 'pending',
      }));
    },
    async byId(id) {
      const row = await db.update.findUnique({ where: { id } });
      return row && (row.payload as unknown as InboundUpdate);
    },
    async ofMessage({ platform, chat }, messageId, before) {
      const rows = await db.update.findMany({
        where: {
          platform,
          lane: `${platform} ${chat.id}`,
          id: { lt: before },
          AND: [
            { payload: { path: ['event', 'type'], equals: 'message' } },
            { payload: { path: ['event', 'messageId'], equals: messageId } },
          ],
        },
        orderBy: { id: 'desc' },
      });
      return rows.map(({ id, payload, attempts }) => ({
        id,
        update: payload as unknown as InboundUpdate,
        attempts,
      }));
    },
    async done(id, at) {
      await db.update.update({ where: { id }, data: { state: 'handled', handledAt: at } });
    },
    async failed(id, at, givenUp) {
      await db.update.updateMany({
        where: { id, state: 'pending' },
        data: { attempts: { increment: 1 }, ...(givenUp ? { state: 'failed', handledAt: at } : {}) },
      });
    },
    async lanesOwed() {
      const rows = await db.update.findMany({
        where: { state: 'pending' },
        distinct: ['lane'],
        select: { lane: true },
      });
      return rows.map(({ lane }) => lane);
    },
    async isEmpty() {
      return (await db.update.count({ where: { state: 'pending' } })) === 0;
    },
  };
}
