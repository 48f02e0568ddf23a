import type { Registers } from '../services/ports/registers.ts';
import type { Db } from './client.ts';
import type { DatabaseTime } from './database-time.ts';

export function registers(db: Db, time: DatabaseTime): Registers {
  return {
    async read(name) {
      const [row] = await db.$queryRaw<{ value: string | null; now: number }[]>`
        SELECT (SELECT value FROM public."Register" WHERE name = ${name}) AS value,
          (extract(epoch FROM ${time()}) * 1000)::float8 AS now`;
      if (!row) throw new Error('A query without FROM has one row');
      return row;
    },
    async replace(name, was, is) {
      // One statement: it waits for whoever is at the row, and looks at what that one has left there.
      const written =
        was === null
          ? await db.$executeRaw`
              INSERT INTO public."Register" (name, value) VALUES (${name}, ${is}) ON CONFLICT DO NOTHING`
          : await db.$executeRaw`
              UPDATE public."Register" SET value = ${is} WHERE name = ${name} AND value = ${was}`;
      return written === 1;
    },
  };
}
