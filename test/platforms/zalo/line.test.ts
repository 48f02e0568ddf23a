/** Zalo closes the line of some healthy accounts every 22 to 65 seconds (1006). The login is none the worse for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LOGINS_AN_HOUR } from '../../../src/platforms/zalo/login-allowance.ts';
import { ZALO_PACE } from '../../../src/platforms/zalo/pace.ts';
import { eventually } from '../../support/patience.ts';
import type { ZaloStandIn } from '../../support/zalo/stand-in.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { textsOf } from '../running.ts';
import { listens, runAccount, standIn } from './running-account.ts';

/** As in earnest. */
const LINE_DELAYS_MS = [1_000, 1_500, 2_500];
const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000, 300_000];

const loginsOf = (zalo: ZaloStandIn) => zalo.callsOf('login/getLoginInfo').length;

test('a line that is cut is opened anew on the same login, with the cookies of the day, and sending goes on', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker, lineDelaysMs: LINE_DELAYS_MS });
  await listens(account);
  const lan = zalo.person('Hà Thị Lan');
  lan.says('một');
  await account.received(1);

  zalo.changesCookie();
  await account.says(lan, 'Đã nhận');
  zalo.listener.cut();
  await eventually(() => expect(account.platform.health().state).toBe('resuming'));
  await account.says(lan, 'Nhắc việc');
  await lan.nextMessage(/Đã nhận/);
  await lan.nextMessage(/Nhắc việc/);
  lan.says('hai');
  ticker.passes(5_000);
  await account.received(2);
  await listens(account);
  expect(textsOf(account.stored)).toEqual(['một', 'hai']);
  expect(loginsOf(zalo)).toBe(1);
});

test('a login whose lines all come to nothing is made anew, and goes on sending until then', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await listens(account);
  const lan = zalo.person('Hà Thị Lan');
  lan.says('một');
  await account.received(1);
  zalo.breaks('login/getLoginInfo', { status: 502 }, 5);
  zalo.breaks('socket', { cut: 'before' }, LINE_DELAYS_MS.length);
  zalo.listener.cut();
  await zalo.called('login/getLoginInfo', 3);
  await account.says(lan, 'Nhắc việc');
  await lan.nextMessage(/Nhắc việc/);
  lan.says('hai');
  await account.received(2);
  await listens(account);
});

test('however often Zalo takes a login and no line, the account does not sign in without end', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  zalo.breaks('socket', { cut: 'before' }, 1_000);
  const account = await runAccount(zalo, { ticker });
  const words = expect.stringMatching(/12 logins within an hour/);
  await eventually(() => expect(account.platform.health()).toMatchObject({ lastError: words }));
  ticker.passes(30 * 60_000);
  await sleep(50);
  expect(loginsOf(zalo)).toBe(LOGINS_AN_HOUR);
  zalo.heals();
  await zalo.signsInWhile(() => ticker.passes(60_000));
  await listens(account);
});

/** LINE_MINUTES=30 measures longer, and says what it found. The clock is the test's: half an hour takes half a minute. */
test('cut every 22 seconds, the account listens and answers almost as if it were not', async () => {
  const minutes = Number(process.env.LINE_MINUTES ?? 4);
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, {
    ticker,
    lineDelaysMs: LINE_DELAYS_MS,
    retryDelaysMs: RETRY_DELAYS_MS,
    pace: ZALO_PACE,
  });
  await listens(account);
  const people = ['Hà Thị Lan', 'Quách Văn Nam', 'Tô Thị Hạnh'].map((name) => zalo.person(name));
  const saidAt = new Map<string, number>();
  const answeredAfter: number[] = [];
  let answered = 0;
  let refused = 0;
  let steps = 0;
  let listening = 0;
  let openFor = 0;
  for (const end = ticker.now() + minutes * 60_000; ticker.now() < end || answered < saidAt.size; steps++) {
    ticker.passes(250);
    await sleep(3);
    if (account.platform.health().state === 'listening') listening += 1;
    openFor = zalo.listener.isOpen ? openFor + 250 : 0;
    if (openFor > 22_000) zalo.listener.cut();
    if (steps % 80 === 0 && ticker.now() < end) {
      const text = `tin ${saidAt.size}`;
      people[saidAt.size % people.length]?.says(text);
      saidAt.set(text, ticker.now());
    }
    for (; answered < account.stored.length; answered++) {
      const text = textsOf(account.stored)[answered] ?? '';
      const who = people.find(({ id }) => id === account.stored[answered]?.chat.id);
      if (!who) continue;
      account.says(who, `Đã nhận ${text}`).then(
        () => answeredAfter.push(ticker.now() - (saidAt.get(text) ?? 0)),
        () => (refused += 1),
      );
    }
  }
  await eventually(() => {
    ticker.passes(1_000);
    expect(answeredAfter.length + refused).toBe(saidAt.size);
  });
  expect(textsOf(account.stored)).toEqual([...saidAt.keys()]);
  const p95 =
    answeredAfter.toSorted((one, other) => one - other)[Math.floor(answeredAfter.length * 0.95)] ?? 0;
  const figures = {
    share: listening / steps,
    p95,
    refused,
    logins: loginsOf(zalo),
    lines: zalo.listener.connections,
  };
  if (process.env.LINE_MINUTES) process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(figures.lines).toBeGreaterThan(minutes * 2);
  expect(figures.share).toBeGreaterThan(0.9);
  expect(figures.p95).toBeLessThan(10_000);
  expect(figures).toMatchObject({ refused: 0, logins: 1 });
});
