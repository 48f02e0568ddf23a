import type { Prisma, PrismaClient } from './generated/client.ts';

/** The database as a whole, or a transaction on it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** A row that Prisma has not read itself: a list in which nothing was ever put is null in it. */
export type WithOpenLists<Row> = {
  [Column in keyof Row]: Row[Column] extends unknown[] ? Row[Column] | null : Row[Column];
};

/**
 * A value for a Json column. Prisma's own type refuses interfaces, though they are plain data all the same.
 *
 * What a chat brings may hold what PostgreSQL refuses, and an update that cannot be stored is delivered again forever:
 * the character NUL, and half a surrogate pair, as in a name that was cut amid an emoji. Both are replaced.
 */
export function asJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(
    JSON.stringify(value, (_key, part) => (typeof part === 'string' ? storable(part) : part)),
  );
}

function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');
}
