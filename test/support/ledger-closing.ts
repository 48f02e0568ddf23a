/** Run by a test: a process that opens ledger and queue, does a job, closes both, and must then end by itself. */
import { createLog } from '../../src/log.ts';
import { openQueue, type QueueConnection } from '../../src/queue/bullmq-queue.ts';
import { pglitePool } from '../../src/queue/pglite-pool.ts';
import { serverPool } from '../../src/queue/server-pool.ts';
import { type DatabasePlace, openStorage } from '../../src/storage/open-storage.ts';

export interface ClosingOptions {
  place: DatabasePlace;
  redisUrl: string | null;
}

const { place, redisUrl } = JSON.parse(process.argv[2] ?? '') as ClosingOptions;
const opened = await openStorage(place);
const pool = place.kind === 'server' ? serverPool(place.url) : null;
const queue = await openQueue(await connection(), createLog('warn'));

await new Promise<void>((resolve) => {
  queue.work({ inbox: async () => {}, outbox: async () => resolve() });
  queue.wake({ name: 'outbox', chatId: 1 });
});
await queue.close();
await pool?.end();
await opened.close();
process.stdout.write('closed');

async function connection(): Promise<QueueConnection> {
  if (redisUrl !== null) return { kind: 'redis', url: redisUrl };
  if (pool) return { kind: 'postgres', pool };
  if (opened.pglite) return { kind: 'postgres', pool: await pglitePool(opened.pglite) };
  throw new Error('No place for a queue');
}
