import type { PlatformName } from '../services/ports/messenger.ts';
import {
  CLAIM_LEASE_MS,
  type Claim,
  ClaimLost,
  type HeldNotice,
  LONGEST_WAIT_MS,
  type Notice,
  type Outbox,
} from '../services/ports/outbox.ts';
import { asJson, type Db, type WithOpenLists } from './client.ts';
import type { DatabaseTime } from './database-time.ts';
import { type Notice as NoticeRow, Prisma } from './generated/client.ts';
import { storedChoices, storedContent } from './stored-columns.ts';
import { type OnDamaged, readable } from './stored-json.ts';

export function outbox(db: Db, time: DatabaseTime, onDamaged: OnDamaged): Outbox {
  /**
   * Its sender died. A time further off than a clock that goes right can have written keeps nobody out; it is given a lease
   * more, because the statement that looks may have begun before the one that claimed.
   */
  const isAbandoned = () => Prisma.sql`(
    state = 'sending'
      AND ("claimedAt" <= ${time(-CLAIM_LEASE_MS)} OR "claimedAt" > ${time(CLAIM_LEASE_MS)})
  )`;
  const isFree = () => Prisma.sql`(
    state = 'pending'
      AND ("notBefore" IS NULL OR "notBefore" <= ${time()} OR "notBefore" > ${time(LONGEST_WAIT_MS)})
    OR ${isAbandoned()}
  )`;

  /** Every write of a sender names its claim. */
  const write = async ({ id, attempts }: HeldNotice, data: Prisma.NoticeUpdateManyMutationInput) => {
    const where = { id, attempts, state: { in: NOT_OVER } };
    const { count } = await db.notice.updateMany({ where, data });
    if (count === 0) throw new ClaimLost({ id, attempts });
  };

  return {
    async known(keys) {
      const rows = await db.notice.findMany({ where: { key: { in: keys } }, select: { key: true } });
      return new Set(rows.map(({ key }) => key));
    },
    async add({ key, kind, chatId, day, content, at }) {
      // An insert that meets its key has used up a number all the same, and some are tried every minute.
      const [written] = await db.$queryRaw<{ id: number; isNew: boolean }[]>`
        WITH known AS (SELECT id FROM public."Notice" WHERE key = ${key}),
        added AS (
          INSERT INTO public."Notice" (key, kind, "chatId", day, content, "createdAt")
          SELECT ${key}, ${kind}::public."NoticeKind", ${chatId}::int, ${day}::text,
            ${content === null ? null : JSON.stringify(asJson(content))}::jsonb, ${at}::timestamptz
          WHERE NOT EXISTS (SELECT FROM known)
          ON CONFLICT (key) DO NOTHING RETURNING id
        )
        SELECT id, false AS "isNew" FROM known UNION ALL SELECT id, true FROM added`;
      if (written) return written;
      // Somebody else has written it down at the same moment.
      const { id } = await db.notice.findUniqueOrThrow({ where: { key }, select: { id: true } });
      return { id, isNew: false };
    },

    async claim(chatId): Promise<Claim> {
      // One statement, so that it is one transaction: the chat's row keeps a second sender out until the claim stands.
      const [head] = await db.$queryRaw<
        (WithOpenLists<NoticeRow> & { isTaken: boolean; waitMs: number | null })[]
      >`
        WITH chat AS (SELECT id FROM public."Chat" WHERE id = ${chatId} FOR UPDATE),
        next AS (
          SELECT id, state, "notBefore", ${isFree()} AS "isFree" FROM public."Notice"
          WHERE "chatId" = (SELECT id FROM chat) AND state IN ('pending', 'sending')
          ORDER BY id LIMIT 1 FOR UPDATE
        ),
        taken AS (
          UPDATE public."Notice" AS notice
          SET state = 'sending', "claimedAt" = ${time()}, attempts = attempts + 1
          FROM next WHERE notice.id = next.id AND next."isFree"
          RETURNING notice.*
        )
        SELECT taken.*, taken.id IS NOT NULL AS "isTaken", CASE WHEN next.state = 'pending'
          THEN ceil(extract(epoch FROM next."notBefore" - ${time()}) * 1000)::int END AS "waitMs"
        FROM next LEFT JOIN taken ON true`;
      if (!head?.isTaken) return { notice: null, waitMs: head?.waitMs ?? null };
      const [notice] = readable([head], toNotice, onDamaged);
      if (notice) return { notice };
      // Nobody can say what it says: those behind it must not wait for ever.
      const unreadable = { state: 'undeliverable', lastFailure: 'unreadable' } as const;
      await db.notice.update({ where: { id: head.id }, data: unreadable });
      return this.claim(chatId);
    },

    async waitingAt(chatId) {
      const [chat] = await db.$queryRaw<
        { platform: PlatformName; officeId: number | null; isUrgent: boolean }[]
      >`
        SELECT chat.platform, chat."organizationId" AS "officeId", bool_or(notice.kind = 'reply') AS "isUrgent"
        FROM public."Notice" AS notice JOIN public."Chat" AS chat ON chat.id = notice."chatId"
        WHERE notice."chatId" = ${chatId} AND notice.state IN ('pending', 'sending') GROUP BY chat.id`;
      return chat ?? null;
    },

    async renew(notices) {
      const held = JSON.stringify(notices.map(({ id, attempts }) => ({ id, attempts })));
      const renewed = await db.$queryRaw<{ id: number }[]>`
        UPDATE public."Notice" AS notice SET "claimedAt" = ${time()}
        FROM jsonb_to_recordset(${held}::jsonb) AS held(id int, attempts int)
        WHERE notice.id = held.id AND notice.attempts = held.attempts AND notice.state = 'sending'
        RETURNING notice.id`;
      return new Set(renewed.map(({ id }) => id));
    },
    fixContent: (notice, content) => write(notice, { content: asJson(content) }),
    offer: (notice, choices) => write(notice, { choices: asJson(choices) }),
    partSent: (notice, messageId) => write(notice, { messageIds: { push: messageId } }),
    async hold({ id, attempts }) {
      const rows = await db.$queryRaw<unknown[]>`
        SELECT id FROM public."Notice"
        WHERE id = ${id} AND attempts = ${attempts} AND state IN ('pending', 'sending') FOR UPDATE`;
      return rows.length > 0;
    },
    sent: (notice, at, messageId) =>
      write(notice, { state: 'sent', sentAt: at, lastFailure: null, messageIds: { push: messageId } }),
    end: (notice, state, at, failure) =>
      write(notice, { state, sentAt: state === 'sent' ? at : null, lastFailure: failure ?? null }),
    async postpone({ id, attempts }, waitMs, failure) {
      const written = await db.$executeRaw`
        UPDATE public."Notice"
        SET state = 'pending', "notBefore" = ${time(Math.min(waitMs, LONGEST_WAIT_MS))}, "lastFailure" = ${failure}
        WHERE id = ${id} AND attempts = ${attempts} AND state IN ('pending', 'sending')`;
      if (written === 0) throw new ClaimLost({ id, attempts });
    },

    async resume(key) {
      const [resumed] = await db.notice.updateManyAndReturn({
        where: { key, state: 'undeliverable', lastFailure: 'out-of-service' },
        data: { state: 'pending' },
        select: { id: true },
      });
      return resumed?.id ?? null;
    },

    async chatsOwed() {
      const rows = await db.$queryRaw<{ chatId: number }[]>`
        SELECT "chatId" FROM (
          SELECT "chatId", min(id) AS first FROM public."Notice"
          WHERE state IN ('pending', 'sending') AND ${isFree()} GROUP BY "chatId"
        ) AS owed JOIN public."Chat" AS chat ON chat.id = owed."chatId"
        ORDER BY row_number() OVER (PARTITION BY chat."organizationId" ORDER BY first), first`;
      return rows.map(({ chatId }) => chatId);
    },
    async chatsAbandoned() {
      const rows = await db.$queryRaw<{ chatId: number }[]>`
        SELECT DISTINCT "chatId" FROM public."Notice" WHERE ${isAbandoned()}`;
      return rows.map(({ chatId }) => chatId);
    },
    async laterOfKind({ id, kind, chatId, day, messageIds }) {
      if (messageIds.length > 0) return null;
      const later = await db.notice.findFirst({
        where: {
          chatId,
          kind,
          state: 'pending',
          id: { gt: id },
          ...(day === null ? {} : { day: { gt: day } }),
          content: { equals: Prisma.DbNull },
        },
        select: { id: true },
      });
      return later?.id ?? null;
    },
    async waitingForPerson(chatId) {
      const rows = await db.notice.findMany({
        where: { chatId, state: 'pending', kind: { not: 'reply' } },
        orderBy: { id: 'asc' },
      });
      return readable(rows, toNotice, onDamaged);
    },
    async byMessage(chatId, messageId) {
      const row = await db.notice.findFirst({ where: { chatId, messageIds: { has: messageId } } });
      return row && toNotice(row);
    },
    async byMessageAt(platform, externalId, messageId) {
      const row = await db.notice.findFirst({
        where: { chat: { platform, externalId }, messageIds: { has: messageId } },
      });
      return row && toNotice(row);
    },
    async markSeen(noticeId, memberId, at) {
      await db.seen.upsert({
        where: { noticeId_memberId: { noticeId, memberId } },
        create: { noticeId, memberId, seenAt: at },
        update: { seenAt: at },
      });
    },
    async seenOfTask(taskId) {
      const rows = await db.seen.findMany({
        where: { notice: { reminders: { some: { occurrence: { taskId } } } } },
        orderBy: [{ seenAt: 'asc' }, { memberId: 'asc' }],
        include: { member: { select: { name: true } } },
      });
      const latest = new Map(rows.map(({ memberId, seenAt, member }) => [memberId, { seenAt, member }]));
      return [...latest.values()]
        .toSorted((a, b) => a.seenAt.getTime() - b.seenAt.getTime())
        .map(({ seenAt, member }) => ({ memberName: member.name, at: seenAt }));
    },
    async latestSent(chatId) {
      const row = await db.notice.findFirst({ where: { chatId, state: 'sent' }, orderBy: { id: 'desc' } });
      return row && toNotice(row);
    },
    async latestOffers(chatId) {
      const rows = await db.notice.findMany({
        where: {
          chatId,
          choices: { not: Prisma.DbNull },
          OR: [
            { state: { in: ['sent', 'sending'] } },
            { messageIds: { isEmpty: false } },
            { lastFailure: 'unknown' },
          ],
        },
        orderBy: { id: 'desc' },
        take: LATEST_OFFERS,
      });
      return readable(rows, (row) => ({ ...toNotice(row), isCertain: hasArrived(row) }), onDamaged);
    },
    async freeKeys(key) {
      await db.$executeRaw`
        UPDATE public."Notice" SET key = key || '#' || id
        WHERE key = ${key} OR left(key, ${key.length + 1}) = ${`${key}>`}`;
    },
    repliesSince: (chatId, since) =>
      db.notice.count({ where: { chatId, kind: 'reply', createdAt: { gte: since } } }),
    async isEmpty() {
      return (
        (await db.notice.findFirst({ where: { state: { in: NOT_OVER } }, select: { id: true } })) === null
      );
    },
  };
}

const NOT_OVER: NoticeRow['state'][] = ['pending', 'sending'];

/** More are not looked through: whoever means an older one quotes it. */
const LATEST_OFFERS = 20;

/** The numbers stand in the last part; of a message cut off between two parts they may be missing. */
function hasArrived({ state, messageIds }: NoticeRow): boolean {
  return state === 'sent' || (state === 'sending' && messageIds.length > 0);
}

function toNotice(row: WithOpenLists<NoticeRow>): Notice {
  const { id, key, kind, chatId, day, attempts } = row;
  return {
    id,
    key,
    kind,
    chatId,
    day,
    attempts,
    messageIds: row.messageIds ?? [],
    content: storedContent(row),
    choices: storedChoices(row),
    at: row.sentAt ?? row.createdAt,
  };
}
