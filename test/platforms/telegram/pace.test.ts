import { expect, test } from 'vitest';
import { TELEGRAM_PACE } from '../../../src/platforms/telegram/pace.ts';
import { runBot, standIn } from './running-bot.ts';

test('messages to one person reach Telegram in order and apart', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const bot = await runBot(telegram, { pace: TELEGRAM_PACE });
  await Promise.all([bot.says(lan, 'một'), bot.says(lan, 'hai')]);
  const [first, second] = [await lan.nextMessage(/một/), await lan.nextMessage(/hai/)];
  expect(second.at - first.at).toBeGreaterThan(900);
});

test('a stop sends back whoever still waits for a turn', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const bot = await runBot(telegram, { pace: TELEGRAM_PACE });
  await bot.says(lan, 'một');
  const waiting = bot.says(lan, 'hai');
  await Promise.all([
    expect(waiting).rejects.toMatchObject({ failure: { kind: 'temporary' } }),
    bot.platform.stop(),
  ]);
  expect(lan.received).toHaveLength(1);
});
