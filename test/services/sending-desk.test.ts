import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { SendingDesk } from '../../src/services/delivery/sending-desk.ts';
import type { Messenger, PlatformName } from '../../src/services/ports/messenger.ts';

interface Waiting {
  platform: PlatformName;
  officeId: number;
  isUrgent: boolean;
}

/** A desk at which chats are served when the test says so. */
class Rehearsal {
  /** What waits at each chat. */
  readonly waiting = new Map<number, Waiting>();
  readonly served: number[] = [];
  readonly desk: SendingDesk;
  readonly #ends = new Map<number, (isMore: boolean) => void>();

  constructor(atOnce: Partial<Record<PlatformName, number>>) {
    const messengers = Object.entries(atOnce).map(([platform, most]): [PlatformName, Messenger] => [
      platform as PlatformName,
      { platform, atOnce: most } as Messenger,
    ]);
    this.desk = new SendingDesk({
      outbox: { waitingAt: async (chatId) => this.waiting.get(chatId) ?? null },
      messengers: new Map(messengers),
      deliver: (chatId) => {
        this.served.push(chatId);
        return new Promise((resolve) => this.#ends.set(chatId, resolve));
      },
      log: createLog('silent'),
    });
  }

  async calls(chatId: number, waiting: Partial<Waiting> = {}): Promise<void> {
    this.waiting.set(chatId, { platform: 'telegram', officeId: 1, isUrgent: false, ...waiting });
    await this.desk.call(chatId, waiting.isUrgent);
  }

  /** The message at the chat has been sent. */
  async ends(chatId: number, isMore = false): Promise<void> {
    if (!isMore) this.waiting.delete(chatId);
    this.#ends.get(chatId)?.(isMore);
    await nextTurn();
  }
}

test('no more are in hand than the platform wants, and an answer is the next', async () => {
  const office = new Rehearsal({ telegram: 2 });
  for (const chatId of [1, 2, 3, 4, 5]) await office.calls(chatId);
  expect(office.served).toEqual([1, 2]);
  await office.calls(9, { isUrgent: true });
  await office.ends(1);
  expect(office.served).toEqual([1, 2, 9]);
});

test('a platform that is slow keeps nobody from another', async () => {
  const office = new Rehearsal({ telegram: 1, zalo: 1 });
  for (const chatId of [1, 2, 3]) await office.calls(chatId, { platform: 'zalo' });
  await office.calls(4);
  expect(office.served).toEqual([1, 4]);
});

test('a chat with several messages goes behind the others after each', async () => {
  const office = new Rehearsal({ telegram: 1 });
  for (const chatId of [1, 2]) await office.calls(chatId);
  await office.ends(1, true);
  await office.ends(2);
  expect(office.served).toEqual([1, 2, 1]);
});

test('what comes while a chat is written to is looked for afterwards, and never beside it', async () => {
  const office = new Rehearsal({ telegram: 4 });
  await office.calls(1);
  await office.calls(1);
  expect(office.served).toEqual([1]);
  office.desk.close();
  const another = new Rehearsal({ telegram: 4 });
  await another.calls(1);
  const called = another.calls(1);
  await another.ends(1, true);
  await called;
  expect(another.served).toEqual([1, 1]);
});

test('closed, it lets those end who are being written to, and takes nobody else', async () => {
  const office = new Rehearsal({ telegram: 1 });
  for (const chatId of [1, 2]) await office.calls(chatId);
  office.desk.close();
  let rests = false;
  const resting = office.desk.rests().then(() => {
    rests = true;
  });
  await nextTurn();
  expect(rests).toBe(false);
  await office.ends(1, true);
  await resting;
  await office.calls(3);
  expect(office.served).toEqual([1]);
});

test('a chat at which something breaks keeps nobody else waiting', async () => {
  const served: number[] = [];
  const desk = new SendingDesk({
    outbox: { waitingAt: async () => ({ platform: 'telegram', officeId: 1, isUrgent: false }) },
    messengers: new Map([['telegram', { atOnce: 1 } as Messenger]]),
    async deliver(chatId) {
      served.push(chatId);
      throw new Error('the database is away');
    },
    log: createLog('silent'),
  });
  for (const chatId of [1, 2]) await desk.call(chatId);
  await desk.rests();
  expect(served).toEqual([1, 2]);
});
