/** A bot running against the stand-in, ended after each test; the token must not show up in its log. */
import { pino } from 'pino';
import { afterEach, expect } from 'vitest';
import { startTelegram, type TelegramOptions } from '../../../src/platforms/telegram/start-telegram.ts';
import type { InboundMessage, InboundUpdate } from '../../../src/services/ports/messenger.ts';
import { type StandInOptions, TelegramStandIn } from '../../support/telegram/stand-in.ts';

/** Fast enough for any test that is not about pace. */
const UNHURRIED = { perSecond: 1e6, perSecondInChat: 1e6, perMinuteInGroup: 1e6, longestWaitMs: 1_000 };

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export async function standIn(options?: StandInOptions): Promise<TelegramStandIn> {
  const telegram = await TelegramStandIn.start(options);
  endings.push(() => telegram.stop());
  return telegram;
}

export type RunningBot = Awaited<ReturnType<typeof runBot>>;

export async function runBot(telegram: TelegramStandIn, overrides: Partial<TelegramOptions> = {}) {
  const stored: InboundUpdate[] = [];
  const logged: string[] = [];
  const platform = await startTelegram({
    token: telegram.token,
    apiRoot: telegram.url,
    commands: [],
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    retryDelaysMs: [5, 10],
    pace: UNHURRIED,
    callTimeoutMs: 30_000,
    ...overrides,
    receive: async (update) => {
      await overrides.receive?.(update);
      stored.push(update);
      telegram.world.bell.ring();
    },
  });
  endings.push(async () => {
    await platform.stop();
    expect(logged.join('')).not.toContain(telegram.token);
  });

  return {
    platform,
    messenger: platform.messenger,
    stored,
    logged,
    /** The updates stored, once there are that many. */
    received: (count: number) =>
      telegram.until(
        () => (stored.length >= count ? stored : undefined),
        `${count} updates to be stored, got ${JSON.stringify(stored)}`,
      ),
    says: (to: { id: number }, text: string) =>
      platform.messenger.send({ chat: { id: String(to.id) }, lines: [{ text }] }),
  };
}

/** The newest update stored, which must be a message. */
export function lastMessage(stored: InboundUpdate[]): InboundMessage {
  const event = stored.at(-1)?.event;
  if (event?.type !== 'message') throw new Error(`No message but ${JSON.stringify(stored.at(-1))}`);
  return event;
}
