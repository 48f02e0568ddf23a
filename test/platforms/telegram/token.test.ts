/** A token that is refused and taken again: the office hears of both, whatever the process does. */
import { expect, test } from 'vitest';
import { runBot, standIn } from './running-bot.ts';

const REFUSED = { answers: 401, description: 'Unauthorized' };

async function watched() {
  const telegram = await standIn();
  const told: string[] = [];
  const tell = (what: string) => {
    told.push(what);
    telegram.world.bell.ring();
  };
  const bot = await runBot(telegram, {
    onTokenRefused: () => tell('refused'),
    onTokenAccepted: () => tell('accepted'),
  });
  const lan = telegram.person('Lan');
  lan.startBot();
  await bot.received(1);
  expect(told).toEqual(['accepted']);
  return { telegram, bot, lan, told };
}

test('a poll that is answered tells that the token is taken again', async () => {
  const { telegram, bot, lan, told } = await watched();
  telegram.breaks('getUpdates', REFUSED);
  lan.says('a');
  await bot.received(2);
  lan.says('b');
  await telegram.until(() => told.length >= 3 || undefined, 'the token to be taken again');
  await bot.received(3);
  expect(told).toEqual(['accepted', 'refused', 'accepted']);
});

test('so does a message that goes out', async () => {
  const { telegram, bot, lan, told } = await watched();
  telegram.breaks('sendMessage', REFUSED);
  await expect(bot.says(lan, 'x')).rejects.toMatchObject({ failure: { kind: 'out-of-service' } });
  await bot.says(lan, 'x');
  await bot.says(lan, 'y');
  expect(told).toEqual(['accepted', 'refused', 'accepted']);
});
