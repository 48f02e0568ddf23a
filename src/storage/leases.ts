import type { Leases } from '../services/ports/leases.ts';
import type { Db } from './client.ts';
import type { DatabaseTime } from './database-time.ts';

export function leases(db: Db, time: DatabaseTime): Leases {
  return {
    async take(name, holder, ms) {
      // One statement, so that of two who ask at once the second sees what the first has done. One that ends later than
      // any could was written by a clock that went wrong; twice the time, because the other may have begun earlier.
      const taken = await db.$executeRaw`
        INSERT INTO public."Lease" AS held (name, holder, "endsAt")
        VALUES (${name}, ${holder}, ${time(ms)})
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, "endsAt" = excluded."endsAt"
        WHERE held.holder = excluded.holder OR held."endsAt" <= ${time()} OR held."endsAt" > ${time(2 * ms)}`;
      return taken === 1;
    },
    async isAnyHeld(prefix) {
      const [found] = await db.$queryRaw<{ held: boolean }[]>`
        SELECT EXISTS (SELECT FROM public."Lease" WHERE starts_with(name, ${prefix}) AND "endsAt" > ${time()}) AS held`;
      return found?.held ?? false;
    },
    async release(name, holder) {
      await db.lease.deleteMany({ where: { name, holder } });
    },
  };
}
