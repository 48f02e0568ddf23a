/** No process sends more than its account may, with all others taken together, nor before the platform wants to hear again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapRules } from '../../../src/platforms/shared/gap-pace.ts';
import type { Patience } from '../../../src/platforms/shared/pace.ts';
import { type PaceLimits, TELEGRAM_PACE, telegramRules } from '../../../src/platforms/telegram/pace.ts';
import { DeliveryError } from '../../../src/services/ports/messenger.ts';
import { Paces, type PacesOptions } from '../../support/paces.ts';

const PATIENT: Patience = { ms: Number.POSITIVE_INFINITY, inChatMs: Number.POSITIVE_INFINITY };

interface Wanted {
  chat: string;
  process: number;
  /** When somebody wants to send it. */
  atMs: number;
  /** From its leaving until the platform counts it, and from then to the answer. */
  thereMs: number;
  backMs: number;
}

interface Counted {
  chat: string;
  at: number;
}

const wanted = (chats: string[]): fc.Arbitrary<Wanted> =>
  fc.record({
    chat: fc.constantFrom(...chats),
    process: fc.nat(1),
    atMs: fc.oneof(fc.constant(0), fc.nat(5_000)),
    thereMs: fc.oneof(fc.nat(30), fc.nat(1_000)),
    backMs: fc.oneof(fc.nat(30), fc.nat(1_000)),
  });

/** What the platform counts, when the processes send all of it. */
async function countedBy(limits: PaceLimits, all: Wanted[], options: PacesOptions = {}): Promise<Counted[]> {
  const paces = new Paces(telegramRules(limits), options);
  const { time } = paces;
  const counted: Counted[] = [];
  const sending = all.map(async ({ chat, process, atMs, thereMs, backMs }) => {
    await time.sleep(atMs);
    await paces.of(process).inTurn(chat, async () => {
      await time.sleep(thereMs);
      counted.push({ chat, at: time.now() });
      await time.sleep(backMs);
    });
  });
  await time.runThrough(Promise.all(sending));
  return counted;
}

/** The most that any window of that length holds, its end left out. */
function most(counted: Counted[], windowMs: number): number {
  const times = counted.map(({ at }) => at);
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length),
  );
}

describe('the platform never counts more than it allows', () => {
  const limits: PaceLimits = { perSecond: 3, perSecondInChat: 2, perMinuteInGroup: 4, patience: PATIENT };

  test.each([
    ['one process', { processes: 1 }],
    ['two that share a register', { processes: 2 }],
    ['two whose register is slow', { processes: 2, registerMs: () => 4 }],
  ])('%s, however long each message is on its way', async (_who, options) => {
    const chats = ['1', '2', '3', '-1', '-2'];
    await fc.assert(
      fc.asyncProperty(fc.array(wanted(chats), { maxLength: 25 }), async (all) => {
        const counted = await countedBy(limits, all, options);
        expect(counted.map(({ chat }) => chat).toSorted()).toEqual(all.map(({ chat }) => chat).toSorted());
        expect(most(counted, 1_000)).toBeLessThanOrEqual(3);
        for (const one of chats) {
          const own = counted.filter(({ chat }) => chat === one);
          expect(most(own, 1_000)).toBeLessThanOrEqual(2);
          if (one.startsWith('-')) expect(most(own, 60_000)).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('hardly less than it allows goes out', () => {
  const MESSAGES = 420;

  test.each([
    ['one process', 1, 0],
    ['two processes', 2, 0],
    ['two, with a platform that is far away', 2, 150],
  ])('%s', async (_who, processes, farMs) => {
    const all = Array.from({ length: MESSAGES }, (_, index) => ({
      chat: String(index),
      process: index,
      atMs: 0,
      thereMs: farMs + ((index * 7) % 11),
      backMs: farMs + ((index * 5) % 13),
    }));
    const counted = await countedBy({ ...TELEGRAM_PACE, patience: PATIENT }, all, {
      processes,
      registerMs: () => 0.5,
    });
    expect(most(counted, 1_000)).toBeLessThanOrEqual(TELEGRAM_PACE.perSecond);
    // Once each process knows how far away the platform is.
    const begunAt = counted[0]?.at ?? 0;
    const within = counted.filter(({ at }) => at >= begunAt + 3_000 && at < begunAt + 13_000);
    expect(within.length / (10 * TELEGRAM_PACE.perSecond)).toBeGreaterThan(0.95);
  });
});

describe('too many', () => {
  const rules = telegramRules(TELEGRAM_PACE);
  const sendNothing = async () => {};

  /** Thirty people wait in two processes; the platform refuses one of the first messages. @returns when each left */
  async function afterRefusal(retryAfterMs: number) {
    const paces = new Paces(rules, { processes: 2, registerMs: () => 0.5 });
    const { time } = paces;
    const left: number[] = [];
    let refusedAt = Number.NaN;
    const sending = Array.from({ length: 30 }, (_, index) =>
      paces.of(index).inTurn(String(index), async () => {
        left.push(time.now());
        const isRefused = left.length === 5;
        await time.sleep(5);
        if (!isRefused) return;
        refusedAt = time.now();
        await paces.of(index).hold(String(index), retryAfterMs);
      }),
    );
    const outcomes = await time.runThrough(Promise.allSettled(sending));
    return { left, refusedAt, outcomes };
  }

  test('the account waits, in every process, and then goes on', async () => {
    const { left, refusedAt, outcomes } = await afterRefusal(5_000);
    const after = left.filter((at) => at > refusedAt);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(refusedAt + 5_000);
    expect(Math.min(...after)).toBeLessThan(refusedAt + 5_050);
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  test('for a long time: who waits goes back to the queue and is told how long', async () => {
    const { left, outcomes } = await afterRefusal(3_600_000);
    const sent = left.length;
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(30 - sent);
    expect(sent).toBeLessThanOrEqual(10);
    for (const one of refused) {
      const failure = one instanceof DeliveryError ? one.failure : undefined;
      expect(failure).toMatchObject({ kind: 'temporary' });
      expect(failure?.kind === 'temporary' && failure.retryAfterMs).toBeGreaterThan(3_590_000);
    }
  });

  test('a shorter wait that is told later does not end a longer one', async () => {
    const { one, time } = new Paces(rules);
    await one.hold('5', 30_000);
    await one.hold('6', 1_000);
    await time.runThrough(one.inTurn('7', sendNothing));
    expect(time.now()).toBe(30_000);
  });

  test('of a group that has had much of its minute, while the bot sends little, the group alone waits', async () => {
    const { one, time } = new Paces({ ...rules, patience: PATIENT });
    const told = (async () => {
      for (let sent = 0; sent < 10; sent++) await one.inTurn('-5', sendNothing);
      await one.hold('-5', 20_000);
      const since = time.now();
      await one.inTurn('7', sendNothing);
      const person = time.now() - since;
      await one.inTurn('-5', sendNothing);
      return { person, group: time.now() - since };
    })();
    const { person, group } = await time.runThrough(told);
    expect(person).toBeLessThan(100);
    expect(group).toBeGreaterThanOrEqual(20_000);
  });

  test('of a group that has had little, nobody knows: the account waits', async () => {
    const { one, time } = new Paces(rules);
    await time.runThrough(one.inTurn('-5', sendNothing));
    await one.hold('-5', 20_000);
    await time.runThrough(one.inTurn('7', sendNothing));
    expect(time.now()).toBeGreaterThanOrEqual(20_000);
  });
});

describe('who waits', () => {
  const sendNothing = async () => {};

  test('for a chat of its own keeps nobody else waiting, and goes back to the queue where that takes long', async () => {
    const paces = new Paces(telegramRules({ ...TELEGRAM_PACE, perMinuteInGroup: 1 }));
    const { one, time } = paces;
    await time.runThrough(one.inTurn('-5', sendNothing));
    const again = one.inTurn('-5', sendNothing).catch((error: unknown) => error);
    await time.runThrough(one.inTurn('6', sendNothing));
    expect(time.now()).toBeLessThan(100);
    expect(await time.runThrough(again)).toMatchObject({ failure: { kind: 'temporary' } });
    expect(time.now()).toBeLessThan(100);
  });

  test('in one process is not kept back by all that wait in another', async () => {
    const paces = new Paces(telegramRules(TELEGRAM_PACE), { processes: 2, registerMs: () => 0.5 });
    const { time } = paces;
    const left: number[] = [];
    const sending = Array.from({ length: 100 }, (_, index) =>
      paces.of(0).inTurn(String(index), async () => {
        left.push(0);
      }),
    );
    await time.runThrough(time.sleep(300));
    const before = left.length;
    await time.runThrough(paces.of(1).inTurn('200', sendNothing));
    expect(left.length - before).toBeLessThanOrEqual(2);
    await time.runThrough(Promise.all(sending));
  });

  test('is sent back by a stop', async () => {
    const { one, time, stopping } = new Paces(telegramRules(TELEGRAM_PACE));
    await time.runThrough(one.inTurn('5', sendNothing));
    const waiting = one.inTurn('5', sendNothing);
    stopping.abort();
    await expect(time.runThrough(waiting)).rejects.toMatchObject({ failure: { kind: 'temporary' } });
  });

  test('is sent back where nobody can say what the others send', async () => {
    const broken = new Error('no line to the register');
    const { one, time } = new Paces(telegramRules(TELEGRAM_PACE), {
      registerMs: () => {
        throw broken;
      },
    });
    await expect(time.runThrough(one.inTurn('5', sendNothing))).rejects.toMatchObject({
      failure: { kind: 'temporary' },
      cause: broken,
    });
  });

  test('does not wait for what a clock has written that was hours ahead', async () => {
    const { one, time, registers } = new Paces(telegramRules(TELEGRAM_PACE));
    const counted = Array.from({ length: 30 }, () => ({ until: 5 * 60 * 60_000 }));
    await registers.replace(
      'pace',
      null,
      JSON.stringify({ windows: { second: counted }, held: {}, waiting: {} }),
    );
    await time.runThrough(one.inTurn('5', sendNothing));
    expect(time.now()).toBe(0);
  });

  test('behind a process that has died waits until its message counts as lost', async () => {
    const gaps = gapRules({ gapMs: 2_000, gapInChatMs: 4_000, longestWaitMs: 60_000 });
    const paces = new Paces({ ...gaps, lostAfterMs: 30_000 }, { processes: 2 });
    const { time } = paces;
    void paces.of(0).inTurn('5', () => new Promise(() => {}));
    await time.runThrough(paces.of(1).inTurn('6', sendNothing));
    expect(time.now()).toBe(30_000);
  });
});
