import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.ts';

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
  const unlock = await lockFolder(folder);
  try {
    const pglite = await openPglite(join(folder, 'postgres'));
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

/**
 * PGlite learns to read arrays of every type in the catalog, and copies all of that for each query which brings readers
 * of its own, as Prisma's do: a third of what a short query takes. It forgets the arrays of rows, and of those built-in
 * types that it would not read by themselves.
 */
async function openPglite(folder: string): Promise<PGlite> {
  const pglite = await PGlite.create(folder);
  const { rows } = await pglite.query<{ typarray: number }>(
    "SELECT typarray FROM pg_type WHERE typtype = 'c' OR (oid < 16384 AND NOT oid::text = ANY($1::text[]))",
    [Object.keys(types.parsers)],
  );
  for (const { typarray } of rows) delete pglite.parsers[typarray];
  return pglite;
}
