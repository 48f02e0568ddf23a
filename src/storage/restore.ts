import { FORMAT_VERSION, type Header, header, LEDGER, part } from './backup.ts';
import { applyMigrations, type Migration, readMigrations, run, type SqlSession } from './migrations.ts';

/** Why a backup is not brought back; nothing has been changed. */
export class NotRestored extends Error {
  override readonly name = 'NotRestored';
}

export interface Restored {
  /** When it was made. */
  at: string;
  rows: number;
  /** What an older backup had to be brought up to date by. */
  migrated: string[];
}

/**
 * Brings a backup back, into a database that holds no office; within a transaction, so that it happens whole or not at all.
 * @param replace whatever office it holds is given up
 * @throws {NotRestored}
 */
export async function restoreLines(
  session: SqlSession,
  lines: AsyncIterable<string>,
  { folder, replace }: { folder: string; replace: boolean },
): Promise<Restored> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = headerOf(first.done ? '' : first.value);
  const all = await readMigrations(folder);
  const known = migrationsOf(head, all);
  const offices = await officesIn(session);
  if (offices.length > 0 && !replace) {
    throw new NotRestored(
      `The database holds an office already (${offices.join(', ')}). Make a backup of it, then say --replace to give it up.`,
    );
  }
  await dropOwn(session, all);
  await makeTables(session, known);
  const rows = await fill(session, { [Symbol.asyncIterator]: () => iterator });
  // What only one process may do at a time nobody does any more.
  await session.execute('DELETE FROM public."Lease"');
  return { at: head.at, rows, migrated: await applyMigrations(session, folder, { inTransaction: true }) };
}

function headerOf(text: string): Header {
  const parsed = header.safeParse(jsonOf(text));
  if (!parsed.success) throw new NotRestored('This is no backup made by `nhachan backup`.');
  if (parsed.data.version !== FORMAT_VERSION) {
    throw new NotRestored(
      `The backup is of another form (${parsed.data.version}; this program knows ${FORMAT_VERSION}). Use the version that made it.`,
    );
  }
  return parsed.data;
}

/** By which the tables of the backup were made. */
function migrationsOf({ migrations }: Header, all: Migration[]): Migration[] {
  return migrations.map(({ name, checksum }) => {
    const found = all.find((one) => one.name === name);
    if (!found) {
      throw new NotRestored(
        `The backup is of a newer version of nhachan: it has migration ${name}. Install that version, then restore.`,
      );
    }
    if (found.checksum !== checksum) {
      throw new NotRestored(
        `The backup is of another version of nhachan, in which migration ${name} was different. Use the version that made it.`,
      );
    }
    return found;
  });
}

async function officesIn(session: SqlSession): Promise<string[]> {
  const [table] = await session.query<{ there: boolean }>(
    `SELECT to_regclass('public."Organization"') IS NOT NULL AS there`,
  );
  if (!table?.there) return [];
  const rows = await session.query<{ name: string }>('SELECT name FROM public."Organization" ORDER BY id');
  return rows.map(({ name }) => name);
}

/** Ours alone, by what the migrations make: the database may be shared with another program. */
async function dropOwn(session: SqlSession, all: Migration[]): Promise<void> {
  const sql = all.map((one) => one.sql).join('\n');
  const named = (pattern: RegExp) => new Set([...sql.matchAll(pattern)].map(([, name]) => name));
  for (const name of [LEDGER, ...named(/CREATE TABLE (?:public\.)?"(\w+)"/g)]) {
    await session.execute(`DROP TABLE IF EXISTS public."${name}" CASCADE`);
  }
  for (const name of named(/CREATE TYPE (?:public\.)?"(\w+)"/g)) {
    await session.execute(`DROP TYPE IF EXISTS public."${name}" CASCADE`);
  }
  for (const name of named(/CREATE (?:OR REPLACE )?FUNCTION (?:public\.)?"?(\w+)"?/g)) {
    await session.execute(`DROP FUNCTION IF EXISTS public."${name}" CASCADE`);
  }
}

async function makeTables(session: SqlSession, migrations: Migration[]): Promise<void> {
  for (const migration of migrations) await run(session, migration);
}

interface Constraint {
  table: string;
  name: string;
  definition: string;
}

/** What refers to each other comes in any order: the references are checked when all is there, and nothing is triggered. */
async function fill(session: SqlSession, lines: AsyncIterable<string>): Promise<number> {
  const references = await session.query<Constraint>(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid::regclass::text ~ '^"?[A-Z]|^public\\."[A-Z]'`,
  );
  for (const { table, name } of references) {
    await session.execute(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  }
  const tables = new Set<string>();
  let count = 0;
  let end: number | null = null;
  for await (const text of lines) {
    const parsed = part.safeParse(jsonOf(text));
    if (!parsed.success) throw new NotRestored('The backup is damaged: a line of it cannot be read.');
    const one = parsed.data;
    if ('end' in one) end = one.end;
    else if ('sequence' in one) {
      await session.query('SELECT setval($1::regclass, $2)', [`public."${one.sequence}"`, one.last]);
    } else {
      const table = `public."${one.table.replaceAll('"', '')}"`;
      if (!tables.has(table)) await session.execute(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      tables.add(table);
      await session.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(one.rows)],
      );
      count += one.rows.length;
    }
  }
  if (end !== count) throw new NotRestored('The backup is damaged: its end is missing.');
  for (const table of tables) await session.execute(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of references) {
    await session.execute(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
  }
  return count;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
