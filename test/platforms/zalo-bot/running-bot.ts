/** A bot running against the stand-in. */
import { startZaloBot, type ZaloBotOptions } from '../../../src/platforms/zalo-bot/start-zalo-bot.ts';
import { type StandInOptions, ZaloBotStandIn } from '../../support/zalo-bot/stand-in.ts';
import { runPlatform, stoppedAfterTest } from '../running.ts';

/** Fast enough for any test that is not about pace. */
export const UNHURRIED = { gapMs: 0, gapInChatMs: 0, longestWaitMs: 1_000 };

export function standIn(options?: StandInOptions): Promise<ZaloBotStandIn> {
  return stoppedAfterTest(ZaloBotStandIn.start(options));
}

export function runBot(zalo: ZaloBotStandIn, overrides: Partial<ZaloBotOptions> = {}) {
  const { token, url: apiRoot, fetch } = zalo;
  return runPlatform({
    standIn: zalo,
    secret: () => token,
    receive: overrides.receive,
    start: (settings, receive) =>
      startZaloBot({ token, apiRoot, fetch, pace: UNHURRIED, ...settings, ...overrides, receive }),
  });
}
