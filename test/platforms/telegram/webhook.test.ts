import { expect, onTestFinished, test } from 'vitest';
import type { TelegramOptions } from '../../../src/platforms/telegram/start-telegram.ts';
import type { TelegramStandIn } from '../../support/telegram/stand-in.ts';
import { openWebhookDoor } from '../../support/telegram/webhook-door.ts';
import { runBot, standIn } from './running-bot.ts';

const SECRET = 'bi-mat_cua_webhook';

async function officeWithWebhook(telegram: TelegramStandIn, overrides: Partial<TelegramOptions> = {}) {
  const door = await openWebhookDoor();
  onTestFinished(() => door.close());
  const { url } = door;
  const bot = await runBot(telegram, { webhook: { url, secret: SECRET }, ...overrides });
  door.webhook = bot.platform.webhook;
  return { ...bot, url };
}

test('updates come in order, with the secret, and are confirmed when they are stored', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const bot = await officeWithWebhook(telegram);
  lan.says('xong 12');
  await bot.received(2);
  await telegram.everythingConfirmed();
  expect(bot.stored.map(({ event }) => event.type === 'message' && event.text)).toEqual([
    '/start',
    'xong 12',
  ]);
  expect(telegram.callsOf('setWebhook')[0]?.parameters).toEqual({
    url: bot.url,
    secret_token: SECRET,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
  });
  expect(telegram.callsOf('getUpdates')).toEqual([]);
  expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
});

test('an update that cannot be stored is asked for again', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  let failures = 2;
  const bot = await officeWithWebhook(telegram, {
    receive: async () => {
      if (failures-- > 0) throw new Error('no database');
    },
  });
  lan.startBot();
  await bot.received(1);
  await telegram.everythingConfirmed();
  expect(telegram.world.updates.webhookError?.message).toMatch(/500/);
  expect(bot.platform.health().lastError).toBeNull();
});

test('only who knows the secret is believed', async () => {
  const telegram = await standIn();
  const bot = await officeWithWebhook(telegram);
  const post = bot.platform.webhook?.handle;
  const update = { update_id: 1, my_chat_member: {} };
  expect(await post?.(undefined, update)).toBe(401);
  expect(await post?.('', update)).toBe(401);
  expect(await post?.('bi-mat', update)).toBe(401);
  expect(await post?.(SECRET, 'no update')).toBe(400);
  expect(await post?.(SECRET, null)).toBe(400);
  expect(bot.stored).toEqual([]);
});

test('an update that cannot be read does not come back for ever', async () => {
  const telegram = await standIn();
  const bot = await officeWithWebhook(telegram);
  expect(await bot.platform.webhook?.handle(SECRET, { update_id: 1, message: null })).toBe(200);
  expect(bot.logged.join('')).toMatch(/cannot be read/);
});

test('what comes before the bot knows its own name, or after a stop, is asked for again later', async () => {
  const telegram = await standIn();
  const update = { update_id: 1, edited_message: {} };
  telegram.breaks('getMe', { status: 502 });
  const early = await officeWithWebhook(telegram, { retryDelaysMs: [60_000] });
  expect(await early.platform.webhook?.handle(SECRET, update)).toBe(500);

  const late = await officeWithWebhook(telegram);
  expect(await late.platform.webhook?.handle(SECRET, update)).toBe(200);
  await late.platform.stop();
  expect(await late.platform.webhook?.handle(SECRET, update)).toBe(500);
});

test('a webhook that cannot be set is tried again', async () => {
  const telegram = await standIn();
  telegram.breaks('setWebhook', { status: 502 }, 2);
  const bot = await officeWithWebhook(telegram);
  telegram.person('Lan').startBot();
  await bot.received(1);
  expect(telegram.callsOf('setWebhook')).toHaveLength(3);
});
