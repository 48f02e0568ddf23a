import type { PgPool } from 'bullmq';
import pg from 'pg';

/** Connections for BullMQ's PostgreSQL backend, whose SQL names its tables without their schema. */
export function serverPool(url: string | undefined): PgPool {
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=bullmq,public' });
  return pool as unknown as PgPool;
}
