import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { botLink } from '../../../src/platforms/start-platforms.ts';
import { chatLink, lookUpAccount } from '../../../src/platforms/zalo-bot/account.ts';
import { createClient } from '../../../src/platforms/zalo-bot/client.ts';
import { TelegramStandIn } from '../../support/telegram/stand-in.ts';
import { standIn } from './running-bot.ts';

test('who the bot is, as far as Zalo says', async () => {
  const zalo = await standIn();
  const client = createClient({ token: zalo.token, apiRoot: zalo.url });
  expect(await lookUpAccount(client)).toEqual({
    id: '1459232241454765289',
    names: ['Bot Nhắc Hạn', 'bot.VDKyGxQvc'],
    plan: 'BASIC',
    canJoinGroups: true,
  });
  zalo.breaks('getMe', { results: { id: '7' } });
  expect(await lookUpAccount(client)).toEqual({ id: '7', names: [], plan: null, canJoinGroups: null });
});

test('a link leads to the bot, and to nothing that an answer may smuggle in', () => {
  expect(chatLink({ id: '1459232241454765289', names: [] })).toBe(
    'https://bot.zaloplatforms.com/bots/1459232241454765289',
  );
  for (const id of ['', '../../evil', '7?x=1']) expect(chatLink({ id, names: [] })).toBeNull();
});

test('an invitation at the shell leads to Telegram, and without it to the bot on Zalo', async () => {
  const zalo = await standIn();
  const telegram = await TelegramStandIn.start();
  const onZalo = { ZALO_BOT_TOKEN: zalo.token, ZALO_BOT_API_ROOT: zalo.url };
  const onTelegram = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url };
  expect(await botLink(readConfig({}), 'K7Q2')).toBeNull();
  expect(await botLink(readConfig(onZalo), 'K7Q2')).toMatch(/^https:\/\/bot\.zaloplatforms\.com\/bots\/\d+$/);
  expect(await botLink(readConfig({ ...onZalo, ...onTelegram }), 'K7Q2')).toMatch(/start=K7Q2$/);
  await telegram.stop();
});
