import { chmod, readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeSession, type ZaloSession } from '../../../src/platforms/zalo/session-file.ts';
import type { InboundUpdate } from '../../../src/services/ports/messenger.ts';
import { HANG_MS } from '../../support/patience.ts';
import type { ZaloStandIn } from '../../support/zalo/stand-in.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { messageAt } from '../running.ts';
import { listens, runAccount, sessionFileOf, standIn } from './running-account.ts';

const LOOK_MS = 15_000;
const SWEEP_MS = 10 * 60_000;

async function saved(path: string): Promise<ZaloSession> {
  return JSON.parse(await readFile(path, 'utf8')) as ZaloSession;
}

/** Somebody runs `nhachan zalo-login`. */
async function scansNewCode(zalo: ZaloStandIn, path: string): Promise<void> {
  zalo.renewsSession();
  await writeSession(path, { ...zalo.session, since: 0 });
}

test('the session file is closed to others, and follows the cookies', async () => {
  const zalo = await standIn();
  const sessionFile = await sessionFileOf(zalo);
  await chmod(sessionFile, 0o644);
  const account = await runAccount(zalo, { sessionFile });
  await zalo.listening();
  expect((await stat(sessionFile)).mode & 0o777).toBe(0o600);

  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await account.received(1);
  zalo.changesCookie();
  await account.says(lan, 'Chào chị Lan');
  await account.says(lan, 'với cookie mới');
  await account.stop();
  const session = await saved(sessionFile);
  expect(session.cookies).toContainEqual(expect.objectContaining({ key: 'zpw_sek', value: zalo.cookie }));
  expect((await stat(sessionFile)).mode & 0o777).toBe(0o600);

  // The next start goes on with them, and from the last message.
  const restarted = await runAccount(zalo, { sessionFile });
  await zalo.listening(2);
  await restarted.says(lan, 'sau khi khởi động lại');
  expect(session.marks?.user).toMatchObject({ msgId: expect.stringMatching(/^\d+$/) });
});

test.each([
  { paging: 'forward', pageSize: 50 },
  { paging: 'forward', pageSize: 3 },
  { paging: 'backward', pageSize: 50 },
  { paging: 'backward', pageSize: 3 },
] as const)('what was missed comes in once and in order ($paging, pages of $pageSize)', async (traits) => {
  const zalo = await standIn(traits);
  const sessionFile = await sessionFileOf(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  const before = await runAccount(zalo, { sessionFile });
  await zalo.listening();
  lan.says('tin 1');
  group.says(lan, '/viec 1');
  await before.received(2);
  await before.stop();

  for (let n = 2; n <= 12; n++) {
    lan.says(`tin ${n}`);
    group.says(lan, `/viec ${n}`);
  }
  const after = await runAccount(zalo, { sessionFile });
  await zalo.listening(2);
  const hasCome = (text: string) => () =>
    after.stored.some(({ event }) => event.type === 'message' && event.text === text) || undefined;
  await zalo.until(hasCome('tin 12'), 'the last one missed');
  lan.says('tin 13');
  await zalo.until(hasCome('tin 13'), 'a new one');
  await after.stop();
  const texts = (kind: string) =>
    after.stored.filter(({ chat }) => chat.kind === kind).map((_, i, all) => messageAt(all, i).text);
  // The store leaves out what it has; here the first ones may come again.
  expect(texts('private').filter((text) => text !== 'tin 1')).toEqual(
    Array.from({ length: 12 }, (_, index) => `tin ${index + 2}`),
  );
  expect(texts('group').filter((text) => text !== '/viec 1')).toEqual(
    Array.from({ length: 11 }, (_, index) => `/viec ${index + 2}`),
  );
});

test.each(['forward', 'backward'] as const)('a long absence is asked for to its end (%s)', async (paging) => {
  const zalo = await standIn({ paging, pageSize: 3 });
  const sessionFile = await sessionFileOf(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const before = await runAccount(zalo, { sessionFile });
  await zalo.listening();
  lan.says('tin 0');
  await before.received(1);
  await before.stop();
  for (let n = 1; n <= 400; n++) lan.says(`tin ${n}`);
  const after = await runAccount(zalo, { sessionFile });
  const isLast = ({ event }: InboundUpdate) => event.type === 'message' && event.text === 'tin 400';
  await zalo.until(() => after.stored.find(isLast), 'all of them');
  const texts = after.stored.map((_, index) => messageAt(after.stored, index).text);
  expect(texts.filter((text) => text !== 'tin 0')).toEqual(
    Array.from({ length: 400 }, (_, n) => `tin ${n + 1}`),
  );
});

test('what Zalo did not hand out is asked for again, though newer messages have come meanwhile', async () => {
  const zalo = await standIn({ paging: 'forward', pageSize: 3 });
  const sessionFile = await sessionFileOf(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const before = await runAccount(zalo, { sessionFile });
  await zalo.listening();
  lan.says('tin 0');
  await before.received(1);
  await before.stop();

  for (let n = 1; n <= 12; n++) lan.says(`tin ${n}`);
  zalo.listener.forgetsHistory = true;
  const ticker = new TestTicker();
  const during = await runAccount(zalo, { sessionFile, ticker });
  await zalo.listening(2);
  await soon(
    () => ticker.passes(5_000),
    () => during.platform.health().lastError !== null,
  );
  lan.says('tin 13');
  await during.received(1);
  await during.stop();
  expect(messageAt(during.stored).text).toBe('tin 13');

  zalo.listener.forgetsHistory = false;
  const after = await runAccount(zalo, { sessionFile });
  await zalo.until(() => after.stored.length >= 12 || undefined, 'those of before');
  const texts = after.stored.map((_, index) => messageAt(after.stored, index).text);
  expect(texts).toEqual(expect.arrayContaining(Array.from({ length: 12 }, (_, n) => `tin ${n + 1}`)));
});

test('messages from before the account became the bot are none of its business', async () => {
  const zalo = await standIn();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chuyện riêng năm ngoái');
  const since = Number(lan.says('hôm qua').ts) + 1;
  const account = await runAccount(zalo, { sessionFile: await sessionFileOf(zalo, since) });
  await zalo.listening();
  await new Promise((resolve) => setTimeout(resolve, 10));
  lan.says('xong 12');
  await account.received(1);
  expect(messageAt(account.stored).text).toBe('xong 12');
  expect(account.stored).toHaveLength(1);
});

test('a browser that opens the same account is not fought: the bot says so, and goes on sending', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker });
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await account.received(1);

  zalo.listener.otherLogin();
  await zalo.until(() => account.troubles.length || undefined, 'a word about it');
  expect(account.troubles).toEqual([
    { kind: 'driven-out', message: expect.stringMatching(/another browser/) },
  ]);
  expect(account.platform.health()).toMatchObject({
    state: 'driven-out',
    lastError: expect.stringMatching(/zalo-login/),
  });
  await account.says(lan, 'Nhắc việc');
  await lan.nextMessage(/Nhắc việc/);
  for (let n = 0; n < 20; n++) {
    ticker.passes(LOOK_MS);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(zalo.listener.connections).toBe(1);

  // A new code: listening again, and nothing of the meantime is lost.
  lan.says('trong lúc đó');
  zalo.changesDevice();
  await scansNewCode(zalo, account.sessionFile);
  await zalo.signsInWhile(() => ticker.passes(LOOK_MS));
  await account.received(2);
  await listens(account);
  expect(zalo.listener.connections).toBe(2);
});

test('kicked out (3003) is the same', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  zalo.listener.close(3003);
  await zalo.until(() => account.troubles.length || undefined, 'a word about it');
  expect(account.platform.health().state).toBe('driven-out');
});

test.each(['clear', 'sealed'] as const)(
  'a session that is over asks for a new code, once (%s)',
  async (refuses) => {
    const zalo = await standIn();
    zalo.refusesLogins(refuses);
    const ticker = new TestTicker();
    const account = await runAccount(zalo, { ticker });
    await zalo.listening();
    const lan = zalo.person('Hà Thị Lan');
    lan.says('chào');
    await account.received(1);

    const outOfService = { failure: { kind: 'out-of-service', retryAfterMs: 300_000 } };
    expect(account.mended()).toBe(1);
    zalo.endsSession();
    await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject(outOfService);
    await zalo.until(() => account.troubles.length || undefined, 'a word about it');
    expect(account.troubles).toMatchObject([
      { kind: 'signed-out', message: expect.stringMatching(/zalo-login/) },
    ]);
    expect(account.platform.health().state).toBe('signed-out');
    await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject(outOfService);
    expect(account.mended()).toBe(1);
    const logins = zalo.callsOf('login/getLoginInfo').length;
    lan.says('trong lúc đó');

    zalo.changesDevice();
    await scansNewCode(zalo, account.sessionFile);
    await zalo.signsInWhile(() => ticker.passes(LOOK_MS));
    await account.received(2);
    await account.says(lan, 'Nhắc việc');
    await lan.nextMessage(/Nhắc việc/);
    expect(zalo.callsOf('login/getLoginInfo')).toHaveLength(logins + 1);
    expect(account.troubles).toHaveLength(1);
    expect(account.mended()).toBe(2);
    await listens(account);
  },
);

test('a session that listens but may not send is over too', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await account.received(1);
  zalo.endsSession('for-sending');
  const outOfService = { failure: { kind: 'out-of-service' } };
  await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject(outOfService);
  await zalo.listening(2);
  await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject(outOfService);
  await zalo.until(() => account.troubles.length || undefined, 'a word about it');
  expect(account.platform.health().state).toBe('signed-out');
});

test('one refusal that passes asks nobody', async () => {
  const zalo = await standIn();
  zalo.breaks('login/getLoginInfo', { code: 600 });
  const account = await runAccount(zalo);
  await zalo.listening();
  expect(account.troubles).toEqual([]);
});

test('no session, or none that can be read, is said so and looked for again', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const sessionFile = `${await sessionFileOf(zalo)}.elsewhere`;
  const account = await runAccount(zalo, { sessionFile, ticker });
  await zalo.until(() => account.troubles.length || undefined, 'a word about it');
  expect(account.platform.health()).toMatchObject({
    state: 'signed-out',
    lastError: expect.stringMatching(/zalo-login/),
  });
  await scansNewCode(zalo, sessionFile);
  await zalo.signsInWhile(() => ticker.passes(LOOK_MS));
  await listens(account);
});

test('Zalo that is away at the start, and goes away later, is come back to', async () => {
  const zalo = await standIn();
  const sessionFile = await sessionFileOf(zalo);
  await zalo.goesDown();
  const account = await runAccount(zalo, { sessionFile });
  expect(account.platform.health()).toMatchObject({
    state: 'connecting',
    lastError: expect.stringMatching(/ECONNREFUSED/),
  });
  await zalo.comesBack();
  await zalo.listening();
  await zalo.goesDown();
  zalo.person('Hà Thị Lan').says('xong 12');
  await zalo.comesBack();
  await account.received(1);
  await listens(account);
});

test.each([
  ['login/getLoginInfo', { cut: 'before' }],
  ['login/getLoginInfo', { status: 502 }],
  ['login/getLoginInfo', { hangs: 'before' }],
  ['login/getServerInfo', { cut: 'after' }],
  ['socket', { cut: 'before' }],
] as const)('a login of which %s fails (%o) is made again', async (path, fault) => {
  const zalo = await standIn();
  zalo.breaks(path, fault, 2);
  const account = await runAccount(zalo, { callTimeoutMs: 50 });
  await zalo.listening();
  await soon(
    () => {},
    () => account.platform.health().state === 'listening',
  );
  expect(account.troubles).toEqual([]);
});

test('a line that is dead without a word is found by asking', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker });
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('một');
  await account.received(1);
  zalo.listener.isMuted = true;
  lan.says('hai');
  // A message that no frame told of: the next sweep brings it.
  await soon(
    () => ticker.passes(SWEEP_MS),
    () => account.stored.length === 2,
  );
  zalo.listener.forgetsHistory = true;
  lan.says('ba');
  await soon(
    () => ticker.passes(SWEEP_MS),
    () => zalo.listener.connections === 2,
  );
  zalo.listener.forgetsHistory = false;
  await soon(
    () => ticker.passes(SWEEP_MS),
    () => account.stored.length === 3,
  );
});

test('Zalo that never answers for old messages is listened to all the same', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  zalo.listener.forgetsHistory = true;
  const account = await runAccount(zalo, { ticker });
  await zalo.listening();
  zalo.person('Hà Thị Lan').says('xong 12');
  await soon(
    () => ticker.passes(5_000),
    () => account.stored.length === 1,
  );
  expect(account.platform.health()).toMatchObject({
    state: 'listening',
    lastError: expect.stringMatching(/old messages/),
  });
  ticker.passes(SWEEP_MS);
  expect(zalo.listener.connections).toBe(1);
});

test('what cannot be stored yet is tried again, in order', async () => {
  const zalo = await standIn();
  let failures = 3;
  const account = await runAccount(zalo, {
    receive: async () => {
      if (failures-- > 0) throw new Error('the database is away');
    },
  });
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('một');
  lan.says('hai');
  await account.received(2);
  expect([0, 1].map((index) => messageAt(account.stored, index).text)).toEqual(['một', 'hai']);
  await listens(account);
});

test('a process that only sends does not listen', async () => {
  const zalo = await standIn();
  const sessionFile = await sessionFileOf(zalo);
  const listening = await runAccount(zalo, { sessionFile });
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await listening.received(1);
  const { startZalo } = await import('../../../src/platforms/zalo/start-zalo.ts');
  const { pino } = await import('pino');
  const sender = await startZalo({ sessionFile, gatewayUrl: zalo.url, log: pino({ level: 'silent' }) });
  await sender.messenger.send({ chat: { id: lan.id }, lines: [{ text: 'Nhắc việc' }] });
  await lan.nextMessage(/Nhắc việc/);
  expect(sender.health().state).toBe('sending');
  await sender.stop();
  expect(zalo.listener.connections).toBe(1);
  expect(listening.troubles).toEqual([]);
});

/** Lets time pass until it is so; whatever follows from it gets a moment each time. */
async function soon(pass: () => void, isSo: () => boolean): Promise<void> {
  for (let n = 0; n < HANG_MS / 5; n++) {
    if (isSo()) return;
    if (n % 40 === 0) pass();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('It never came to be');
}
