import { expect, test } from 'vitest';
import { createClient } from '../../../src/platforms/zalo-bot/client.ts';
import { splitLines } from '../../../src/services/delivery/split-lines.ts';
import { LocalServer } from '../../support/local-server.ts';
import { HANG_MS } from '../../support/patience.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { runBot, standIn } from './running-bot.ts';

/** The bot, and somebody who has written to it. */
async function talking(
  overrides: Parameters<typeof runBot>[1] = {},
  options: Parameters<typeof standIn>[0] = {},
) {
  const zalo = await standIn(options);
  const bot = await runBot(zalo, overrides);
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await bot.received(1);
  return { zalo, bot, lan };
}

test.each([
  [
    'a refused message',
    { answers: 400, description: 'Bad request' },
    { kind: 'permanent', reason: 'refused' },
  ],
  ['a server in trouble', { answers: 500 }, { kind: 'temporary' }],
  ['a refused token', { answers: 401 }, { kind: 'out-of-service', retryAfterMs: 300_000 }],
  ['a page of a proxy', { status: 502 }, { kind: 'unknown' }],
  ['an answer that is no JSON', { garbles: true }, { kind: 'unknown' }],
  ['a line cut before', { cut: 'before' }, { kind: 'unknown' }],
  ['a line cut after', { cut: 'after' }, { kind: 'unknown' }],
  ['no answer', { hangs: 'after' }, { kind: 'unknown' }],
] as const)('%s (%o)', async (_what, fault, failure) => {
  // Only what never answers is to be given up, and soon.
  const { zalo, bot, lan } = await talking({ callTimeoutMs: 'hangs' in fault ? 2_000 : HANG_MS });
  zalo.breaks('sendMessage', fault);
  await expect(bot.says(lan, 'Nhắc việc')).rejects.toMatchObject({ name: 'DeliveryError', failure });
  // A refusal of one message is no trouble of the bot's.
  expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
  await bot.says(lan, 'Nhắc việc lại');
});

test.each(['in-200', 'by-status'] as const)(
  'whoever blocks the bot, has not written to it, or is unknown (refusals %s)',
  async (refusals) => {
    const { zalo, bot, lan } = await talking({}, { refusals });
    const nam = zalo.person('Quách Văn Nam');
    const left = zalo.group('Nhóm cũ', [lan]);
    lan.blocks();
    left.removesBot();
    const failures = await Promise.all(
      [lan, nam, left, { id: 'nobody' }].map((to) =>
        bot.says(to, 'Nhắc việc').catch((error) => error.failure),
      ),
    );
    expect(failures).toEqual([
      { kind: 'permanent', reason: 'blocked' },
      { kind: 'permanent', reason: 'never-started' },
      { kind: 'permanent', reason: 'blocked' },
      { kind: 'permanent', reason: 'chat-gone' },
    ]);
  },
);

test('Zalo that cannot be reached has taken nothing', async () => {
  const { zalo, bot, lan } = await talking();
  await zalo.goesDown();
  await expect(bot.says(lan, 'Nhắc việc')).rejects.toThrow();
  await expect(bot.says(lan, 'Nhắc việc')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
});

test('a message that was sent is sent, though its number is not told', async () => {
  const { zalo, bot, lan } = await talking();
  zalo.breaks('sendMessage', { results: null });
  expect(await bot.says(lan, 'Nhắc việc')).toBe('');
});

test('a long notice goes out in messages of at most 2,000 characters', async () => {
  const { bot, lan } = await talking();
  const { messenger } = bot;
  const lines = Array.from({ length: 100 }, (_, n) => ({
    text: `#${n} Rà soát hộ nghèo trên địa bàn xã 😀`,
  }));
  await expect(
    messenger.send({ chat: { id: lan.id }, lines: [{ text: 'x'.repeat(2_001) }] }),
  ).rejects.toMatchObject({ failure: { kind: 'permanent', reason: 'refused' } });
  const parts = splitLines(lines, messenger.textLimit);
  for (const part of parts) await messenger.send({ chat: { id: lan.id }, lines: part });
  expect(parts.length).toBeGreaterThan(1);
  expect(lan.received.map(({ text }) => text).join('\n')).toBe(lines.map(({ text }) => text).join('\n'));
});

test('the quota is used up: everybody waits, longer each time, the office sees why, and it ends', async () => {
  const ticker = new TestTicker();
  const troubles: string[] = [];
  const mended: string[] = [];
  const { zalo, bot, lan } = await talking({
    ticker,
    onTrouble: (trouble) => troubles.push(trouble),
    onMended: (trouble) => mended.push(trouble ?? 'any'),
  });
  const nam = zalo.person('Quách Văn Nam');
  nam.says('chào');
  await bot.received(2);
  zalo.world.quota = 0;
  const waits: number[] = [];
  for (let n = 0; n < 8; n++) {
    const { failure } = await bot.says(lan, 'Nhắc việc').catch((error) => error);
    // Whoever has another channel need not wait for the next month.
    expect(failure.kind).toBe(n < 6 ? 'temporary' : 'out-of-service');
    waits.push(Math.round(failure.retryAfterMs / 60_000));
    ticker.passes(failure.retryAfterMs + 1);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(new Set(troubles)).toEqual(new Set(['used-up']));
  // That Zalo answers does not mean that it takes messages.
  expect(mended).toEqual(['token-refused']);
  expect(bot.platform.health()).toMatchObject({
    connected: true,
    lastError: expect.stringMatching(/^quota: sendMessage: 429 Quota exceeded.*3,000 messages a month/),
  });

  const asked = zalo.callsOf('sendMessage').length;
  await bot.says(lan, 'x').catch(() => {});
  await expect(bot.says(nam, 'Nhắc việc')).rejects.toMatchObject({ failure: { kind: 'out-of-service' } });
  expect(zalo.callsOf('sendMessage')).toHaveLength(asked + 1);

  zalo.world.quota = 100;
  ticker.passes(60 * 60_000);
  await bot.says(lan, 'Nhắc việc');
  expect(bot.platform.health().lastError).toBeNull();
  expect(mended).toEqual(['token-refused', 'any']);
  zalo.world.quota = 0;
  await expect(bot.says(lan, 'Nhắc việc')).rejects.toMatchObject({ failure: { retryAfterMs: 60_000 } });
});

test('messages that were on their way together count as one refusal', async () => {
  const ticker = new TestTicker();
  const { zalo, bot, lan } = await talking({ ticker });
  zalo.world.quota = 0;
  const failures = await Promise.all(
    [1, 2, 3, 4].map((n) => bot.says(lan, `Nhắc việc ${n}`).catch((error) => error.failure)),
  );
  for (const { retryAfterMs } of failures) expect(retryAfterMs).toBeLessThanOrEqual(60_000);
});

test('Zalo says how long to wait', async () => {
  const ticker = new TestTicker();
  const { zalo, bot, lan } = await talking({ ticker });
  zalo.breaks('sendMessage', { answers: 429, retryAfter: 7 });
  await expect(bot.says(lan, 'Nhắc việc')).rejects.toMatchObject({
    failure: { kind: 'temporary', retryAfterMs: 7_000 },
  });
});

test('without a public address no photo can be sent, and nothing promises it', async () => {
  const { bot } = await talking();
  expect(bot.messenger.sendFile).toBeUndefined();
});

test('a stop lets a message on its way end', async () => {
  const { zalo, bot, lan } = await talking();
  zalo.breaks('sendMessage', { delayMs: 50 });
  const sending = bot.says(lan, 'Nhắc việc');
  await zalo.called('sendMessage');
  await bot.platform.stop();
  await sending;
  await lan.nextMessage(/Nhắc việc/);
});

test('the other methods of the platform', async () => {
  const { zalo, lan } = await talking();
  const client = createClient({ token: zalo.token, apiRoot: zalo.url });
  expect(await client.call('sendChatAction', { chat_id: lan.id, action: 'typing' })).toEqual({});
  expect(await client.call('getWebhookInfo', {})).toMatchObject({ url: '' });
  await expect(client.call('sendMessage', { chat_id: lan.id, text: '' })).rejects.toMatchObject({
    name: 'ApiRefusal',
    code: 400,
  });
});

test('whoever sends the bot elsewhere gets neither the token nor a file', async () => {
  const { zalo } = await talking();
  const elsewhere = new LocalServer((request, response) => {
    response.writeHead(307, { location: `${zalo.url}${request.url}` }).end();
  });
  await elsewhere.comesUp();
  const calls = zalo.callsOf('getMe').length;
  const client = createClient({ token: zalo.token, apiRoot: elsewhere.url });
  await expect(client.call('getMe', {})).rejects.toMatchObject({ name: 'ApiUnreachable' });
  const file = new URL(new URL(zalo.world.keepFile(Buffer.from('bí mật'))).pathname, elsewhere.url);
  await expect(client.readFile(file, 1e6)).rejects.toThrow();
  expect(zalo.callsOf('getMe')).toHaveLength(calls);
  await elsewhere.goesDown();
});
