/** Two processes of one office have the same bot's token, by mistake or for a while: one of them listens. */

import { describe, expect, test } from 'vitest';
import { embeddedDatabase, suiteDatabase } from '../support/databases.ts';
import { eventually } from '../support/patience.ts';
import { TestTicker } from '../support/zalo/ticker.ts';
import * as telegram from './telegram/running-bot.ts';
import * as zaloBot from './zalo-bot/running-bot.ts';

/** The lease of one that has died is over by then, and whoever waits has asked for it. */
const TAKEN_OVER_MS = 25_000;

const database = suiteDatabase(embeddedDatabase);

const runTelegram = async () => {
  const standIn = await telegram.standIn();
  const lan = standIn.person('Lan');
  lan.startBot();
  return {
    lan,
    run: (options: Parameters<typeof telegram.runBot>[1]) => telegram.runBot(standIn, options),
  };
};
const runZaloBot = async () => {
  const standIn = await zaloBot.standIn();
  const lan = standIn.person('Lan');
  lan.says('chào');
  return {
    lan,
    run: (options: Parameters<typeof zaloBot.runBot>[1]) => zaloBot.runBot(standIn, options),
  };
};

describe.each([
  ['Telegram', runTelegram],
  ['Zalo Bot', runZaloBot],
])('%s', (_name, begin) => {
  test('the second one leaves the listening to the first, and takes over when that stops', async () => {
    const { lan, run } = await begin();
    const { leases } = database.opened.storage;
    const ticker = new TestTicker();
    const first = await run({ leases });
    lan.says('xong 12');
    await first.received(2);
    const second = await run({ leases, ticker });
    await eventually(() => expect(second.platform.health().standsBy).toBe(true));
    lan.says('xong 13');
    await first.received(3);
    expect(second.stored).toEqual([]);
    expect(first.platform.health()).toMatchObject({ connected: true, standsBy: false, lastError: null });

    await first.stop();
    lan.says('xong 14');
    ticker.passes(TAKEN_OVER_MS);
    await second.received(1);
    expect(second.platform.health()).toMatchObject({ connected: true, standsBy: false, lastError: null });
    expect(first.stored).toHaveLength(3);
  });

  test('one that was suspended and lost its turn listens no longer', async () => {
    const { lan, run } = await begin();
    const { leases } = database.opened.storage;
    const [ticker, otherTicker] = [new TestTicker(), new TestTicker()];
    const first = await run({ leases, ticker });
    await first.received(1);
    const second = await run({ leases, ticker: otherTicker });
    await eventually(() => expect(second.platform.health().standsBy).toBe(true));

    await database.sql(`UPDATE "Lease" SET "endsAt" = now()`);
    otherTicker.passes(TAKEN_OVER_MS);
    await eventually(() => expect(second.platform.health().standsBy).toBe(false));
    ticker.passes(TAKEN_OVER_MS);
    await eventually(() => expect(first.platform.health().standsBy).toBe(true));
    lan.says('xong 12');
    await second.received(1);
    expect(first.stored).toHaveLength(1);
  });
});
