import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { backupLines } from './backup.ts';
import { atBackupDoor } from './backup-door.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { FolderInUse } from './folder-lock.ts';
import type { SqlSession } from './migrations.ts';
import { type DatabasePlace, migrationsFolder, sessionOf } from './open-storage.ts';
import { pgliteSession } from './pglite-session.ts';
import { NotRestored, type Restored, restoreLines } from './restore.ts';

/** Whatever there is of a database, without bringing it up to date. */
interface BareDatabase {
  /** One state of all tables, also while others write. */
  transaction<Result>(work: (session: SqlSession) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Writes a backup that only its owner can read; whole, or not at all. Of an embedded database that a running service has it
 * is the service that gives it.
 * @returns how many rows there are in it
 * @throws {FolderInUse} when another command has the folder
 */
export async function writeBackup(place: DatabasePlace, path: string, at: Date): Promise<number> {
  if (await stat(path).catch(() => null))
    throw new Error(`${path} exists already: give the backup another name`);
  const draft = `${path}.part`;
  await rm(draft, { force: true });
  try {
    await fill(place, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }), at);
    const rows = await rowsOf(draft);
    await rename(draft, path);
    return rows;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function fill(place: DatabasePlace, sink: NodeJS.WritableStream, at: Date): Promise<void> {
  let database: BareDatabase;
  try {
    database = await openBare(place);
  } catch (error) {
    const given =
      error instanceof FolderInUse && place.kind === 'embedded' ? await atBackupDoor(place.folder) : null;
    if (given === null) throw error;
    return pipeline(given, sink);
  }
  try {
    await database.transaction((session) =>
      pipeline(Readable.from(backupLines(session, at)), createGzip(), sink),
    );
  } finally {
    await database.close();
  }
}

/** A backup that cannot be read is none. @throws {NotRestored} */
async function rowsOf(path: string): Promise<number> {
  let last = '';
  for await (const line of linesOf(path)) last = line;
  const [, rows] = /^\{"end":(\d+)\}$/.exec(last) ?? [];
  if (rows === undefined) throw new NotRestored('The backup was cut off: its end is missing.');
  return Number(rows);
}

/** @throws {NotRestored} */
export async function restoreBackup(
  place: DatabasePlace,
  path: string,
  { replace }: { replace: boolean },
): Promise<Restored> {
  // A file that is not there must not cost what is.
  await stat(path);
  const database = await openBare(place);
  try {
    return await database.transaction((session) =>
      restoreLines(session, linesOf(path), { folder: migrationsFolder, replace }),
    );
  } finally {
    await database.close();
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = new PassThrough();
  // What goes wrong is met by whoever reads.
  pipeline(createReadStream(path), createGunzip(), text).catch(() => {});
  try {
    yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new NotRestored(
      `The backup is damaged, or no backup: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function openBare(place: DatabasePlace): Promise<BareDatabase> {
  if (place.kind === 'embedded') {
    const { pglite, close } = await openEmbeddedDatabase(place.folder);
    return { transaction: (work) => pglite.transaction((session) => work(pgliteSession(session))), close };
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  return {
    async transaction(work) {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      try {
        const result = await work(sessionOf(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
    close: () => client.end(),
  };
}
