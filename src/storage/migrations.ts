import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One database session: what is set in it stays set, and a transaction begun in it is its own. */
export interface SqlSession {
  /** Runs several statements. */
  execute(sql: string): Promise<void>;
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export class MigrationsDisagree extends Error {
  override readonly name = 'MigrationsDisagree';
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
}

/** Any number; the same in every process, so that two starting at once migrate one after the other. */
const advisoryLock = 7245001;

/** Prisma's own ledger, as `prisma migrate deploy` writes it, so that either may go on where the other stopped. */
const ledger = `CREATE TABLE IF NOT EXISTS public."_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database up to the newest migration in `folder`; each migration whole or not at all.
 * @param inTransaction one has been begun, and is ended by whoever began it
 * @returns the names of those applied now.
 * @throws {MigrationsDisagree} when an applied migration is missing from the folder or has been changed since.
 */
export async function applyMigrations(
  session: SqlSession,
  folder: string,
  { inTransaction = false }: { inTransaction?: boolean } = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await session.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
  try {
    await session.execute(ledger);
    const applied = await session.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM public."_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    assertAgreement(migrations, applied);
    const done = new Set(applied.map((row) => row.migration_name));
    const pending = migrations.filter((migration) => !done.has(migration.name));
    for (const migration of pending) {
      if (inTransaction) await run(session, migration);
      else await applyOne(session, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [advisoryLock]);
  }
}

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function assertAgreement(migrations: Migration[], applied: Applied[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const row of applied) {
    if (row.finished_at === null) {
      throw new MigrationsDisagree(
        `Migration ${row.migration_name} failed midway. Mend the database by hand.`,
      );
    }
    if (!known.has(row.migration_name)) {
      throw new MigrationsDisagree(
        `The database is newer than this program: it has migration ${row.migration_name}. Install the newer version.`,
      );
    }
    if (known.get(row.migration_name) !== row.checksum) {
      throw new MigrationsDisagree(`Migration ${row.migration_name} was changed after it had been applied.`);
    }
  }
}

async function applyOne(session: SqlSession, migration: Migration): Promise<void> {
  await session.execute('BEGIN');
  try {
    await run(session, migration);
    await session.execute('COMMIT');
  } catch (error) {
    await session.execute('ROLLBACK');
    throw error;
  }
}

/** All of it, and that it was done; the ledger is made where there is none. */
export async function run(session: SqlSession, { name, sql, checksum }: Migration): Promise<void> {
  await session.execute(ledger);
  await session.execute(sql);
  await session.query(
    `INSERT INTO public."_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}
