/** The account at work against the stand-in, ended after each test; its cookies must not show up in the log. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect } from 'vitest';
import type { ZaloTrouble } from '../../../src/platforms/zalo/account-life.ts';
import { writeSession } from '../../../src/platforms/zalo/session-file.ts';
import { startZalo, type ZaloOptions, type ZaloPlatform } from '../../../src/platforms/zalo/start-zalo.ts';
import type { InboundMessage, InboundUpdate } from '../../../src/services/ports/messenger.ts';
import { eventually } from '../../support/patience.ts';
import { type StandInOptions, ZaloStandIn } from '../../support/zalo/stand-in.ts';

/** Fast enough for any test that is not about pace. */
export const UNHURRIED = { gapMs: 0, gapInChatMs: 0, longestWaitMs: 1_000 };

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export async function standIn(options?: StandInOptions): Promise<ZaloStandIn> {
  const zalo = await ZaloStandIn.start(options);
  endings.push(() => zalo.stop());
  return zalo;
}

export async function sessionFileOf(zalo: ZaloStandIn, since = 0): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-zalo-'));
  endings.push(() => rm(folder, { recursive: true }));
  const path = join(folder, 'zalo-session.json');
  await writeSession(path, { ...zalo.session, since });
  return path;
}

export async function runAccount(zalo: ZaloStandIn, overrides: Partial<ZaloOptions> = {}) {
  const stored: InboundUpdate[] = [];
  const logged: string[] = [];
  const troubles: ZaloTrouble[] = [];
  let mended = 0;
  const sessionFile = overrides.sessionFile ?? (await sessionFileOf(zalo));
  const platform = await startZalo({
    sessionFile,
    gatewayUrl: zalo.url,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    retryDelaysMs: [5, 10],
    pace: UNHURRIED,
    callTimeoutMs: 30_000,
    onTrouble: (trouble) => {
      troubles.push(trouble);
      zalo.world.bell.ring();
    },
    onMended: () => {
      mended += 1;
    },
    ...overrides,
    receive: async (update) => {
      await overrides.receive?.(update);
      stored.push(update);
      zalo.world.bell.ring();
    },
  });
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await platform.stop();
    expect(logged.join('')).not.toContain(zalo.cookie);
  };
  endings.push(stop);

  return {
    platform,
    messenger: platform.messenger,
    sessionFile,
    stored,
    logged,
    troubles,
    /** How often it was said that the account can send. */
    mended: () => mended,
    stop,
    /** The updates stored, once there are that many. */
    received: (count: number) =>
      zalo.until(
        () => (stored.length >= count ? stored : undefined),
        `${count} updates to be stored, got ${stored.length}`,
      ),
    says: (to: { id: string }, text: string) =>
      platform.messenger.send({ chat: { id: 'title' in to ? `g${to.id}` : to.id }, lines: [{ text }] }),
  };
}

/** The update stored under that number, which must be a message. */
export function messageAt(stored: InboundUpdate[], index = -1): InboundMessage {
  const event = stored.at(index)?.event;
  if (event?.type !== 'message') throw new Error(`No message but ${JSON.stringify(stored.at(index))}`);
  return event;
}

/** The server sees the line open a little before the account does. */
export async function listens({ platform }: { platform: ZaloPlatform }): Promise<void> {
  await eventually(() => {
    expect(platform.health()).toMatchObject({ state: 'listening', lastError: null });
  });
}
