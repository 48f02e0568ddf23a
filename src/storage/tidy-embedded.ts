import type { PGlite } from '@electric-sql/pglite';

/**
 * What a server does of its own accord, and the embedded database never: rows that are gone make room, and the planner of
 * statements learns how many there are. The largest tables first, each by itself, so that whoever wants the session waits for
 * one table at most.
 *
 * @returns false where it ended early, because somebody waits
 */
export async function tidyEmbedded(pglite: PGlite, isQuiet: () => Promise<boolean>): Promise<boolean> {
  const { rows } = await pglite.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind = 'r' AND nspname IN ('public', 'bullmq') ORDER BY pg_relation_size(pg_class.oid) DESC`,
  );
  for (const { name } of rows) {
    if (!(await isQuiet())) return false;
    await pglite.exec(`VACUUM (ANALYZE) ${name}`);
  }
  return true;
}
