/**
 * A backup: all rows of the office's tables as lines of JSON, with the migrations by which the tables were made. It is the
 * same for either kind of database, whatever its version, so that an office can move from one to the other. The queue is
 * not in it: it is only a timer, and is made anew.
 */
import { z } from 'zod';
import type { SqlSession } from './migrations.ts';

export const FORMAT = 'nhachan-backup';
/** Of the file, not of the tables. */
export const FORMAT_VERSION = 1;
export const LEDGER = '_prisma_migrations';

/** Rows that are read, and brought back, at once: a plan that waits for its "yes" is large. */
const AT_ONCE = 100;

export const header = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  at: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
export type Header = z.output<typeof header>;

/** After the header: rows of a table, where a sequence stands, and at the end how many rows there were. */
export const part = z.union([
  z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
  z.object({ sequence: z.string(), last: z.number() }),
  z.object({ end: z.number() }),
]);

/** In a transaction that sees one state of all tables. */
export async function* backupLines(session: SqlSession, at: Date): AsyncGenerator<string> {
  const migrations = await session.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM public."${LEDGER}"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  yield line({ format: FORMAT, version: FORMAT_VERSION, at: at.toISOString(), migrations });
  let count = 0;
  for (const table of await ownTables(session)) {
    await session.execute(
      `DECLARE rows_of_table NO SCROLL CURSOR FOR SELECT to_jsonb(one)::text AS row FROM public."${table}" AS one`,
    );
    for (;;) {
      const rows = await session.query<{ row: string }>(`FETCH ${AT_ONCE} FROM rows_of_table`);
      if (rows.length === 0) break;
      count += rows.length;
      yield `{"table":${JSON.stringify(table)},"rows":[${rows.map(({ row }) => row).join(',')}]}\n`;
    }
    await session.execute('CLOSE rows_of_table');
  }
  // A number that was given once is not given again, though its row is gone.
  const sequences = await session.query<{ sequence: string; last: string }>(
    `SELECT sequencename AS sequence, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`,
  );
  for (const { sequence, last } of sequences) yield line({ sequence, last: Number(last) });
  yield line({ end: count });
}

/** Those of the schema but for the ledger of migrations; of a database that is shared with others, ours alone. */
async function ownTables(session: SqlSession): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^[A-Z]' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
