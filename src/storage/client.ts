import type { Prisma, PrismaClient } from './generated/client.ts';

/** The database as a whole, or a transaction on it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** A value for a Json column. Prisma's own type refuses interfaces, though they are plain data all the same. */
export function asJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
