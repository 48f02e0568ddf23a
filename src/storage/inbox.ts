import { albumOf, type Inbox, laneOf, type StoredUpdate } from '../services/ports/inbox.ts';
import type { InboundUpdate } from '../services/ports/messenger.ts';
import { asJson, type Db } from './client.ts';
import type { DatabaseTime } from './database-time.ts';
import type { Prisma } from './generated/client.ts';
import { storedUpdate } from './stored-columns.ts';
import { type OnDamaged, readable } from './stored-json.ts';

/** Of updates that came before accounts were told apart, or where there is only one. */
const NOT_NOTED = '';

const UNANSWERED_MS = 15_000;
/** Enough for the limits of one person, also where many speak. */
const LATEST_OF_LANE = 300;
/** Two looks of every process fall into it. */
const LOOKED_AT_MS = 10_000;

export function inbox(db: Db, time: DatabaseTime, onDamaged: OnDamaged): Inbox {
  return {
    async add(lane, update, at) {
      const { platform, account = NOT_NOTED, id } = update;
      const added = await db.$executeRaw`
        INSERT INTO public."Update" (platform, account, "externalId", lane, album, payload, "receivedAt")
        SELECT ${platform}, ${account}, ${id}, ${lane}, ${albumOf(update)},
          ${JSON.stringify(asJson(update))}::jsonb, ${at}::timestamptz
        WHERE NOT EXISTS (
          SELECT FROM public."Update"
          WHERE platform = ${platform} AND account = ${NOT_NOTED} AND "externalId" = ${id} AND lane = ${lane}
        )
        ON CONFLICT (platform, account, "externalId") DO NOTHING`;
      return added > 0;
    },
    async next(lane) {
      for (;;) {
        const [row] = await db.$queryRaw<{ id: number; payload: unknown; attempts: number }[]>`
          SELECT id, payload, attempts FROM public."Update"
          WHERE state = 'pending' AND lane = ${lane} ORDER BY id LIMIT 1 FOR UPDATE`;
        if (!row) return null;
        const [next] = readable([row], toStored, onDamaged);
        if (next) return next;
        // Those behind it must not wait for ever.
        await db.update.update({ where: { id: row.id }, data: { state: 'failed' } });
      }
    },
    async album(lane, album) {
      const rows = await db.update.findMany({ where: { lane, album }, orderBy: { id: 'asc' } });
      return readable(rows, (row) => ({ ...toStored(row), isPending: row.state === 'pending' }), onDamaged);
    },
    async byId(id) {
      const row = await db.update.findUnique({ where: { id } });
      return row && storedUpdate(row);
    },
    async ofMessage(where, messageId, before) {
      const rows = await db.update.findMany({
        where: {
          ...inChatBefore(where, before),
          AND: [
            { payload: { path: ['event', 'type'], equals: 'message' } },
            { payload: { path: ['event', 'messageId'], equals: messageId } },
          ],
        },
        orderBy: { id: 'desc' },
      });
      return readable(rows, toStored, onDamaged);
    },
    async lastOf({ from, ...where }, before) {
      const said = (type: string) => ({ payload: { path: ['event', 'type'], equals: type } });
      const row = await db.update.findFirst({
        where: {
          ...inChatBefore(where, before),
          AND: [
            { OR: [said('message'), said('button')] },
            { payload: { path: ['from', 'id'], equals: from?.id ?? '' } },
          ],
        },
        orderBy: { id: 'desc' },
      });
      const [last] = readable(row ? [row] : [], toStored, onDamaged);
      return last ?? null;
    },
    async hasSince(lane, at) {
      return (await db.update.count({ where: { lane, receivedAt: { gte: at } } })) > 0;
    },
    async agesBefore(id, { from, most, filesOnly }) {
      const rows = await db.$queryRaw<{ age: number }[]>`
        SELECT extract(epoch FROM (own."receivedAt" - earlier."receivedAt"))::float8 AS age
        FROM public."Update" AS own
        CROSS JOIN LATERAL (
          SELECT id, payload, "receivedAt" FROM public."Update"
          WHERE state = 'handled' AND lane = own.lane AND id < own.id ORDER BY id DESC LIMIT ${LATEST_OF_LANE}
        ) AS earlier
        WHERE own.id = ${id} AND earlier.payload->'from'->>'id' = ${from}
          AND earlier.payload->'event'->>'type' IN ('message', 'button')
          AND (NOT ${filesOnly}::boolean OR jsonb_array_length(earlier.payload->'event'->'attachments') > 0)
        ORDER BY earlier.id DESC LIMIT ${most}`;
      return rows.map(({ age }) => age);
    },
    async forget(id) {
      await db.update.deleteMany({ where: { id } });
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
    async lanesUnanswered() {
      const rows = await db.$queryRaw<{ lane: string }[]>`
        SELECT DISTINCT lane FROM public."Update"
        WHERE state = 'pending' AND "receivedAt" <= ${time(-UNANSWERED_MS)}
          AND "receivedAt" > ${time(-UNANSWERED_MS - LOOKED_AT_MS)}`;
      return rows.map(({ lane }) => lane);
    },
    async isEmpty() {
      return (await db.update.findFirst({ where: { state: 'pending' }, select: { id: true } })) === null;
    },
  };
}

function inChatBefore(
  where: Pick<InboundUpdate, 'platform' | 'account' | 'chat'>,
  before: number,
): Prisma.UpdateWhereInput {
  const { platform, account = NOT_NOTED } = where;
  return { platform, account: { in: [account, NOT_NOTED] }, lane: laneOf(where), id: { lt: before } };
}

function toStored(row: { id: number; payload: unknown; attempts: number }): StoredUpdate {
  return { id: row.id, update: storedUpdate(row), attempts: row.attempts };
}
