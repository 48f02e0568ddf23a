import { Prisma } from './generated/client.ts';

/**
 * The time by which leases, claims and waits are judged, or so many milliseconds after it: that of the database, which is the
 * same for every process. A worker's own clock may be minutes off.
 */
export type DatabaseTime = (inMs?: number) => Prisma.Sql;

export const databaseTime: DatabaseTime = (inMs = 0) =>
  Prisma.sql`(now() + ${inMs} * interval '1 millisecond')`;

/** As if the database's clock showed `now`. */
export function timeBy(now: () => Date): DatabaseTime {
  return (inMs = 0) => Prisma.sql`${new Date(now().getTime() + inMs)}::timestamptz`;
}
