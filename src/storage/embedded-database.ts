import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.ts';
import { PreparedPglite } from './prepared-pglite.ts';

export interface EmbeddedDatabase {
  readonly pglite: PGlite;
  close(): Promise<void>;
}

/**
 * PostgreSQL inside this process, kept in a folder.
 *
 * It is one session: whoever holds a transaction holds the whole database, so nothing may wait for the database
 * (or for a queue that lives in it) inside a transaction except through that transaction.
 *
 * @throws {FolderInUse} when another process has the folder.
 */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true });
  // PGlite lets everybody read and write its files: nobody else comes as far as them.
  await chmod(folder, 0o700);
  const unlock = await lockFolder(folder);
  try {
    const pglite = await PreparedPglite.open(join(folder, 'postgres'));
    return {
      pglite,
      async close() {
        await pglite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
