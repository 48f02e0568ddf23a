/** The queue is only a timer: whatever it loses, doubles or refuses, everybody is told once. */

import { afterEach, describe, expect, inject, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { type BullmqQueue, openQueue, type QueueConnection } from '../../src/queue/bullmq-queue.ts';
import type { InboundUpdate } from '../../src/services/ports/messenger.ts';
import { LedgerOffice } from '../support/ledger-office.ts';
import { Line } from '../support/ledger-proxy.ts';
import { QUEUE_BACKENDS, type TestBackend } from '../support/ledger-queues.ts';
import { eventually } from '../support/patience.ts';
import { emptyRedis } from '../support/redis.ts';

const log = createLog('silent');
const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** An office whose jobs wait in this queue; nobody works on them yet. */
async function openOffice(backend: TestBackend, connection: QueueConnection) {
  const opened = await backend.openLedger();
  endings.push(() => opened.close());
  const queue = await openQueue(connection, log);
  endings.push(() => queue.close());
  const office = new LedgerOffice(opened, { queue });
  await office.opens([
    { lead: 'Phòng Kinh tế', due: '2025-11-27' },
    { lead: 'Văn phòng', due: '2025-11-24' },
  ]);
  for (const name of ['Lan', 'Minh']) await office.chatWith(name);
  await office.groupOf('Phòng Kinh tế', 'economy');
  return { office, queue };
}

/** Works on the office's jobs, as a worker process does. */
function work(office: LedgerOffice, queue: BullmqQueue): void {
  queue.work({ inbox: ({ lane }) => office.handle(lane), outbox: ({ chatId }) => office.deliver(chatId) });
}

function settled({ storage }: LedgerOffice, queue: BullmqQueue): Promise<void> {
  const isAtRest = async () =>
    (await storage.inbox.isEmpty()) && (await storage.outbox.isEmpty()) && (await queue.isIdle());
  return eventually(async () => expect(await isAtRest()).toBe(true));
}

/** A stranger asks for help. */
const question: InboundUpdate = {
  platform: 'console',
  id: 'update-1',
  chat: { id: 'stranger', kind: 'private' },
  from: { id: 'stranger', name: 'Người lạ' },
  event: { type: 'message', messageId: '1', text: '/huongdan', addressed: true, attachments: [] },
};

const EVERYBODY = ['economy', 'lan', 'minh', 'stranger'];

/** Who has been told something, once for each message. */
function told(office: LedgerOffice): string[] {
  return office.console.sent.map(({ chat }) => chat.id).toSorted();
}

describe.each(QUEUE_BACKENDS.filter(({ isHere }) => isHere))('on $name', ({ create }) => {
  async function start() {
    const backend = await create();
    endings.push(() => backend.remove());
    return { backend, ...(await openOffice(backend, await backend.connect())) };
  }

  test('a morning and a question, each job of which comes three times: everybody is told once', async () => {
    const { office, queue } = await start();
    await office.plan();
    await office.receive(question);
    for (let again = 0; again < 2; again++) {
      await office.reconcile();
      await office.receive(question);
    }
    work(office, queue);
    await settled(office, queue);
    expect(told(office)).toEqual(EVERYBODY);
  });

  test('every job is lost: the reconciler wakes whoever is owed something, and everybody is told once', async () => {
    const { backend, office, queue } = await start();
    await office.plan();
    await office.receive(question);
    await queue.close();
    await backend.lose();

    const afterLoss = await openQueue(await backend.connect(), log);
    endings.push(() => afterLoss.close());
    const later = new LedgerOffice(office.opened, { queue: afterLoss });
    work(later, afterLoss);
    expect(await afterLoss.isIdle()).toBe(true);
    expect(await later.storage.outbox.isEmpty()).toBe(false);
    await later.reconcile();
    await settled(later, afterLoss);
    expect(told(later)).toEqual(EVERYBODY);
    expect(told(office)).toEqual([]);
  });
});

describe.skipIf(inject('redisUrl') === null)('on Redis', () => {
  test('which is away while a message comes in and while it is to be answered: it is answered once', async () => {
    const redis = QUEUE_BACKENDS.find(({ name }) => name === 'Redis');
    const backend = await redis?.create();
    if (!backend) throw new Error('No Redis');
    endings.push(() => backend.remove());
    const line = await Line.to(await emptyRedis());
    endings.push(() => line.close());
    const { office, queue } = await openOffice(backend, { kind: 'redis', url: line.url });

    line.cut();
    await office.receive(question);
    await office.handle('console stranger');
    expect(await office.storage.outbox.isEmpty()).toBe(false);

    work(office, queue);
    line.mend();
    await eventually(async () => {
      await office.reconcile();
      expect(told(office)).toEqual(['stranger']);
    }, 200);
    await settled(office, queue);
    expect(told(office)).toEqual(['stranger']);
  });
});
