/**
 * Opening a database takes longer than most stories. One of each kind is opened once a worker and emptied for whoever
 * takes it next; who tests opening, closing or dying makes one of their own.
 */
import { type DatabasePlace, type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import { onServer, type TestDatabase } from './databases.ts';

export interface OpenDatabase {
  readonly place: DatabasePlace;
  readonly opened: OpenStorage;
  /** Straight to the database, for what no service does: to break something, or to look at the bare rows. */
  sql<Row = unknown>(statements: string): Promise<Row[]>;
  /** Takes everything out, jobs too; ids start from 1 again. */
  empty(): Promise<void>;
}

/** Those that are open, by what makes one. */
const open = new Map<() => Promise<TestDatabase>, Promise<OpenDatabase>>();

export async function openedOnce(create: () => Promise<TestDatabase>): Promise<OpenDatabase> {
  const known = open.get(create) ?? create().then(({ place }) => openedAt(place));
  open.set(create, known);
  const database = await known;
  // Embedded, it is one session: what somebody has set in it would be set for everybody after.
  await database.opened.pglite?.exec('RESET ALL');
  return database;
}

async function openedAt(place: DatabasePlace): Promise<OpenDatabase> {
  const opened = await openStorage(place);
  const { pglite } = opened;
  const sql = async <Row>(statements: string) =>
    place.kind === 'server'
      ? onServer<Row>(place.url, statements)
      : (((await pglite?.exec(statements))?.at(-1)?.rows ?? []) as Row[]);
  return {
    place,
    // Whoever takes it may close it; the next one still finds it open.
    opened: { ...opened, close: async () => {} },
    sql,
    async empty() {
      await sql(takeOutEverything);
    },
  };
}

/** Rows one by one and sequences by hand: on tables of a few rows that takes a tenth of what TRUNCATE does. */
const takeOutEverything = `DO $$
  DECLARE item record;
  BEGIN
    SET LOCAL session_replication_role = replica; -- the order does not matter, nothing is left to refer to
    FOR item IN
      SELECT oid::regclass AS name, relkind FROM pg_class
      WHERE relnamespace::regnamespace::text IN ('public', 'bullmq') AND relkind IN ('r', 'S')
        AND relname NOT IN ('_prisma_migrations', 'migration')
    LOOP
      IF item.relkind = 'S' THEN PERFORM setval(item.name, 1, false);
      ELSE EXECUTE format('DELETE FROM %s', item.name);
      END IF;
    END LOOP;
  END $$`;
