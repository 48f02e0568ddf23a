import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GapLimits, gapRules } from '../../../src/platforms/shared/gap-pace.ts';
import type { ZaloApi } from '../../../src/platforms/zalo/client.ts';
import { ZaloRefusal } from '../../../src/platforms/zalo/errors.ts';
import { ZaloMessenger } from '../../../src/platforms/zalo/outbound.ts';
import { DeliveryError } from '../../../src/services/ports/messenger.ts';
import { Paces } from '../../support/paces.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { listens, runAccount, standIn } from './running-account.ts';

const LIMITS: GapLimits = { gapMs: 2_000, gapInChatMs: 4_000, longestWaitMs: 60_000 };
const HELD_MS = 900_000;

function pacesWith(limits = LIMITS, random = () => 0): Paces {
  return new Paces(gapRules(limits), { random });
}

/** When each of the messages goes out (s), all of them wanted at once. */
async function turnsOf(chats: string[], random = () => 0, sendMs = 0): Promise<number[]> {
  const { one: pace, time } = pacesWith(LIMITS, random);
  const turns: number[] = [];
  const send = async () => {
    turns.push(time.now() / 1_000);
    await time.sleep(sendMs);
  };
  await time.runThrough(Promise.all(chats.map((chat) => pace.inTurn(chat, send))));
  return turns;
}

test('never faster than the rate, over all chats and in one', async () => {
  expect(await turnsOf(['a', 'b', 'c'])).toEqual([0, 2, 4]);
  expect(await turnsOf(['a', 'a', 'a'])).toEqual([0, 4, 8]);
  expect(await turnsOf(['a', 'b', 'c'], () => 0.5)).toEqual([0, 3, 6]);
});

test('what takes long is waited for', async () => {
  expect(await turnsOf(['a', 'b', 'a'], () => 0, 10_000)).toEqual([0, 12, 24]);
});

test('who would wait too long goes back to the queue, also behind a message that takes long', async () => {
  const { one: pace, time } = pacesWith({ ...LIMITS, longestWaitMs: 3_000 });
  const nothing = async () => {};
  await pace.inTurn('a', nothing);
  await expect(pace.inTurn('a', nothing)).rejects.toMatchObject({
    failure: { kind: 'temporary', retryAfterMs: 4_000 },
  });
  const file = pace.inTurn('b', () => time.sleep(180_000));
  const behind = pace.inTurn('c', nothing).catch((thrown: unknown) => thrown);
  await time.runThrough(Promise.all([file, behind]));
  expect(await behind).toMatchObject({ failure: { kind: 'temporary' } });
});

interface Load {
  chat: string;
  what: 'text' | 'file' | 'photo';
  /** When somebody wants to send it, and how long Zalo takes for it. */
  atMs: number;
  takesMs: number;
  isTooMuch: boolean;
}

const load: fc.Arbitrary<Load> = fc.record({
  chat: fc.constantFrom('1', '2', '3', 'g1', 'g2'),
  what: fc.constantFrom('text', 'file', 'photo'),
  atMs: fc.nat(60_000),
  takesMs: fc.oneof(fc.nat(500), fc.nat(20_000)),
  isTooMuch: fc.integer({ max: 15, min: 0 }).map((number) => number === 0),
});

interface Sent {
  chat: string;
  begunAt: number;
  endedAt: number;
  isTooMuch: boolean;
}

/** The real messenger before a Zalo that only notes when it is called; everybody sends at once. */
async function sendAll(loads: Load[], random: () => number) {
  const { one: pace, time } = pacesWith(LIMITS, random);
  const sent: Sent[] = [];
  const note = async ({ kind, id }: { kind: string; id: string }, { takesMs, isTooMuch }: Load) => {
    const begunAt = time.now();
    await time.sleep(takesMs);
    sent.push({ chat: kind === 'group' ? `g${id}` : id, begunAt, endedAt: time.now(), isTooMuch });
    if (isTooMuch) throw new ZaloRefusal('sendMessage', 221, 'too many');
    return String(sent.length);
  };
  const loadOf = (number: string) => loads[Number(number)] as Load;
  const api: Partial<ZaloApi> = {
    sendText: (chat, { text }) => note(chat, loadOf(text)),
    sendFile: (chat, { name }) => note(chat, loadOf(name)),
  };
  const messenger = new ZaloMessenger({
    api: () => api as ZaloApi,
    listens: () => 'now',
    isSignedOut: () => false,
    pace,
    files: { readFile: () => Promise.reject(new Error('no files here')) },
    onSent() {},
    onSessionOver() {},
  });
  const outcomes = loads.map(async ({ chat: id, what, atMs }, number) => {
    await time.sleep(atMs);
    const name = String(number);
    const sending =
      what === 'text'
        ? messenger.send({ chat: { id }, lines: [{ text: name }] })
        : messenger.sendFile({ id }, { kind: what, name, bytes: Buffer.from('bảng') });
    return sending.catch((error: unknown) => error);
  });
  return { sent, outcomes: await time.runThrough(Promise.all(outcomes)) };
}

test('whatever is sent by whomever, the account never writes faster than its gaps, nor before a hold is over', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(load, { maxLength: 25 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (loads, chance) => {
        const { sent, outcomes } = await sendAll(loads, () => chance);
        // A message appears at some moment between the two, which nobody outside knows.
        for (const [index, { chat, begunAt }] of sent.entries()) {
          const before = sent.slice(0, index);
          for (const one of before) {
            expect(begunAt - one.endedAt).toBeGreaterThanOrEqual(one.isTooMuch ? HELD_MS : LIMITS.gapMs);
            if (one.chat === chat) expect(begunAt - one.endedAt).toBeGreaterThanOrEqual(LIMITS.gapInChatMs);
          }
        }
        // Nobody is left out: it was sent, or whoever wanted it knows that it was not.
        const refused = outcomes.filter((outcome) => outcome instanceof DeliveryError);
        expect(refused.every(({ failure }) => failure.kind === 'temporary')).toBe(true);
        expect(outcomes.filter((outcome) => typeof outcome === 'string')).toHaveLength(
          loads.length - refused.length,
        );
      },
    ),
    { numRuns: 100 },
  );
});

test('a new login does not begin the pace anew', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker, pace: LIMITS });
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await account.received(1);
  await account.says(lan, 'một');

  zalo.listener.cut();
  await zalo.listening(2);
  await listens(account);
  const second = account.says(lan, 'hai');
  lan.says('cảm ơn');
  await account.received(2);
  expect(zalo.callsOf('message/sms')).toHaveLength(1);
  ticker.passes(2 * LIMITS.gapInChatMs);
  await second;
  await lan.nextMessage(/một/);
  await lan.nextMessage(/hai/);
});
