import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pace, type PaceLimits, type Sent, TELEGRAM_PACE } from '../../../src/platforms/telegram/pace.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { runBot, standIn } from './running-bot.ts';

const PATIENT: PaceLimits = { ...TELEGRAM_PACE, longestWaitMs: Number.POSITIVE_INFINITY };

async function sendAll(chats: string[], limits = PATIENT) {
  const time = new VirtualTime();
  const pace = new Pace(limits, time, new AbortController().signal);
  const sent: Sent[] = [];
  const refused: unknown[] = [];
  const send = (chatId: string) =>
    pace.turn(chatId).then(
      () => sent.push({ chatId, at: time.now() }),
      (error: unknown) => refused.push(error),
    );
  await time.runThrough(Promise.all(chats.map(send)));
  return { sent, refused };
}

/** The most that any window of that length holds, its end left out. */
function most(times: number[], windowMs: number): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length),
  );
}

describe('limits', () => {
  test('the 31st person of a morning waits until a second has passed', async () => {
    const people = Array.from({ length: 61 }, (_, index) => String(index + 1));
    const { sent } = await sendAll(people);
    expect(sent.map(({ at }) => at)).toEqual([...Array(30).fill(0), ...Array(30).fill(1_000), 2_000]);
  });

  test('one person gets one message a second', async () => {
    const { sent } = await sendAll(['5', '5', '5']);
    expect(sent.map(({ at }) => at)).toEqual([0, 1_000, 2_000]);
  });

  test('a group gets 20 in a minute', async () => {
    const { sent } = await sendAll(Array<string>(21).fill('-5'));
    expect(sent.at(19)?.at).toBe(19_000);
    expect(sent.at(20)?.at).toBe(60_000);
  });

  test('no limit is ever passed and nobody is left out, whoever writes to whom', async () => {
    const chat = fc.constantFrom('1', '2', '3', '-1', '-2');
    const limits = {
      perSecond: 3,
      perSecondInChat: 2,
      perMinuteInGroup: 4,
      longestWaitMs: Number.POSITIVE_INFINITY,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(chat, { maxLength: 25 }), async (chats) => {
        const { sent } = await sendAll(chats, limits);
        expect(sent.map(({ chatId }) => chatId).sort()).toEqual([...chats].sort());
        expect(
          most(
            sent.map(({ at }) => at),
            1_000,
          ),
        ).toBeLessThanOrEqual(3);
        for (const one of new Set(chats)) {
          const times = sent.filter(({ chatId }) => chatId === one).map(({ at }) => at);
          expect(most(times, 1_000)).toBeLessThanOrEqual(2);
          if (one.startsWith('-')) expect(most(times, 60_000)).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('who would wait too long is sent back with the time to wait', async () => {
    const { sent, refused } = await sendAll(['5', '5', '5'], { ...TELEGRAM_PACE, longestWaitMs: 1_500 });
    expect(sent).toHaveLength(2);
    expect(refused).toMatchObject([{ failure: { kind: 'temporary', retryAfterMs: 1_000 } }]);
  });
});

test('a chat that was told to wait is refused until then, and only that chat', async () => {
  const time = new VirtualTime();
  const pace = new Pace(PATIENT, time, new AbortController().signal);
  pace.hold('5', 10_000);
  await expect(pace.turn('5')).rejects.toMatchObject({
    failure: { kind: 'temporary', retryAfterMs: 10_000 },
  });
  await pace.turn('6');
  await time.runThrough(time.sleep(10_000));
  await pace.turn('5');
});

test('messages to one person reach Telegram in order and apart', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const bot = await runBot(telegram, { pace: TELEGRAM_PACE });
  await Promise.all([bot.says(lan, 'một'), bot.says(lan, 'hai')]);
  const [first, second] = [await lan.nextMessage(/một/), await lan.nextMessage(/hai/)];
  expect(second.at - first.at).toBeGreaterThan(900);
});

test('a stop sends back whoever still waits for a turn', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const bot = await runBot(telegram, { pace: { ...TELEGRAM_PACE, perSecondInChat: 1 } });
  await bot.says(lan, 'một');
  const waiting = bot.says(lan, 'hai');
  await Promise.all([
    expect(waiting).rejects.toMatchObject({ failure: { kind: 'temporary' } }),
    bot.platform.stop(),
  ]);
  expect(lan.received).toHaveLength(1);
});
