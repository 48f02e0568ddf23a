/** Two processes of one office have the same session, by mistake or for a while: one of them listens. */

import { expect, test } from 'vitest';
import type { InboundUpdate } from '../../../src/services/ports/messenger.ts';
import { embeddedDatabase, suiteDatabase } from '../../support/databases.ts';
import { eventually } from '../../support/patience.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { listens, runAccount, sessionFileOf, standIn } from './running-account.ts';

const RENEW_MS = 10_000;

const database = suiteDatabase(embeddedDatabase);

const becomes = (account: { platform: { health(): { state: string } } }, state: string) =>
  eventually(() => expect(account.platform.health().state).toBe(state));

async function twoProcesses() {
  const zalo = await standIn();
  const sessionFile = await sessionFileOf(zalo);
  const { leases } = database.opened.storage;
  const [ticker, otherTicker] = [new TestTicker(), new TestTicker()];
  const asked = countedLeases();
  const first = await runAccount(zalo, { sessionFile, leases: asked.leases, ticker });
  await listens(first);
  const second = await runAccount(zalo, { sessionFile, leases, ticker: otherTicker });
  await becomes(second, 'standby');
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await first.received(1);
  return { zalo, first, second, lan, ticker, otherTicker, asked };
}

test('the second one sends, leaves the listening to the first, and takes over when that stops', async () => {
  const { zalo, first, second, lan, otherTicker } = await twoProcesses();
  await second.says(lan, 'từ tiến trình thứ hai');
  await lan.nextMessage(/thứ hai/);
  otherTicker.passes(RENEW_MS);
  otherTicker.passes(RENEW_MS);
  expect(zalo.listener.connections).toBe(1);
  expect(second.stored).toEqual([]);

  await first.stop();
  lan.says('trong lúc đó');
  await zalo.signsInWhile(() => otherTicker.passes(RENEW_MS));
  await becomes(second, 'listening');
  await zalo.until(() => hasHeard(second, 'trong lúc đó'), 'what was said in between');
  expect([...first.troubles, ...second.troubles]).toEqual([]);
});

test('one that was suspended and lost its turn does not fight, and asks nobody', async () => {
  const { zalo, first, second, lan, ticker, otherTicker, asked } = await twoProcesses();
  await database.sql(`UPDATE "Lease" SET "endsAt" = now()`);
  await zalo.signsInWhile(() => otherTicker.passes(RENEW_MS));
  await becomes(second, 'listening');
  await becomes(first, 'standby');
  // It goes on asking for the lease, and for nothing else.
  const before = asked.count;
  await eventually(() => {
    ticker.passes(RENEW_MS);
    expect(asked.count).toBeGreaterThan(before + 3);
  });
  lan.says('xong 12');
  await zalo.until(() => hasHeard(second, 'xong 12'), 'the report');
  expect(zalo.listener.connections).toBe(2);
  expect([...first.troubles, ...second.troubles]).toEqual([]);
});

test('a database that is away for long ends the listening, which comes back with it', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const asked = countedLeases();
  const account = await runAccount(zalo, { ticker, leases: asked.leases });
  await listens(account);
  asked.isAway = true;
  const before = asked.count;
  ticker.passes(RENEW_MS);
  await eventually(() => expect(asked.count).toBe(before + 1));
  expect(account.platform.health().state).toBe('listening');
  await eventually(() => {
    ticker.passes(RENEW_MS);
    expect(account.platform.health()).toMatchObject({ lastError: expect.stringMatching(/no database/) });
  });
  asked.isAway = false;
  await listens(account);
  expect(account.troubles).toEqual([]);
});

/** The database's own, which notes how often it was asked and can be away. */
function countedLeases() {
  const { leases } = database.opened.storage;
  const counted = {
    count: 0,
    isAway: false,
    leases: {
      ...leases,
      take(...given: Parameters<typeof leases.take>) {
        counted.count += 1;
        return counted.isAway ? Promise.reject(new Error('no database')) : leases.take(...given);
      },
    },
  };
  return counted;
}

function hasHeard({ stored }: { stored: InboundUpdate[] }, text: string): true | undefined {
  return stored.some(({ event }) => event.type === 'message' && event.text === text) || undefined;
}
