import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, createRedisBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import { Redis, type RedisOptions, ReplyError } from 'ioredis';
import type { Logger } from 'pino';
import type { Job, Queue } from '../services/ports/queue.ts';
import { OwnTimer } from './own-timer.ts';
import { probe } from './redis-condition.ts';
import { ASK_EVERY_MS, ServerWatch } from './server-watch.ts';

export type QueueConnection = { kind: 'redis'; url: string } | { kind: 'postgres'; pool: PgPool };

/** What is done with a job, by its name. */
export type JobHandlers = { [Name in Job['name']]: (job: Extract<Job, { name: Name }>) => Promise<void> };

export interface BullmqQueue extends Queue {
  /**
   * Starts working. A handler that throws loses only the job: the reconciler looks again.
   * @param lookForOwed done every few seconds while the server takes no jobs: other processes cannot wake this one then
   */
  work(handlers: JobHandlers, lookForOwed?: () => Promise<void>): void;
  /** A job is being done in this process. */
  isAtWork(): boolean;
  /** @throws the reason why its server takes no jobs; of one that is the office's database nothing, that one is tried itself. */
  probe(): Promise<void>;
  /** How many jobs wait, run or are delayed, by their name. */
  depth(): Promise<{ lane: Job['name']; jobs: number }[]>;
  /** True when no job waits, runs or is delayed. */
  isIdle(): Promise<boolean>;
  /** Takes no message to handle any more; those in hand are handled, and answered. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** How many lanes of each kind are worked on at once. Half of the handlers may wait for files to be read, which they hold. */
const concurrency: Record<Job['name'], number> = { inbox: 16, outbox: 8 };

/** A job tells nothing once it is done, well or badly: the database does. */
const forgetWhenDone = { removeOnComplete: true, removeOnFail: true };

/** In which a job that is woken begins, where its server is not far. */
const REST_MS = 50;

/** How long the server may take to answer before the caller goes on without it. */
const answerLimitMs = 2_000;

export async function openQueue(connection: QueueConnection, log: Logger): Promise<BullmqQueue> {
  const ending = new AbortController();
  const backend = await openBackend(connection, log, ending.signal);
  const names = Object.keys(concurrency) as Job['name'][];
  const queues = names.map((name) => {
    const queue = backend.createQueue(name);
    queue.on('error', (error) => watch.failed(error));
    return { name, queue };
  });
  const workers = new Map<Job['name'], { close(): Promise<void> }>();
  const running = new Set<Promise<void>>();
  const handlersEnd = async () => {
    while (running.size > 0) await Promise.allSettled(running);
  };
  let handlers: JobHandlers | null = null;
  let lookForOwed = async () => {};
  const run = async (job: Job) => {
    // The job's name chooses the handler, so it is of its kind.
    const handle = handlers?.[job.name] as ((job: Job) => Promise<void>) | undefined;
    const done = handle?.(job) ?? Promise.resolve();
    running.add(done);
    await done.finally(() => running.delete(done));
  };
  const failed = (error: unknown, job: Job) =>
    log.error({ err: error, queue: job.name }, 'queue: a job failed');
  const here = new OwnTimer(concurrency, (job) => run(job).catch((error: unknown) => failed(error, job)));
  const ask = () => withinLimit(backend.probe());
  const watch = new ServerWatch({
    log,
    ask,
    whileOut: () => lookForOwed(),
  });

  const depth = () =>
    Promise.all(
      queues.map(async ({ name, queue }) => ({
        lane: name,
        jobs: await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized'),
      })),
    );

  return {
    async wake(job, delayMs = 0) {
      const queue = queues.find(({ name }) => name === job.name)?.queue;
      if (watch.isOut) {
        if (handlers) here.wake(job, delayMs);
        return;
      }
      try {
        const lifo = job.name === 'outbox' && job.isAnswer === true;
        await withinLimit(queue?.add(job.name, job, { ...forgetWhenDone, delay: delayMs, lifo }));
      } catch (error) {
        watch.failed(error);
        // Without handlers: the reconciler of a process that has them will.
        if (handlers) here.wake(job, delayMs);
      }
    },
    work(given, look) {
      handlers = given;
      if (look) lookForOwed = look;
      for (const name of names) {
        const worker = backend.createWorker(name, concurrency[name], ({ data }) => run(data));
        worker.on('error', (error) => watch.failed(error));
        worker.on('failed', (_job, error) => log.error({ err: error, queue: name }, 'queue: a job failed'));
        workers.set(name, worker);
      }
    },
    isAtWork: () => running.size > 0,
    probe: ask,
    depth,
    async isIdle() {
      return here.isIdle && (await depth()).every(({ jobs }) => jobs === 0);
    },
    async rest() {
      here.take('outbox');
      const taken = workers.get('inbox')?.close();
      await handlersEnd();
      await withinLimit(taken).catch(() => {});
      // Their answers are woken for, and begin a moment later.
      for (let idle = 0; idle < 2; idle++) {
        await sleep(REST_MS);
        if (running.size > 0) idle = -1;
        await handlersEnd();
      }
    },
    async close() {
      ending.abort();
      here.close();
      const closing = Promise.all([...workers.values()].map((worker) => worker.close()));
      await handlersEnd();
      // BullMQ waits without end for a server that is away; our handlers are all that must have ended.
      await withinLimit(closing).catch((error) =>
        log.warn({ err: error }, 'queue: closed without its server'),
      );
      await handlersEnd();
      await watch.close();
      await withinLimit(Promise.all(queues.map(({ queue }) => queue.close()))).catch(() => {});
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

async function openBackend(connection: QueueConnection, log: Logger, signal: AbortSignal) {
  if (connection.kind === 'redis') return openRedisBackend(connection.url, log, signal);
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
    // Its database is the ledger's: without it there is nothing to do.
    probe: async () => {},
    close: async () => {},
  };
}

/** @param signal is aborted when the queue begins to close */
async function openRedisBackend(url: string, log: Logger, signal: AbortSignal) {
  // Told that Redis is full or takes nothing, BullMQ asks again at once, for as long as that lasts.
  const patient =
    <Asked extends unknown[], Told>(ask: (...asked: Asked) => Promise<Told>) =>
    (...asked: Asked): Promise<Told> =>
      ask(...asked).catch(async (error: unknown) => {
        if (error instanceof ReplyError)
          await sleep(ASK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
        throw error;
      });
  const { Queue, Worker } = withBackend(((...given) => {
    const backend = createRedisBackend(...given);
    backend.moveToActive = patient(backend.moveToActive.bind(backend));
    backend.waitForJob = patient(backend.waitForJob.bind(backend));
    return backend;
  }) satisfies typeof createRedisBackend);
  // BullMQ's blocking commands wait for as long as it takes; a limit on retries would end the worker.
  const redis = new CopiedRedis(url, { maxRetriesPerRequest: null });
  redis.on('error', (error) => log.warn({ err: error }, 'redis: trouble'));
  const prefix = 'nhachan';
  return {
    createQueue: (name: string) => new Queue<Job>(name, { connection: redis, prefix }),
    createWorker: (name: string, slots: number, process: (job: { data: Job }) => Promise<void>) =>
      new Worker<Job>(name, process, { connection: redis, prefix, concurrency: slots }),
    probe: () => probe(redis),
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
