import type { PgPool } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { inject } from 'vitest';
import type { QueueConnection } from '../../src/queue/bullmq-queue.ts';
import { pglitePool } from '../../src/queue/pglite-pool.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { DATABASES, embeddedDatabase, serverDatabase } from './databases.ts';

/** A place in which jobs are kept, and which outlives those who are connected to it. */
export interface TestBackend {
  connect(): Promise<{ connection: QueueConnection; close(): Promise<void> }>;
  /** Throws every job away, as a Redis that was started anew without its data. */
  lose(): Promise<void>;
  remove(): Promise<void>;
}

const hasRedis = inject('redisUrl') !== null;
const hasPostgres = DATABASES.some(({ name, isHere }) => name === 'PostgreSQL' && isHere);

/** Each backend that an office's queue may run on, and whether it is here. */
export const QUEUE_BACKENDS: { name: string; isHere: boolean; create(): Promise<TestBackend> }[] = [
  { name: 'the embedded database', isHere: true, create: inEmbeddedDatabase },
  { name: 'PostgreSQL', isHere: hasPostgres, create: inPostgres },
  { name: 'Redis', isHere: hasRedis, create: inRedis },
];

async function inEmbeddedDatabase(): Promise<TestBackend> {
  const database = await embeddedDatabase();
  const connect = async () => {
    const opened = await openStorage(database.place);
    if (opened.pglite === null) throw new Error('Not embedded');
    const { pglite } = opened;
    const connection = { kind: 'postgres' as const, pool: await pglitePool(pglite) };
    return { connection, pglite, close: () => opened.close() };
  };
  return {
    connect,
    async lose() {
      const { pglite, close } = await connect();
      await pglite.exec('DROP SCHEMA IF EXISTS bullmq CASCADE');
      await close();
    },
    remove: database.remove,
  };
}

async function inPostgres(): Promise<TestBackend> {
  const database = await serverDatabase();
  const connect = async () => {
    const pool = poolAt(database.place.url);
    return {
      connection: { kind: 'postgres' as const, pool: pool as unknown as PgPool },
      pool,
      close: () => pool.end(),
    };
  };
  return {
    connect,
    async lose() {
      const { pool, close } = await connect();
      await pool.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
      await close();
    },
    remove: database.remove,
  };
}

async function inRedis(): Promise<TestBackend> {
  const url = await emptyRedis();
  return {
    connect: async () => ({ connection: { kind: 'redis' as const, url }, close: async () => {} }),
    lose: async () => {
      await emptyRedis();
    },
    remove: async () => {},
  };
}

/** A Redis of this test's own: each of vitest's workers, which run one file at a time, has a numbered one to itself. */
export async function emptyRedis(): Promise<string> {
  const server = inject('redisUrl');
  if (server === null) throw new Error('There is no Redis here');
  const url = new URL(server);
  url.pathname = `/${1 + (Number(process.env.VITEST_POOL_ID) % 15)}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  await redis.quit();
  return url.href;
}

/** As src/main.ts connects the queue. */
export function poolAt(url: string): pg.Pool {
  return new pg.Pool({ connectionString: url, options: '-c search_path=bullmq,public' });
}
