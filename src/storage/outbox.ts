import type { Choice, Notice, NoticeContent, Outbox } from '../services/ports/outbox.ts';
import { asJson, type Db, type WithOpenLists } from './client.ts';
import { type Notice as NoticeRow, Prisma } from './generated/client.ts';

export function outbox(db: Db): Outbox {
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

    async claim(chatId, now, claimedBefore) {
      // One statement, so that it is one transaction: the chat's row keeps a second sender out until the claim stands.
      const [head] = await db.$queryRaw<
        (WithOpenLists<NoticeRow> & { isTaken: boolean; waitsUntil: Date | null })[]
      >`
        WITH chat AS (SELECT id FROM public."Chat" WHERE id = ${chatId} FOR UPDATE),
        next AS (
          SELECT id, state, "claimedAt", "notBefore" FROM public."Notice"
          WHERE "chatId" = (SELECT id FROM chat) AND state IN ('pending', 'sending')
          ORDER BY id LIMIT 1 FOR UPDATE
        ),
        taken AS (
          UPDATE public."Notice" AS notice
          SET state = 'sending', "claimedAt" = ${now}, attempts = attempts + 1
          FROM next
          WHERE notice.id = next.id AND (
            (notice.state = 'pending' AND (notice."notBefore" IS NULL OR notice."notBefore" <= ${now}))
            OR (notice.state = 'sending' AND notice."claimedAt" <= ${claimedBefore})
          )
          RETURNING notice.*
        )
        SELECT taken.*, taken.id IS NOT NULL AS "isTaken",
          CASE WHEN next.state = 'pending' THEN next."notBefore" END AS "waitsUntil"
        FROM next LEFT JOIN taken ON true`;
      if (head?.isTaken) return { notice: toNotice(head) };
      return { notice: null, nextAt: head?.waitsUntil ?? null };
    },

    async fixContent(id, content) {
      await db.notice.update({ where: { id }, data: { content: asJson(content) } });
    },
    async offer(id, choices) {
      await db.notice.update({ where: { id }, data: { choices: asJson(choices) } });
    },
    async partSent(id, messageId) {
      await db.notice.updateMany({ where: { id }, data: { messageIds: { push: messageId } } });
    },
    async hold({ id, attempts }) {
      // The number of attempts grows with each claim.
      const rows = await db.$queryRaw<unknown[]>`
        SELECT id FROM public."Notice"
        WHERE id = ${id} AND attempts = ${attempts} AND state IN ('pending', 'sending') FOR UPDATE`;
      return rows.length > 0;
    },
    async sent(id, at, messageId) {
      await db.notice.updateMany({
        where: { id },
        data: { state: 'sent', sentAt: at, lastFailure: null, messageIds: { push: messageId } },
      });
    },
    async end(id, state, at, failure) {
      await db.notice.updateMany({
        where: { id },
        data: { state, sentAt: state === 'sent' ? at : null, lastFailure: failure ?? null },
      });
    },
    async postpone(id, notBefore, failure) {
      await db.notice.update({ where: { id }, data: { state: 'pending', notBefore, lastFailure: failure } });
    },

    async resume(key) {
      const [resumed] = await db.notice.updateManyAndReturn({
        where: { key, state: 'undeliverable', lastFailure: 'out-of-service' },
        data: { state: 'pending' },
        select: { id: true },
      });
      return resumed?.id ?? null;
    },

    async chatsOwed(now, claimedBefore) {
      const rows = await db.notice.findMany({
        where: {
          OR: [
            { state: 'pending', OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
            { state: 'sending', claimedAt: { lte: claimedBefore } },
          ],
        },
        distinct: ['chatId'],
        orderBy: { id: 'asc' },
        select: { chatId: true },
      });
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
      return rows.map(toNotice);
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
      return rows.map((row) => ({ ...toNotice(row), isCertain: hasArrived(row) }));
    },
    async freeKeys(key) {
      await db.$executeRaw`
        UPDATE public."Notice" SET key = key || '#' || id
        WHERE key = ${key} OR left(key, ${key.length + 1}) = ${`${key}>`}`;
    },
    repliesSince: (chatId, since) =>
      db.notice.count({ where: { chatId, kind: 'reply', createdAt: { gte: since } } }),
    async isEmpty() {
      return (await db.notice.count({ where: { state: { in: ['pending', 'sending'] } } })) === 0;
    },
  };
}

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
    content: row.content as NoticeContent | null,
    choices: (row.choices ?? []) as unknown as Choice[],
    at: row.sentAt ?? row.createdAt,
  };
}
