import type { PgPool } from 'bullmq';
import { inject } from 'vitest';
import type { QueueConnection } from '../../src/queue/bullmq-queue.ts';
import { pglitePool } from '../../src/queue/pglite-pool.ts';
import { serverPool } from '../../src/queue/server-pool.ts';
import { type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import { DATABASES, embeddedDatabase, onServer, serverDatabase, type TestDatabase } from './databases.ts';
import { emptyRedis } from './redis.ts';

/** A place in which jobs are kept. */
export interface TestBackend {
  /** One more process's connection. */
  connect(): Promise<QueueConnection>;
  /** Everybody who was connected is gone; what was kept is still there. */
  restart(): Promise<void>;
  /** Every job is gone, as with a Redis that starts without its data. */
  lose(): Promise<void>;
  /** A ledger beside it, as an office with this queue would have it. */
  openLedger(): Promise<OpenStorage>;
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
  let opened = await openStorage(database.place);
  const pglite = () => {
    if (opened.pglite === null) throw new Error('Not embedded');
    return opened.pglite;
  };
  return {
    connect: async () => ({ kind: 'postgres', pool: await pglitePool(pglite()) }),
    async restart() {
      await opened.close();
      opened = await openStorage(database.place);
    },
    async lose() {
      await pglite().exec(forgetJobs);
    },
    // It is one session: whoever keeps something in it shares it.
    openLedger: async () => ({ ...opened, close: async () => {} }),
    async remove() {
      await opened.close();
      await database.remove();
    },
  };
}

async function inPostgres(): Promise<TestBackend> {
  const database = await serverDatabase();
  const pools: PgPool[] = [];
  const disconnect = async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.end()));
  };
  return {
    async connect() {
      const pool = serverPool(database.place.url);
      pools.push(pool);
      return { kind: 'postgres', pool: pool };
    },
    restart: disconnect,
    async lose() {
      await onServer(database.place.url, forgetJobs);
    },
    openLedger: () => openStorage(database.place),
    async remove() {
      await disconnect();
      await database.remove();
    },
  };
}

const forgetJobs = 'DROP SCHEMA IF EXISTS bullmq CASCADE';

async function inRedis(): Promise<TestBackend> {
  const url = await emptyRedis();
  const ledgers: TestDatabase[] = [];
  return {
    connect: async () => ({ kind: 'redis', url }),
    restart: async () => {},
    lose: async () => {
      await emptyRedis();
    },
    async openLedger() {
      const database = await embeddedDatabase();
      ledgers.push(database);
      return openStorage(database.place);
    },
    async remove() {
      await Promise.all(ledgers.map((ledger) => ledger.remove()));
    },
  };
}
