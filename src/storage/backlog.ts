import type { Backlog } from '../services/ports/backlog.ts';
import type { Db } from './client.ts';
import type { DatabaseTime } from './database-time.ts';
import { leases } from './leases.ts';

interface Counted {
  count: number;
  oldestAt: Date | null;
}

export function backlog(db: Db, time: DatabaseTime): Backlog {
  return {
    async waiting() {
      const [inbox] = await db.$queryRaw<Counted[]>`
        SELECT count(*)::int AS count, min("receivedAt") AS "oldestAt" FROM public."Update" WHERE state = 'pending'`;
      const [outbox] = await db.$queryRaw<Counted[]>`
        SELECT count(*)::int AS count, min("createdAt") AS "oldestAt" FROM public."Notice"
        WHERE state IN ('pending', 'sending')`;
      return [
        { lane: 'inbox', ...(inbox ?? NOTHING) },
        { lane: 'outbox', ...(outbox ?? NOTHING) },
      ];
    },
    unsentSince: (before) => db.$queryRaw`
      SELECT chat."organizationId", count(*)::int AS count, min(notice."createdAt") AS "oldestAt"
      FROM public."Notice" AS notice JOIN public."Chat" AS chat ON chat.id = notice."chatId"
      WHERE notice.state IN ('pending', 'sending') AND notice."createdAt" <= ${before}::timestamptz
      GROUP BY chat."organizationId" ORDER BY chat."organizationId"`,
    async unansweredSince(before) {
      const [found] = await db.$queryRaw<Counted[]>`
        SELECT count(*)::int AS count, min("receivedAt") AS "oldestAt" FROM public."Update"
        WHERE state = 'pending' AND "receivedAt" <= ${before}::timestamptz`;
      return found ?? NOTHING;
    },
    async probe() {
      // A lease of no time is free for whoever asks next.
      await leases(db, time).take('probe', 'anybody', 0);
    },
  };
}

const NOTHING: Counted = { count: 0, oldestAt: null };
