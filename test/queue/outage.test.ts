/** The queue's server goes away and comes back: nobody waits for it, nothing breaks, and work goes on. */

import { afterEach, describe, expect, inject, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type BullmqQueue, openQueue } from '../../src/queue/bullmq-queue.ts';
import { serverPool } from '../../src/queue/server-pool.ts';
import { onServer, serverDatabase } from '../support/databases.ts';
import { Line } from '../support/ledger-proxy.ts';
import { eventually } from '../support/patience.ts';
import { emptyRedis } from '../support/redis.ts';

const log = createLog('silent');
const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A queue at work that notes which chats were woken. */
function working(queue: BullmqQueue): number[] {
  const woken: number[] = [];
  queue.work({
    inbox: async () => {},
    outbox: async ({ chatId }) => {
      woken.push(chatId);
    },
  });
  return woken;
}

/** Wakes this chat until that has an effect: what is woken amid an outage may be lost. */
async function worksAgain(queue: BullmqQueue, woken: number[], chatId: number): Promise<void> {
  await eventually(async () => {
    await queue.wake({ name: 'outbox', chatId });
    expect(woken).toContain(chatId);
  }, 200);
}

describe.skipIf(inject('redisUrl') === null)('Redis', () => {
  async function open() {
    const line = await Line.to(await emptyRedis());
    endings.push(() => line.close());
    const queue = await openQueue({ kind: 'redis', url: line.url }, log);
    const woken = working(queue);
    await worksAgain(queue, woken, 1);
    return { line, queue, woken };
  }

  test.each(['cut', 'silence'] as const)(
    '%s: a wake comes back all the same, and later ones work again',
    async (trouble) => {
      const { line, queue, woken } = await open();
      endings.push(() => queue.close());
      line[trouble]();
      await expect(queue.wake({ name: 'outbox', chatId: 2 })).resolves.toBeUndefined();
      line.mend();
      await worksAgain(queue, woken, 3);
    },
  );

  test('everything in it is lost: whoever is woken from then on is', async () => {
    const { queue, woken } = await open();
    endings.push(() => queue.close());
    await queue.wake({ name: 'outbox', chatId: 2 }, 60_000);
    await emptyRedis();
    expect(await queue.isIdle()).toBe(true);
    await worksAgain(queue, woken, 3);
    expect(woken).not.toContain(2);
  });

  test.each(['cut', 'silence'] as const)(
    '%s: the queue closes, once its handlers have ended',
    async (trouble) => {
      const line = await Line.to(await emptyRedis());
      endings.push(() => line.close());
      const queue = await openQueue({ kind: 'redis', url: line.url }, log);
      const events: string[] = [];
      const outbox = async () => {
        line[trouble]();
        events.push('begun');
        await new Promise((resolve) => setTimeout(resolve, 50));
        events.push('ended');
      };
      queue.work({ inbox: async () => {}, outbox });
      await queue.wake({ name: 'outbox', chatId: 1 });
      await eventually(() => expect(events).toEqual(['begun']));
      await queue.close();
      expect(events).toEqual(['begun', 'ended']);
    },
  );

  test('away at the start: the queue opens, and works once it is there', async () => {
    const line = await Line.to(await emptyRedis());
    endings.push(() => line.close());
    line.cut();
    const queue = await openQueue({ kind: 'redis', url: line.url }, log);
    endings.push(() => queue.close());
    const woken = working(queue);
    await queue.wake({ name: 'outbox', chatId: 1 });
    line.mend();
    await worksAgain(queue, woken, 2);
  });
});

describe.skipIf(inject('postgresUrl') === null)('PostgreSQL', () => {
  test('drops every connection: work goes on over new ones', async () => {
    const database = await serverDatabase();
    endings.push(database.remove);
    const pool = serverPool(database.place.url);
    endings.push(() => pool.end());
    const queue = await openQueue({ kind: 'postgres', pool: pool }, log);
    endings.push(() => queue.close());
    const woken = working(queue);
    await worksAgain(queue, woken, 1);
    await onServer(
      database.place.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await worksAgain(queue, woken, 2);
  });
});
