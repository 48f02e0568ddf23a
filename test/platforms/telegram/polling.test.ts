import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { startTelegram } from '../../../src/platforms/telegram/start-telegram.ts';
import { runBot, standIn } from './running-bot.ts';

describe('an update is confirmed only when it is safe', () => {
  test('updates arrive in order and are confirmed after they are stored', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    for (let number = 1; number <= 5; number++) lan.says(`xong ${number}`);
    const bot = await runBot(telegram);

    const stored = await bot.received(6);
    await telegram.everythingConfirmed();
    expect(stored.map(({ event }) => event.type === 'message' && event.text)).toEqual([
      '/start',
      'xong 1',
      'xong 2',
      'xong 3',
      'xong 4',
      'xong 5',
    ]);
  });

  test('while the store is down nothing is confirmed, passed over or lost', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    lan.says('xong 12');
    lan.says('xong 13');
    let isDown = true;
    let attempts = 0;
    const bot = await runBot(telegram, {
      receive: async (update) => {
        attempts += 1;
        telegram.world.bell.ring();
        if (isDown && update.event.type === 'message' && update.event.text === 'xong 12')
          throw new Error('no database');
      },
    });

    await telegram.until(() => attempts >= 5 || undefined, 'several attempts');
    expect(bot.stored).toHaveLength(1);
    expect(telegram.world.updates.pending).toHaveLength(3);
    expect(bot.platform.health().lastError).toMatch(/no database/);

    isDown = false;
    const stored = await bot.received(3);
    expect(stored.map(({ event }) => event.type === 'message' && event.text)).toEqual([
      '/start',
      'xong 12',
      'xong 13',
    ]);
    await telegram.everythingConfirmed();
    expect(bot.platform.health()).toMatchObject({
      connected: true,
      lastError: null,
      lastUpdateAt: expect.any(Date),
    });
  });

  test('stopped in the middle of a batch, the rest comes again to the next process', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    lan.says('xong 12');
    const first = await runBot(telegram, {
      receive: async ({ event }) => {
        if (event.type === 'message' && event.text === 'xong 12') throw new Error('no database');
      },
    });
    await first.received(1);
    await first.platform.stop();
    expect(telegram.world.updates.pending).toHaveLength(1);

    const second = await runBot(telegram);
    await second.received(1);
    expect(second.stored[0]?.event).toMatchObject({ text: 'xong 12' });
  });

  test('a stop confirms what is stored, so that nothing comes twice', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const bot = await runBot(telegram, {
      receive: async () => {
        void bot.platform.stop();
      },
    });
    lan.startBot();
    await bot.received(1);
    await bot.platform.stop();
    expect(telegram.world.updates.pending).toEqual([]);
  });

  test('what the office has no use for is confirmed without being stored', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const bot = await runBot(telegram);
    lan.startBot();
    const group = telegram.group('Tổ một cửa', { members: [lan] });
    group.joins(telegram.person('Minh'));
    lan.says('xong 14');
    await bot.received(3);
    await telegram.everythingConfirmed();
    expect(bot.stored.map(({ event }) => (event.type === 'message' ? event.text : event.type))).toEqual([
      '/start',
      'reachable',
      'xong 14',
    ]);
  });

  test('a message in new words comes under its own id, and is told to be no new one', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const bot = await runBot(telegram);
    lan.startBot();
    const said = lan.says('xong 12');
    lan.edits(said, 'xong 13');
    await bot.received(3);
    const [, before, after] = bot.stored;
    const messageId = String(said.message_id);
    expect(before?.event).toMatchObject({ text: 'xong 12', messageId });
    expect(before?.event).not.toHaveProperty('edited');
    expect(after?.event).toMatchObject({ text: 'xong 13', messageId, edited: true });
    expect(after?.id).not.toBe(before?.id);
  });

  test('after a quiet week Telegram may count anew from a lower number', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const bot = await runBot(telegram);
    lan.startBot();
    await bot.received(1);
    await telegram.everythingConfirmed();
    telegram.world.updates.nextId = 1_000;
    lan.says('xong 12');
    lan.says('xong 13');
    await bot.received(3);
    await telegram.everythingConfirmed();
    expect(bot.stored.map((update) => update.id)).toEqual(['824000101', '1000', '1001']);
  });
});

describe('nothing but a stop ends receiving', () => {
  test('a Telegram that is down at the start does not hold up the office, and is found later', async () => {
    const telegram = await standIn();
    await telegram.goesDown();
    const bot = await runBot(telegram, {
      commands: [{ commands: [{ command: 'viec', description: 'Việc của tôi' }] }],
    });
    expect(bot.platform.account).toBeNull();
    expect(bot.platform.invitationLink('K7Q2')).toBeNull();
    expect(bot.platform.health()).toMatchObject({
      connected: false,
      lastError: expect.stringContaining('ECONNREFUSED'),
    });

    await telegram.comesBack();
    await telegram.polled();
    expect(bot.platform.account).toEqual({
      id: telegram.world.bot.id,
      username: 'NhacHanThuBot',
      canReadAllGroupMessages: false,
    });
    expect(bot.platform.invitationLink('K7Q2')).toBe('https://t.me/NhacHanThuBot?start=K7Q2');
    expect(bot.platform.health().connected).toBe(true);
  });

  test.each([
    ['a server error', { status: 502 }],
    ['a cut connection', { cut: 'before' }],
    ['an answer that is no JSON', { garbles: true }],
    ['a flood warning', { answers: 429, retryAfter: 0 }],
    ['a poller elsewhere', { answers: 409, description: 'Conflict: terminated by other getUpdates request' }],
    ['a refused token', { answers: 401, description: 'Unauthorized' }],
  ] as const)('%s while polling', async (_, fault) => {
    const telegram = await standIn();
    telegram.breaks('getUpdates', fault, 2);
    const lan = telegram.person('Lan');
    lan.startBot();
    const bot = await runBot(telegram);
    await bot.received(1);
    expect(telegram.callsOf('getUpdates').length).toBeGreaterThanOrEqual(3);
    expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
  });

  test('Telegram says how long to wait', async () => {
    const telegram = await standIn();
    telegram.breaks('getUpdates', { answers: 429, retryAfter: 0.2 });
    await runBot(telegram);
    const [refused, next] = await telegram.called('getUpdates', 2);
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(190);
  });

  test('a second poller is reported while it lasts, and the bot goes on when it has gone', async () => {
    const telegram = await standIn();
    const bot = await runBot(telegram, { retryDelaysMs: [60_000] });
    await telegram.polled();
    const other = await fetch(`${telegram.url}/bot${telegram.token}/getUpdates`);
    expect(other.status).toBe(200);
    await telegram.until(() => bot.platform.health().lastError ?? undefined, 'the conflict to be noticed');
    expect(bot.platform.health()).toMatchObject({
      connected: false,
      lastError: expect.stringMatching(/409 Conflict.*Another process/),
    });
    await bot.platform.stop();
  });

  test('going away and coming back in the middle of the day', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const bot = await runBot(telegram);
    await telegram.polled();
    await telegram.goesDown();
    lan.startBot();
    await telegram.comesBack();
    await bot.received(1);
  });

  test('a webhook left from before is taken away first', async () => {
    const telegram = await standIn();
    telegram.world.updates.setWebhook({ url: 'http://127.0.0.1:9/' }, undefined);
    const bot = await runBot(telegram);
    telegram.person('Lan').startBot();
    await bot.received(1);
  });
});

test('a stop while Telegram is down ends the trying', async () => {
  const telegram = await standIn();
  await telegram.goesDown();
  const bot = await runBot(telegram, { retryDelaysMs: [60_000] });
  await bot.platform.stop();
});

test('a process that only sends does not receive', async () => {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const platform = await startTelegram({
    token: telegram.token,
    apiRoot: telegram.url,
    commands: [],
    log: pino({ level: 'silent' }),
  });
  await platform.messenger.send({ chat: { id: String(lan.id) }, lines: [{ text: 'Chào chị' }] });
  await lan.nextMessage(/Chào chị/);
  await platform.stop();
  expect(telegram.callsOf('getUpdates')).toEqual([]);
  expect(telegram.world.updates.pending).toHaveLength(1);
});

describe('the command menus', () => {
  const commands = [
    { commands: [{ command: 'tasks', description: 'My tasks' }] },
    { language: 'vi' as const, commands: [{ command: 'viec', description: 'Việc của tôi' }] },
    { language: 'en' as const, commands: [{ command: 'tasks', description: 'My tasks' }] },
  ];

  test('are published for Vietnamese, for English and for everybody else, in spite of a failure', async () => {
    const telegram = await standIn();
    telegram.breaks('setMyCommands', { status: 500 }, 2);
    const bot = await runBot(telegram, { commands });
    await telegram.until(() => (telegram.menus.size === 3 ? true : undefined), 'three menus');
    expect(telegram.menus.get('')).toEqual(commands[0]?.commands);
    expect(telegram.menus.get('vi')).toEqual(commands[1]?.commands);
    await telegram.called('setMyCommands', 5);
    expect(bot.logged.join('')).toMatch(/trouble with the command menu/);
  });

  test('that Telegram can never take are reported, and the bot works all the same', async () => {
    const telegram = await standIn();
    const bot = await runBot(telegram, {
      commands: [{ commands: [{ command: 'việc', description: 'Việc của tôi' }] }],
    });
    telegram.person('Lan').startBot();
    await bot.received(1);
    expect(bot.platform.health()).toMatchObject({
      connected: true,
      lastError: expect.stringContaining('BOT_COMMAND_INVALID'),
    });
    // Several times as long as the delay of another attempt.
    await sleep(50);
    expect(telegram.callsOf('setMyCommands')).toHaveLength(1);
  });
});
