import { createPostgresBackend, createRedisBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { Job, Queue } from '../services/ports/queue.ts';

export type QueueConnection = { kind: 'redis'; url: string } | { kind: 'postgres'; pool: PgPool };

/** What is done with a job, by its name. */
export type JobHandlers = { [Name in Job['name']]: (job: Extract<Job, { name: Name }>) => Promise<void> };

export interface BullmqQueue extends Queue {
  /** Starts working. A handler that throws loses only the job: the reconciler looks again. */
  work(handlers: JobHandlers): void;
  /** A job is being done in this process. */
  isAtWork(): boolean;
  /** True when no job waits, runs or is delayed. */
  isIdle(): Promise<boolean>;
  close(): Promise<void>;
}

/** How many lanes of each kind are worked on at once. */
const concurrency: Record<Job['name'], number> = { inbox: 8, outbox: 8 };

/** A job tells nothing once it is done, well or badly: the database does. */
const forgetWhenDone = { removeOnComplete: true, removeOnFail: true };

/** How long the server may take to answer before the caller goes on without it. */
const answerLimitMs = 2_000;

export async function openQueue(connection: QueueConnection, log: Logger): Promise<BullmqQueue> {
  const backend = await openBackend(connection, log);
  const names = Object.keys(concurrency) as Job['name'][];
  const queues = names.map((name) => {
    const queue = backend.createQueue(name);
    queue.on('error', (error) => log.warn({ err: error, queue: name }, 'queue: trouble'));
    return { name, queue };
  });
  const workers: { close(): Promise<void> }[] = [];
  const running = new Set<Promise<void>>();
  const handlersEnd = async () => {
    while (running.size > 0) await Promise.allSettled(running);
  };

  return {
    async wake(job, delayMs = 0) {
      const queue = queues.find(({ name }) => name === job.name)?.queue;
      try {
        const lifo = job.name === 'outbox' && job.isAnswer === true;
        await withinLimit(queue?.add(job.name, job, { ...forgetWhenDone, delay: delayMs, lifo }));
      } catch (error) {
        log.warn({ err: error, queue: job.name }, 'queue: could not wake; the reconciler will');
      }
    },
    work(handlers) {
      for (const name of names) {
        const worker = backend.createWorker(name, concurrency[name], async ({ data }) => {
          // The name chose the queue, so the job is of the handler's kind.
          const run = (handlers[name] as (job: Job) => Promise<void>)(data);
          running.add(run);
          await run.finally(() => running.delete(run));
        });
        worker.on('error', (error) => log.warn({ err: error, queue: name }, 'queue: trouble'));
        worker.on('failed', (_job, error) => log.error({ err: error, queue: name }, 'queue: a job failed'));
        workers.push(worker);
      }
    },
    isAtWork: () => running.size > 0,
    async isIdle() {
      const counts = await Promise.all(
        queues.map(({ queue }) => queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized')),
      );
      return counts.every((count) => count === 0);
    },
    async close() {
      const closing = Promise.all(workers.map((worker) => worker.close()));
      await handlersEnd();
      // BullMQ waits without end for a server that is away; our handlers are all that must have ended.
      await withinLimit(closing).catch((error) =>
        log.warn({ err: error }, 'queue: closed without its server'),
      );
      await handlersEnd();
      await Promise.all(queues.map(({ queue }) => queue.close()));
      await backend.close();
    },
  };
}

async function withinLimit(work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${answerLimitMs} ms`)), answerLimitMs);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function openBackend(connection: QueueConnection, log: Logger) {
  if (connection.kind === 'redis') return openRedisBackend(connection.url, log);
  const client = await connection.pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  return {
    createQueue: (name: string) => new Queue<Job>(name, { connection: connection.pool }),
    createWorker: (name: string, slots: number, process: (job: { data: Job }) => Promise<void>) =>
      new Worker<Job>(name, process, { connection: connection.pool, concurrency: slots }),
    close: async () => {},
  };
}

async function openRedisBackend(url: string, log: Logger) {
  const { Queue, Worker } = withBackend(createRedisBackend);
  // BullMQ's blocking commands wait for as long as it takes; a limit on retries would end the worker.
  const redis = new CopiedRedis(url, { maxRetriesPerRequest: null });
  redis.on('error', (error) => log.warn({ err: error }, 'redis: trouble'));
  const prefix = 'nhachan';
  return {
    createQueue: (name: string) => new Queue<Job>(name, { connection: redis, prefix }),
    createWorker: (name: string, slots: number, process: (job: { data: Job }) => Promise<void>) =>
      new Worker<Job>(name, process, { connection: redis, prefix, concurrency: slots }),
    close: async () => {
      for (const client of [redis, ...redis.copies]) client.disconnect();
    },
  };
}

/** Knows its copies: each worker makes one to wait on, and leaves it dialling when Redis is away as it closes. */
class CopiedRedis extends Redis {
  readonly copies: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.copies.push(copy);
    return copy;
  }
}
