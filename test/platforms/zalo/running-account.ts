/** The account at work against the stand-in. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ZaloTrouble } from '../../../src/platforms/zalo/account-life.ts';
import { writeSession } from '../../../src/platforms/zalo/session-file.ts';
import { startZalo, type ZaloOptions, type ZaloPlatform } from '../../../src/platforms/zalo/start-zalo.ts';
import { eventually } from '../../support/patience.ts';
import { type StandInOptions, ZaloStandIn } from '../../support/zalo/stand-in.ts';
import { afterTest, runPlatform, stoppedAfterTest } from '../running.ts';

/** Fast enough for any test that is not about pace. */
export const UNHURRIED = { gapMs: 0, gapInChatMs: 0, longestWaitMs: 1_000 };

export function standIn(options?: StandInOptions): Promise<ZaloStandIn> {
  return stoppedAfterTest(ZaloStandIn.start(options));
}

export async function sessionFileOf(zalo: ZaloStandIn, since = 0): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-zalo-'));
  afterTest(() => rm(folder, { recursive: true }));
  const path = join(folder, 'zalo-session.json');
  await writeSession(path, { ...zalo.session, since });
  return path;
}

export async function runAccount(zalo: ZaloStandIn, overrides: Partial<ZaloOptions> = {}) {
  const troubles: ZaloTrouble[] = [];
  let mended = 0;
  const given = {
    sessionFile: overrides.sessionFile ?? (await sessionFileOf(zalo)),
    gatewayUrl: zalo.url,
    pace: UNHURRIED,
    lineDelaysMs: [5, 5, 10],
    onTrouble: (trouble: ZaloTrouble) => {
      troubles.push(trouble);
      zalo.world.bell.ring();
    },
    onMended: () => {
      mended += 1;
    },
    ...overrides,
  };
  const running = await runPlatform({
    standIn: zalo,
    secret: () => zalo.cookie,
    receive: overrides.receive,
    start: (settings, receive) => startZalo({ ...settings, ...given, receive }),
    idOf: (chat) => ('title' in chat ? `g${chat.id}` : String(chat.id)),
  });
  return {
    ...running,
    sessionFile: given.sessionFile,
    troubles,
    /** How often it was said that the account can send. */
    mended: () => mended,
  };
}

/** The server sees the line open a little before the account does. */
export async function listens({ platform }: { platform: ZaloPlatform }): Promise<void> {
  await eventually(() => {
    expect(platform.health()).toMatchObject({ state: 'listening', lastError: null });
  });
}
