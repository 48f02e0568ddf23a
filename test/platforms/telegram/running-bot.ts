/** A bot running against the stand-in. */
import { startTelegram, type TelegramOptions } from '../../../src/platforms/telegram/start-telegram.ts';
import { type StandInOptions, TelegramStandIn } from '../../support/telegram/stand-in.ts';
import { runPlatform, stoppedAfterTest } from '../running.ts';

/** Fast enough for any test that is not about pace. */
const UNHURRIED = {
  perSecond: 1e6,
  perSecondInChat: 1e6,
  perMinuteInGroup: 1e6,
  patience: { ms: 500, inChatMs: 500 },
};

export function standIn(options?: StandInOptions): Promise<TelegramStandIn> {
  return stoppedAfterTest(TelegramStandIn.start(options));
}

export type RunningBot = Awaited<ReturnType<typeof runBot>>;

export function runBot(telegram: TelegramStandIn, overrides: Partial<TelegramOptions> = {}) {
  const { token, url: apiRoot } = telegram;
  return runPlatform({
    standIn: telegram,
    secret: () => token,
    receive: overrides.receive,
    start: (settings, receive) =>
      startTelegram({ token, apiRoot, commands: [], pace: UNHURRIED, ...settings, ...overrides, receive }),
  });
}
