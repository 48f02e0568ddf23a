import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { startZaloBot } from '../../../src/platforms/zalo-bot/start-zalo-bot.ts';
import { textsOf } from '../running.ts';
import { runBot, standIn } from './running-bot.ts';

describe('an update is safe before the next is asked for', () => {
  test('updates arrive one by one, in order', async () => {
    const zalo = await standIn();
    const lan = zalo.person('Lan');
    for (let number = 1; number <= 5; number++) lan.says(`xong ${number}`);
    const bot = await runBot(zalo);
    expect(textsOf(await bot.received(5))).toEqual(['xong 1', 'xong 2', 'xong 3', 'xong 4', 'xong 5']);
    expect(bot.platform.health()).toEqual({
      connected: true,
      standsBy: false,
      lastError: null,
      lastUpdateAt: expect.any(Date),
      canJoinGroups: true,
    });
  });

  test('while the store is down nothing more is asked for, and nothing is lost', async () => {
    const zalo = await standIn();
    const lan = zalo.person('Lan');
    lan.says('xong 12');
    lan.says('xong 13');
    let isDown = true;
    let attempts = 0;
    const bot = await runBot(zalo, {
      receive: async () => {
        attempts += 1;
        zalo.world.bell.ring();
        if (isDown) throw new Error('no database');
      },
    });
    await zalo.until(() => attempts >= 5 || undefined, 'several attempts');
    expect(zalo.callsOf('getUpdates')).toHaveLength(1);
    expect(zalo.world.updates.pending).toHaveLength(1);
    expect(bot.platform.health().lastError).toMatch(/no database/);

    isDown = false;
    expect(textsOf(await bot.received(2))).toEqual(['xong 12', 'xong 13']);
    expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
  });

  test('a stop does not come between an update that was handed out and its being stored', async () => {
    const zalo = await standIn();
    const lan = zalo.person('Lan');
    const bot = await runBot(zalo, {
      receive: async () => {
        const stopped = bot.platform.stop();
        await sleep(20);
        isStopping = stopped;
      },
    });
    let isStopping: Promise<void> | undefined;
    await zalo.polled();
    lan.says('xong 12');
    await bot.received(1);
    await isStopping;
    expect(textsOf(bot.stored)).toEqual(['xong 12']);
  });

  test('the same message handed out twice has the same id', async () => {
    const zalo = await standIn();
    const said = zalo.person('Lan').says('xong 12');
    zalo.repeats(said);
    const bot = await runBot(zalo);
    const [one, other] = await bot.received(2);
    expect(one?.id).toBe(said.message.message_id);
    expect(other?.id).toBe(one?.id);
  });
});

describe('Zalo out of order', () => {
  test('unreachable at the start: the office starts all the same, and the bot when it can', async () => {
    const zalo = await standIn();
    await zalo.goesDown();
    const bot = await runBot(zalo);
    expect(bot.platform.account).toBeNull();
    expect(bot.platform.invitationLink()).toBeNull();
    expect(bot.platform.health()).toMatchObject({
      connected: false,
      lastError: expect.stringMatching(/connection: getMe: .*ECONNREFUSED/),
      canJoinGroups: null,
    });
    await zalo.comesBack();
    zalo.person('Lan').says('chào');
    await bot.received(1);
    expect(bot.platform.invitationLink()).toBe('https://bot.zaloplatforms.com/bots/1459232241454765289');
  });

  test.each([
    ['a server error', { status: 502 }],
    ['a refusal', { answers: 500, description: 'Internal' }],
    ['a cut connection', { cut: 'before' }],
    ['an answer that is no JSON', { status: 200 }],
    ['a word to wait', { answers: 429, retryAfter: 0.01 }],
    ['a refused token', { answers: 401, description: 'Unauthorized' }],
  ] as const)('%s while polling', async (_, fault) => {
    const zalo = await standIn();
    const lan = zalo.person('Lan');
    const bot = await runBot(zalo);
    await zalo.polled();
    zalo.breaks('getUpdates', fault, 2);
    zalo.world.updates.idles();
    await zalo.called('getUpdates', 3);
    lan.says('chào');
    await bot.received(1);
    expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
  });

  test.each(['in-200', 'by-status'] as const)('idle is no trouble (a refusal %s)', async (refusals) => {
    const zalo = await standIn({ refusals });
    const bot = await runBot(zalo);
    await zalo.polled();
    zalo.world.updates.idles();
    await zalo.called('getUpdates', 2);
    await zalo.polled();
    expect(bot.logged.join('')).not.toMatch(/trouble/);
    expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
  });

  test('a server that does not hold the call is not asked at full speed', async () => {
    const zalo = await standIn();
    zalo.breaks('getUpdates', { answers: 408, description: 'Request timeout' }, 2);
    await runBot(zalo);
    const [first, second, third] = await zalo.called('getUpdates', 3);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(400);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThan(400);
  });

  test('a refused token says where to look', async () => {
    const zalo = await standIn();
    zalo.revokesToken();
    const bot = await runBot(zalo, { retryDelaysMs: [60_000] });
    expect(bot.platform.health().lastError).toMatch(/getMe: 401 Unauthorized.*ZALO_BOT_TOKEN/);
  });

  test('going away and coming back in the middle of the day', async () => {
    const zalo = await standIn();
    const lan = zalo.person('Lan');
    const bot = await runBot(zalo);
    await zalo.polled();
    await zalo.goesDown();
    lan.says('chào');
    await zalo.comesBack();
    await bot.received(1);
  });

  test('a webhook left from before is taken away first; that there was none is no trouble', async () => {
    const zalo = await standIn();
    zalo.world.updates.setWebhook({ url: 'http://127.0.0.1:9/', secret: 'somebody-else' });
    const bot = await runBot(zalo);
    zalo.person('Lan').says('chào');
    await bot.received(1);
    await bot.platform.stop();

    zalo.breaks('deleteWebhook', { answers: 404, description: 'Not found' });
    const other = await runBot(zalo);
    zalo.person('Nam').says('chào');
    await other.received(1);
    expect(other.logged.join('')).not.toMatch(/trouble/);
  });
});

test.each([400, 409])(
  'a webhook set by somebody else meanwhile is taken away, and said in health (%i)',
  async (code) => {
    const zalo = await standIn();
    zalo.world.updates.webhookRefusal = code;
    const bot = await runBot(zalo);
    const lan = zalo.person('Lan');
    lan.says('một');
    await bot.received(1);
    zalo.world.updates.setWebhook({ url: 'https://bot-khac.example.vn/x?token=1', secret: 'somebody-else' });
    await zalo.called('deleteWebhook', 2);
    lan.says('hai');
    await bot.received(2);
    const { lastError, connected } = bot.platform.health();
    expect(connected).toBe(true);
    expect(lastError).toMatch(/set one to bot-khac.example.vn while/);
    expect(lastError).not.toMatch(/token=1/);
  },
);

test('whether groups are open to the bot is told once and shown', async () => {
  const zalo = await standIn({ canJoinGroups: false });
  const bot = await runBot(zalo);
  await zalo.polled();
  expect(bot.platform.health().canJoinGroups).toBe(false);
  expect(bot.logged.filter((line) => line.includes('"canJoinGroups":false'))).toHaveLength(1);
  // A message from a group is handled all the same.
  const lan = zalo.person('Lan');
  zalo.group('UBND xã Lâm Sơn', [lan]).mentions(lan, '@ /viec');
  expect((await bot.received(1))[0]?.chat.kind).toBe('group');
});

test('a stop ends the long poll at once and leaves nothing running', async () => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  await zalo.polled();
  await bot.platform.stop();
  await zalo.until(() => !zalo.world.updates.isPolled || undefined, 'the poll to be gone');
  await expect(bot.says({ id: '1' }, 'x')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
  expect(bot.logged.join('')).not.toMatch(/trouble/);
});

test('a stop while Zalo is down ends the trying', async () => {
  const zalo = await standIn();
  await zalo.goesDown();
  const bot = await runBot(zalo, { retryDelaysMs: [60_000] });
  await bot.platform.stop();
});

test('a process that only sends does not receive', async () => {
  const zalo = await standIn();
  const lan = zalo.person('Lan');
  lan.says('chào');
  const platform = await startZaloBot({
    token: zalo.token,
    apiRoot: zalo.url,
    log: pino({ level: 'silent' }),
  });
  await platform.messenger.send({ chat: { id: lan.id }, lines: [{ text: 'Chào chị' }] });
  await lan.nextMessage(/Chào chị/);
  await platform.stop();
  expect(zalo.callsOf('getUpdates')).toEqual([]);
  expect(zalo.callsOf('deleteWebhook')).toEqual([]);
});

test('an API below a path, as behind a gateway', async () => {
  const zalo = await standIn({ path: '/gateway/zalo-bot' });
  const bot = await runBot(zalo, { apiRoot: `${zalo.url}/` });
  zalo.person('Lan').says('chào');
  await bot.received(1);
  zalo.nothingElse();
});

test('a token that is refused to whoever polls, and taken again, is told by whoever polls', async () => {
  const zalo = await standIn();
  const told: string[] = [];
  const tell = (what: string) => {
    told.push(what);
    zalo.world.bell.ring();
  };
  const bot = await runBot(zalo, {
    onTrouble: (trouble) => tell(trouble),
    onMended: (trouble) => tell(`${trouble} mended`),
  });
  const lan = zalo.person('Lan');
  lan.says('a');
  await bot.received(1);
  expect(told).toEqual(['token-refused mended']);
  zalo.breaks('getUpdates', { answers: 401, description: 'Unauthorized' });
  lan.says('b');
  await bot.received(2);
  lan.says('c');
  await zalo.until(() => told.length >= 3 || undefined, 'the token to be taken again');
  expect(told).toEqual(['token-refused mended', 'token-refused', 'token-refused mended']);
});
