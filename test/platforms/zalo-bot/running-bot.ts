/** A bot running against the stand-in, ended after each test; the token must not show up in its log. */
import { pino } from 'pino';
import { afterEach, expect } from 'vitest';
import { startZaloBot, type ZaloBotOptions } from '../../../src/platforms/zalo-bot/start-zalo-bot.ts';
import type { InboundMessage, InboundUpdate } from '../../../src/services/ports/messenger.ts';
import { type StandInOptions, ZaloBotStandIn } from '../../support/zalo-bot/stand-in.ts';

/** Fast enough for any test that is not about pace. */
export const UNHURRIED = { gapMs: 0, gapInChatMs: 0, longestWaitMs: 1_000 };

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export async function standIn(options?: StandInOptions): Promise<ZaloBotStandIn> {
  const zalo = await ZaloBotStandIn.start(options);
  endings.push(() => zalo.stop());
  return zalo;
}

export async function runBot(zalo: ZaloBotStandIn, overrides: Partial<ZaloBotOptions> = {}) {
  const stored: InboundUpdate[] = [];
  const logged: string[] = [];
  const platform = await startZaloBot({
    token: zalo.token,
    apiRoot: zalo.url,
    fetch: zalo.fetch,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    retryDelaysMs: [5, 10],
    pace: UNHURRIED,
    callTimeoutMs: 30_000,
    ...overrides,
    receive: async (update) => {
      await overrides.receive?.(update);
      stored.push(update);
      zalo.world.bell.ring();
    },
  });
  endings.push(async () => {
    await platform.stop();
    expect(logged.join('')).not.toContain(zalo.token);
  });

  return {
    platform,
    messenger: platform.messenger,
    stored,
    logged,
    /** The updates stored, once there are that many. */
    received: (count: number) =>
      zalo.until(
        () => (stored.length >= count ? stored : undefined),
        `${count} updates to be stored, got ${JSON.stringify(stored)}`,
      ),
    says: (to: { id: string }, text: string) =>
      platform.messenger.send({ chat: { id: to.id }, lines: [{ text }] }),
  };
}

/** The update stored under that number, which must be a message. */
export function messageAt(stored: InboundUpdate[], index = -1): InboundMessage {
  const event = stored.at(index)?.event;
  if (event?.type !== 'message') throw new Error(`No message but ${JSON.stringify(stored.at(index))}`);
  return event;
}

export function textsOf(stored: InboundUpdate[]): string[] {
  return stored.map((_, index) => messageAt(stored, index).text);
}
