import type { Leases } from '../services/ports/leases.ts';
import type { Db } from './client.ts';

export function leases(db: Db): Leases {
  return {
    async take(name, holder, ms) {
      // One statement, so that of two who ask at once the second sees what the first has done.
      const taken = await db.$executeRaw`
        INSERT INTO public."Lease" AS held (name, holder, "endsAt")
        VALUES (${name}, ${holder}, now() + ${ms} * interval '1 millisecond')
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, "endsAt" = excluded."endsAt"
        WHERE held.holder = excluded.holder OR held."endsAt" <= now()`;
      return taken === 1;
    },
    async release(name, holder) {
      await db.lease.deleteMany({ where: { name, holder } });
    },
  };
}
