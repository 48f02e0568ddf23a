import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, beforeEach, describe, inject } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue/bullmq-queue.ts';
import { pglitePool } from '../../src/queue/pglite-pool.ts';
import { root } from '../../src/root.ts';
import { readMigrations } from '../../src/storage/migrations.ts';
import { type DatabasePlace, type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import { keptBetweenRuns } from './kept-between-runs.ts';
import { type OpenDatabase, openedOnce } from './open-database.ts';

export interface TestDatabase {
  place: DatabasePlace;
  remove(): Promise<void>;
}

/** Each kind of database an office may keep its ledger in, and whether there is one here. */
export const DATABASES: { name: string; isHere: boolean; create(): Promise<TestDatabase> }[] = [
  { name: 'embedded database', isHere: true, create: embeddedDatabase },
  { name: 'PostgreSQL', isHere: inject('postgresUrl') !== null, create: serverDatabase },
];

/** The database of one suite: what the suites of a worker share, emptied before each test. */
export interface SuiteDatabase {
  readonly opened: OpenStorage;
  readonly place: DatabasePlace;
  /** Straight to the database, for what no service does: to break something, or to look at the bare rows. */
  sql<Row = unknown>(statements: string): Promise<Row[]>;
  /** Takes everything out; ids start from 1 again. */
  empty(): Promise<void>;
}

/** The same suite on each kind of database; `database` opens before the first test. */
export function onEachDatabase(suite: (database: SuiteDatabase) => void): void {
  describe.each(DATABASES.filter(({ isHere }) => isHere))('$name', ({ create }) =>
    suite(suiteDatabase(create)),
  );
}

/**
 * A suite of what services make of the ledger. That both kinds of database do the same is the matter of the suites of
 * storage, and of those about claims, locks and sudden death.
 */
export function onOneDatabase(suite: (database: SuiteDatabase) => void): void {
  suite(suiteDatabase(embeddedDatabase));
}

/** The suite's database of one kind. */
export function suiteDatabase(create: () => Promise<TestDatabase>): SuiteDatabase {
  let taken: OpenDatabase;
  const database: SuiteDatabase = {
    get opened() {
      return taken.opened;
    },
    get place() {
      return taken.place;
    },
    sql: (statements) => taken.sql(statements),
    empty: () => taken.empty(),
  };
  beforeAll(async () => {
    taken = await openedOnce(create);
  });
  beforeEach(() => database.empty());
  return database;
}

/** A folder with every migration applied, the queue's too: a copy, because making one anew takes ten times as long. */
export async function embeddedDatabase(): Promise<TestDatabase & { place: { folder: string } }> {
  const original = await preparedFolder();
  const database = await emptyFolder();
  await cp(original, database.place.folder, { recursive: true });
  return database;
}

/** A folder in which nothing has ever been opened. */
export async function emptyFolder() {
  const folder = await mkdtemp(join(inject('scratch'), 'folder-'));
  return {
    place: { kind: 'embedded' as const, folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An empty database of its own on the server. */
export async function serverDatabase(): Promise<TestDatabase & { place: { url: string } }> {
  const server = inject('postgresUrl');
  if (server === null) throw new Error('There is no PostgreSQL here');
  const name = `nhachan_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    place: { kind: 'server', url: url.href },
    async remove() {
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Statements on a connection of their own, as an administrator would send them. */
export async function onServer<Row = unknown>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function preparedFolder(): Promise<string> {
  const migrations = await readMigrations(join(root, 'prisma/migrations'));
  const libraries = ['@electric-sql/pglite', 'bullmq'].map((name) =>
    readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const state = [await Promise.all(libraries), migrations.map(({ name, checksum }) => [name, checksum])];
  return keptBetweenRuns('embedded', JSON.stringify(state), async (folder) => {
    const opened = await openStorage({ kind: 'embedded', folder });
    if (opened.pglite) {
      const pool = await pglitePool(opened.pglite);
      const queue = await openQueue({ kind: 'postgres', pool }, createLog('silent'));
      await queue.close();
    }
    await opened.close();
  });
}
