import {
  type AilmentKind,
  type Ailments,
  type KnownAilment,
  OVER_AFTER_MS,
} from '../services/ports/ailments.ts';
import type { Db, WithOpenLists } from './client.ts';
import type { DatabaseTime } from './database-time.ts';
import type { Ailment as AilmentRow } from './generated/client.ts';

type Row = WithOpenLists<AilmentRow>;

export function ailments(db: Db, time: DatabaseTime): Ailments {
  return {
    async see({ kind, subject, words }, at) {
      await db.$executeRaw`
        INSERT INTO public."Ailment" AS known (kind, subject, words, since, "seenAt")
        VALUES (${kind}, ${subject}, ${words}, ${at}::timestamptz, ${time()})
        ON CONFLICT (kind, subject) DO UPDATE SET
          words = excluded.words,
          "seenAt" = excluded."seenAt",
          since = CASE WHEN known."overAt" IS NULL THEN known.since ELSE excluded.since END,
          notices = CASE WHEN known."overAt" IS NULL THEN known.notices END,
          "overAt" = NULL`;
    },
    async begin({ kind, subject, words }, at) {
      await db.$executeRaw`
        INSERT INTO public."Ailment" (kind, subject, words, since, "seenAt")
        VALUES (${kind}, ${subject}, ${words}, ${at}::timestamptz, ${time()})
        ON CONFLICT (kind, subject) DO UPDATE SET words = excluded.words, "seenAt" = excluded."seenAt",
          since = excluded.since, notices = NULL, "overAt" = NULL`;
      return { kind, subject, words, since: at, notices: [] };
    },
    async present() {
      const rows = await db.$queryRaw<Row[]>`
        SELECT * FROM public."Ailment" WHERE "overAt" IS NULL AND "seenAt" > ${time(-OVER_AFTER_MS)}
        ORDER BY since, kind, subject`;
      return rows.map(toKnown);
    },
    async end(at) {
      await db.$executeRaw`
        UPDATE public."Ailment" SET "overAt" = ${at}::timestamptz
        WHERE "overAt" IS NULL AND "seenAt" <= ${time(-OVER_AFTER_MS)}`;
    },
    async over() {
      const rows = await db.$queryRaw<Row[]>`
        SELECT * FROM public."Ailment" WHERE "overAt" IS NOT NULL ORDER BY "overAt", kind, subject FOR UPDATE`;
      return rows.map(toKnown);
    },
    async told({ kind, subject, since }, notices) {
      await db.ailment.updateMany({ where: { kind, subject, since }, data: { notices: { push: notices } } });
    },
    async toldOver({ kind, subject, since, notices }, told) {
      const left = notices.filter((id) => !told.includes(id));
      const where = { kind, subject, since };
      if (left.length === 0) await db.ailment.deleteMany({ where });
      else await db.ailment.updateMany({ where, data: { notices: left } });
    },
  };
}

function toKnown({ kind, subject, words, since, notices }: Row): KnownAilment {
  return { kind: kind as AilmentKind, subject, words, since, notices: notices ?? [] };
}
