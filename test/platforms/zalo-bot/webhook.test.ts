import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { PhotoShelf } from '../../../src/platforms/zalo-bot/photo-shelf.ts';
import type { ZaloBotOptions } from '../../../src/platforms/zalo-bot/start-zalo-bot.ts';
import { startWebServer, type WebServer } from '../../../src/web/server.ts';
import { eventually } from '../../support/patience.ts';
import { freePort } from '../../support/servers.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import type { ZaloBotStandIn } from '../../support/zalo-bot/stand-in.ts';
import { textsOf } from '../running.ts';
import { runBot, standIn } from './running-bot.ts';

const SECRET = 'bi-mat_cua_webhook';
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(1_000)]);

const servers: WebServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** The bot behind the office's web server. */
async function officeWithWebhook(zalo: ZaloBotStandIn, overrides: Partial<ZaloBotOptions> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/zalo-bot`;
  const bot = await runBot(zalo, { webhook: { url, secret: SECRET }, ...overrides });
  const { webhook, shelf } = bot.platform;
  servers.push(
    await startWebServer({
      host: '127.0.0.1',
      port,
      log: pino({ level: 'silent' }),
      health: async () => ({ ok: true }),
      webhooks: webhook ? [webhook] : [],
      shelves: shelf ? [shelf] : [],
      calendars: null,
      metrics: { token: null, page: async () => ({ type: 'text/plain', text: '' }) },
    }),
  );
  return { ...bot, url };
}

test.each(['wrapped', 'bare'] as const)('updates come in order, with the secret (%s)', async (wrapping) => {
  const zalo = await standIn({ wrapping });
  const lan = zalo.person('Lan');
  lan.says('chào');
  const bot = await officeWithWebhook(zalo);
  lan.says('xong 12');
  expect(textsOf(await bot.received(2))).toEqual(['chào', 'xong 12']);
  expect(zalo.callsOf('setWebhook')[0]?.parameters).toEqual({ url: bot.url, secret_token: SECRET });
  expect(zalo.callsOf('getUpdates')).toEqual([]);
  expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
});

test('an update that cannot be stored is not confirmed', async () => {
  const zalo = await standIn();
  let failures = 2;
  const bot = await officeWithWebhook(zalo, {
    receive: async () => {
      if (failures-- > 0) throw new Error('no database');
    },
  });
  await zalo.called('setWebhook');
  zalo.person('Lan').says('xong 12');
  await bot.received(1);
  expect(zalo.world.updates.webhookFailures).toBeGreaterThanOrEqual(2);
  await eventually(() => expect(bot.platform.health().lastError).toBeNull());
});

test('only who knows the secret is believed', async () => {
  const zalo = await standIn();
  const bot = await officeWithWebhook(zalo);
  const update = zalo.person('Lan').says('chào');
  await bot.received(1);
  const post = bot.platform.webhook?.handle;
  for (const secret of [undefined, '', 'bi-mat', `${SECRET}x`])
    expect(await post?.(secret, update)).toBe(401);
  for (const body of ['no update', null, 7, undefined]) expect(await post?.(SECRET, body)).toBe(400);
  expect(
    await post?.(SECRET, { ok: true, result: { event_name: 'message.text.received', message: 1 } }),
  ).toBe(200);
  expect(bot.stored).toHaveLength(1);
});

test('an update that cannot be read does not come back for ever', async () => {
  const zalo = await standIn();
  const bot = await officeWithWebhook(zalo);
  const update = { event_name: 'message.text.received', message: { text: 'x' } };
  expect(await bot.platform.webhook?.handle(SECRET, update)).toBe(200);
  expect(bot.logged.join('')).toMatch(/cannot be read/);
});

test('what comes before the bot knows who it is, or after a stop, is not confirmed', async () => {
  const zalo = await standIn();
  const update = zalo.person('Lan').says('chào');
  zalo.breaks('getMe', { status: 502 });
  const early = await runBot(zalo, {
    webhook: { url: 'http://127.0.0.1:9/zalo-bot', secret: SECRET },
    retryDelaysMs: [60_000],
  });
  expect(await early.platform.webhook?.handle(SECRET, update)).toBe(500);
  const late = await officeWithWebhook(zalo);
  await late.received(1);
  await late.platform.stop();
  expect(await late.platform.webhook?.handle(SECRET, update)).toBe(500);
});

test('a webhook that cannot be set is tried again; that Zalo cannot call it is shown until it can', async () => {
  const zalo = await standIn();
  zalo.breaks('setWebhook', { status: 502 }, 2);
  const bot = await runBot(zalo, { webhook: { url: 'http://127.0.0.1:9/zalo-bot', secret: SECRET } });
  await zalo.called('setWebhook', 3);
  await eventually(() =>
    expect(bot.platform.health()).toMatchObject({
      connected: true,
      lastError: expect.stringMatching(/^webhook: webhook\.err\.unreachable /),
    }),
  );
  const update = { event_name: 'message.text.received', message: null };
  await bot.platform.webhook?.handle(SECRET, update);
  expect(bot.platform.health().lastError).toBeNull();
});

test('a photo is fetched by Zalo from the office, where nobody can guess it', async () => {
  const zalo = await standIn();
  const lan = zalo.person('Lan');
  lan.says('chào');
  const bot = await officeWithWebhook(zalo, { servesPhotos: true });
  await bot.received(1);
  const { sendFile } = bot.messenger;
  await sendFile?.({ id: lan.id }, { kind: 'photo', name: 'tiến độ.png', bytes: PNG });
  const { photo } = await lan.nextMessage();
  expect(photo?.type).toBe('image/png');
  expect(photo?.content.equals(PNG)).toBe(true);

  const address = String(zalo.callsOf('sendPhoto')[0]?.parameters.photo);
  expect(address).toMatch(new RegExp(`^${bot.url}/photos/[0-9a-f]{32}\\.png$`));
  const response = await fetch(address);
  expect(response.headers.get('cache-control')).toBe('no-store');
  for (const other of [`${bot.url}/photos/`, `${bot.url}/photos/x.png`, `${bot.url}/photos/..%2f..%2f.env`]) {
    expect((await fetch(other)).status).toBe(404);
  }
});

test('what is no photo is refused, never leaves the office, and is not to be promised', async () => {
  const zalo = await standIn();
  const lan = zalo.person('Lan');
  lan.says('chào');
  const bot = await officeWithWebhook(zalo, { servesPhotos: true });
  await bot.received(1);
  const files = [
    { kind: 'file' as const, name: 'bảng.xlsx', bytes: PNG },
    { kind: 'photo' as const, name: 'x.png', bytes: Buffer.from('<svg/>') },
    { kind: 'photo' as const, name: 'x.png', bytes: Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]) },
  ];
  for (const file of files) {
    await expect(bot.messenger.sendFile?.({ id: lan.id }, file)).rejects.toMatchObject({
      failure: { kind: 'permanent', reason: 'refused' },
    });
  }
  expect(zalo.callsOf('sendPhoto')).toEqual([]);
  expect(bot.messenger.takesPhotosOnly).toBe(true);
});

test('a process that does not serve the address sends no photos', async () => {
  const zalo = await standIn();
  const bot = await officeWithWebhook(zalo, { servesPhotos: false });
  expect(bot.messenger.sendFile).toBeUndefined();
  expect(bot.platform.shelf).toBeUndefined();
});

test('photos lie on the shelf for an hour, and only so many at a time', () => {
  const ticker = new TestTicker();
  const shelf = new PhotoShelf('https://nhachan.example.vn/zalo-bot/', ticker);
  const nameOf = (address: string) => address.split('/').at(-1) ?? '';
  const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(4 * 1024 * 1024)]);
  const first = shelf.put(jpeg);
  expect(first).toMatch(/^https:\/\/nhachan\.example\.vn\/zalo-bot\/photos\/[0-9a-f]{32}\.jpeg$/);
  expect(shelf.file(nameOf(first))?.type).toBe('image/jpeg');
  expect(() => {
    for (let n = 0; n < 20; n++) shelf.put(jpeg);
  }).toThrow(/Too many photos/);
  ticker.passes(60 * 60_000 + 1);
  expect(shelf.file(nameOf(first))).toBeNull();
  expect(() => shelf.put(jpeg)).not.toThrow();
});
