import { createHash } from 'node:crypto';

/**
 * A statement that begins so is prepared once a connection: to find the way to the rows takes as long as going it. For
 * statements of a hot path whose text is always the same and that name their columns, because one that says `*` is refused
 * once a migration has added a column.
 */
const PREPARED = /^\s*\/\* prepared \*\//;

const names = new Map<string, string>();

/** What it is called there. Empty: it is not prepared. */
export function preparedName({ sql }: { sql: string }): string {
  if (!PREPARED.test(sql)) return '';
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `nhachan_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
  names.set(sql, name);
  return name;
}
