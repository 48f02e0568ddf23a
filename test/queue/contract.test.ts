/** What the office asks of its queue, on each backend it may run on. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type BullmqQueue, type JobHandlers, openQueue } from '../../src/queue/bullmq-queue.ts';
import type { Job } from '../../src/services/ports/queue.ts';
import { QUEUE_BACKENDS, type TestBackend } from '../support/ledger-queues.ts';
import { eventually } from '../support/patience.ts';

const log = createLog('silent');

describe.each(QUEUE_BACKENDS.filter(({ isHere }) => isHere))('on $name', ({ create }) => {
  let backend: TestBackend;
  const queues: BullmqQueue[] = [];

  beforeAll(async () => {
    backend = await create();
  });
  afterEach(closeQueues);
  afterAll(() => backend.remove());

  async function closeQueues(): Promise<void> {
    for (const queue of queues.splice(0)) await queue.close();
  }

  async function open(): Promise<BullmqQueue> {
    const queue = await openQueue(await backend.connect(), log);
    queues.push(queue);
    return queue;
  }

  test('wakes a lane and a chat with what they were woken for', async () => {
    const queue = await open();
    const done = noteJobs(queue);
    await queue.wake({ name: 'inbox', lane: 'telegram -100123:7' });
    await queue.wake({ name: 'outbox', chatId: 42 });
    await settled(queue);
    expect(done.toSorted(byName)).toEqual([
      { name: 'inbox', lane: 'telegram -100123:7' },
      { name: 'outbox', chatId: 42 },
    ]);
  });

  test('wakes each as often as asked, and no oftener, with two processes at work', async () => {
    const [first, second] = [await open(), await open()];
    const done = [noteJobs(first), noteJobs(second)];
    const chats = Array.from({ length: 100 }, (_, index) => index);
    await Promise.all(chats.map((chatId) => first.wake({ name: 'outbox', chatId })));
    await settled(first);
    const woken = done.flat().flatMap((job) => (job.name === 'outbox' ? [job.chatId] : []));
    expect(woken.toSorted((a, b) => a - b)).toEqual(chats);
  });

  test('lets whoever is to wait wait, and nobody else', async () => {
    const queue = await open();
    const done = noteJobs(queue);
    await queue.wake({ name: 'outbox', chatId: 1 }, 500);
    await queue.wake({ name: 'outbox', chatId: 2 });
    await settled(queue);
    expect(done).toEqual([
      { name: 'outbox', chatId: 2 },
      { name: 'outbox', chatId: 1 },
    ]);
  });

  test('works on several lanes and chats at once: a slow one keeps nobody waiting', async () => {
    const queue = await open();
    const [lanes, chats] = [gate(8), gate(8)];
    queue.work({ inbox: lanes.enter, outbox: chats.enter });
    for (let index = 0; index < 8; index++) await queue.wake({ name: 'inbox', lane: `lane ${index}` });
    for (let chatId = 0; chatId < 8; chatId++) await queue.wake({ name: 'outbox', chatId });
    await Promise.all([lanes.allAreIn, chats.allAreIn]);
    await settled(queue);
  });

  test('is idle only when nothing waits, is delayed or is being done', async () => {
    const queue = await open();
    expect(await queue.isIdle()).toBe(true);
    await queue.wake({ name: 'inbox', lane: 'a' });
    expect(await queue.isIdle()).toBe(false);
    const [begun, mayEnd] = [gate(1), gate(2)];
    const inbox = async () => {
      await begun.enter();
      await mayEnd.enter();
    };
    queue.work({ inbox, outbox: async () => {} });
    await begun.allAreIn;
    expect(await queue.isIdle()).toBe(false);
    await mayEnd.enter();
    await settled(queue);
    await queue.wake({ name: 'outbox', chatId: 1 }, 500);
    expect(await queue.isIdle()).toBe(false);
    await settled(queue);
  });

  test('a job that fails is gone, and those after it are done', async () => {
    const queue = await open();
    const tries: string[] = [];
    queue.work({
      outbox: async () => {},
      inbox: async ({ lane }) => {
        tries.push(lane);
        if (lane === 'broken') throw new Error('Broken');
      },
    });
    for (const lane of ['broken', 'sound']) await queue.wake({ name: 'inbox', lane });
    await settled(queue);
    expect(tries.toSorted()).toEqual(['broken', 'sound']);
  });

  test('what was woken before a restart is done after it, delayed or not', async () => {
    const before = await open();
    await before.wake({ name: 'inbox', lane: 'a' });
    await before.wake({ name: 'outbox', chatId: 1 }, 500);
    await closeQueues();
    await backend.restart();

    const after = await open();
    const done = noteJobs(after);
    await settled(after);
    expect(done.toSorted(byName)).toEqual([
      { name: 'inbox', lane: 'a' },
      { name: 'outbox', chatId: 1 },
    ]);
  });

  test('closes only when what is being done has been done', async () => {
    const queue = await open();
    const events: string[] = [];
    const begun = gate(1);
    queue.work({
      inbox: async ({ lane }) => {
        await begun.enter();
        await new Promise((resolve) => setTimeout(resolve, 50));
        events.push(lane);
      },
      outbox: async () => {},
    });
    await queue.wake({ name: 'inbox', lane: 'a' });
    await begun.allAreIn;
    await queue.close();
    events.push('closed');
    queues.splice(0);
    expect(events).toEqual(['a', 'closed']);
  });
});

/** Notes what is done, in the order in which it is begun. */
function noteJobs(queue: BullmqQueue): Job[] {
  const done: Job[] = [];
  const note = async (job: Job) => {
    done.push(job);
  };
  queue.work({ inbox: note, outbox: note } satisfies JobHandlers);
  return done;
}

function settled(queue: BullmqQueue): Promise<void> {
  return eventually(async () => expect(await queue.isIdle()).toBe(true));
}

/** Whoever enters stays until that many are in. */
function gate(places: number): { enter(): Promise<void>; allAreIn: Promise<void> } {
  let inside = 0;
  let open = () => {};
  const allAreIn = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    allAreIn,
    async enter() {
      inside += 1;
      if (inside === places) open();
      await allAreIn;
    },
  };
}

function byName(a: Job, b: Job): number {
  return a.name.localeCompare(b.name);
}
