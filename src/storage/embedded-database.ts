import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.ts';
import { PreparedPglite } from './prepared-pglite.ts';

export interface EmbeddedDatabase {
  readonly pglite: PGlite;
  close(): Promise<void>;
}

/** Thrown when what lies in the data folder is no database, or none that can be opened. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';

  constructor(folder: string, why: string) {
    super(
      `The database in ${folder} cannot be opened: ${why}. Unless the disk is full or this user may not write there, it is ` +
        `damaged: move it away (mv ${folder} ${folder}.damaged) and bring back the latest backup (nhachan restore FILE).`,
    );
  }
}

/**
 * PostgreSQL inside this process, kept in a folder.
 *
 * It is one session: whoever holds a transaction holds the whole database, so nothing may wait for the database
 * (or for a queue that lives in it) inside a transaction except through that transaction.
 *
 * @throws {FolderInUse} when another process has the folder.
 * @throws {DamagedDatabase}
 */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  const unlock = await lockFolder(folder);
  try {
    const pglite = await open(join(folder, 'postgres'));
    await closeToOthers(folder);
    return {
      pglite,
      async close() {
        await pglite.close();
        await closeToOthers(folder);
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function open(folder: string): Promise<PGlite> {
  const before = await readdir(folder).catch((): string[] => []);
  // PGlite would begin anew over what is left.
  if (before.length > 0 && !before.includes('PG_VERSION'))
    throw new DamagedDatabase(folder, 'files are missing');
  try {
    return await PreparedPglite.open(folder);
  } catch (error) {
    if (before.length === 0) throw error;
    throw new DamagedDatabase(
      folder,
      error instanceof Error ? error.message.replace(/\.?$/, '') : String(error),
    );
  }
}

/** The folder is the owner's alone, and so is every file: a copy of it must not be open to everybody either. */
async function closeToOthers(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    if (mode & 0o077) await chmod(path, mode & 0o700);
  }
}
