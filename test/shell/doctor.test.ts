import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { ZaloRefusal } from '../../src/platforms/zalo/errors.ts';
import { UnknownCodes } from '../../src/platforms/zalo/unknown-codes.ts';
import { checkCalendar } from '../../src/shell/doctor/calendar.ts';
import type { Finding } from '../../src/shell/doctor/finding.ts';
import { checkQueue } from '../../src/shell/doctor/queue.ts';
import { checkTelegram } from '../../src/shell/doctor/telegram.ts';
import { checkZalo } from '../../src/shell/doctor/zalo.ts';
import { checkZaloBot } from '../../src/shell/doctor/zalo-bot.ts';
import { Shell } from '../support/nhachan.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { ZaloBotStandIn } from '../support/zalo-bot/stand-in.ts';

/** What stands in the data folder is looked at in office.test.ts. */
const AWAY = 'postgresql://office:hidden-1@127.0.0.1:9/x';
const shell = new Shell({ DATABASE_URL: AWAY });

test('what does not answer is wrong, and no secret is told', async () => {
  const { code, out, err } = await shell.run(['doctor'], {
    REDIS_URL: 'redis://:hidden-2@127.0.0.1:9',
    TELEGRAM_BOT_TOKEN: '123456:hidden-3',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9/',
  });
  expect(code).toBe(1);
  expect(out).toMatch(/^✗ Database: .*ECONNREFUSED.*\n {4}Check that PostgreSQL runs/m);
  expect(out).toMatch(/^✗ Queue: .*ECONNREFUSED.*\n {4}Check that Redis runs/m);
  expect(out).toMatch(/^✗ Telegram: .*ECONNREFUSED.*\n {4}Check TELEGRAM_BOT_TOKEN/m);
  expect(err).toBe('nhachan: 3 things to mend, marked ✗ above\n');
  expect(out + err).not.toContain('hidden');
});

test('a rehearsal, and a .env that others can read, are worth knowing', async () => {
  const careless = new Shell({ DATABASE_URL: AWAY });
  writeFileSync(join(careless.folder, '.env'), 'CLOCK_START=2028-11-20T07:00:00+07:00\n');
  chmodSync(join(careless.folder, '.env'), 0o644);
  const { out } = await careless.run(['doctor']);
  expect(out).toMatch(/^! Other users of this machine can read \.env.*\n {4}chmod 600 \.env$/m);
  expect(out).toMatch(/^! The clock is a rehearsal/m);
  expect(out).toMatch(/^! Calendar: the official days off of 2028 are not known/m);
});

test('the calendar of next year is asked for from November on', () => {
  const calendar = new WorkingCalendar();
  const newest = Math.max(...calendar.knownYears);
  const marksOn = (day: string) => [...checkCalendar(calendar, day)].map(({ mark }) => mark);
  expect(marksOn(`${newest}-10-31`)).toEqual(['✓']);
  expect(marksOn(`${newest}-11-01`)).toEqual(['✓', '!']);
  expect(marksOn(`${newest - 1}-11-01`)).toEqual(['✓', '✓']);
  expect(marksOn(`${newest + 1}-01-01`)).toEqual(['!']);
});

describe('Telegram', () => {
  let telegram: TelegramStandIn;
  const look = (settings: Record<string, string> = {}) => {
    const { token: TELEGRAM_BOT_TOKEN, url: TELEGRAM_API_ROOT } = telegram;
    return said(checkTelegram(readConfig({ TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, ...settings })));
  };
  const hook = (url: string) => telegram.world.updates.setWebhook({ url, max_connections: 1 }, undefined);
  const ours = { TELEGRAM_WEBHOOK_URL: 'https://ours.example.vn/hook' };

  beforeEach(async () => {
    telegram = await TelegramStandIn.start();
  });
  afterEach(() => telegram.stop());

  test('whose token it is, what the bot reads in groups, and how messages come', async () => {
    expect(await look()).toEqual([
      `✓ Telegram: the token is that of @${telegram.world.bot.username}`,
      expect.stringMatching(
        /^✓ .*in groups the bot reads commands, mentions and replies to it \(privacy mode/,
      ),
      expect.stringMatching(/^✓ .*messages are fetched/),
    ]);
  });

  test('it only asks', async () => {
    await look(ours);
    expect(telegram.calls.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo']);
  });

  test('a webhook that these settings do not want; its path may be a secret', async () => {
    hook('https://other.example.vn/very-secret');
    const lines = await look();
    expect(lines).toContainEqual(expect.stringMatching(/^! .*go to a webhook at other\.example\.vn,/));
    expect(lines.join()).not.toContain('very-secret');
  });

  test('a webhook that is wanted: another in force, none, and at last this one', async () => {
    hook('https://other.example.vn/hook');
    expect((await look(ours)).at(-1)).toMatch(
      /^! .*in force is at other\.example\.vn, not TELEGRAM_WEBHOOK_URL/,
    );
    telegram.world.updates.deleteWebhook(false);
    expect((await look(ours)).at(-1)).toMatch(/^! .*in force is none, not TELEGRAM_WEBHOOK_URL/);
    hook(ours.TELEGRAM_WEBHOOK_URL);
    expect((await look(ours)).at(-1)).toMatch(/^✓ .*calls TELEGRAM_WEBHOOK_URL/);
  });

  test('a webhook that Telegram cannot call', async () => {
    const nobody = 'http://127.0.0.1:9/hook';
    hook(nobody);
    telegram.person('Lan').startBot();
    await telegram.until(() => telegram.world.updates.webhookError, 'a call that fails');
    expect((await look({ TELEGRAM_WEBHOOK_URL: nobody })).at(-1)).toMatch(
      /^! Telegram: 1 messages wait, because calling the webhook failed: /,
    );
  });

  test('a revoked token', async () => {
    telegram.revokesToken();
    const [line, ...rest] = await look();
    expect(line).toMatch(/^✗ Telegram: getMe: 401/);
    expect(rest).toEqual([]);
    expect(line).not.toContain(telegram.token);
  });
});

describe.skipIf(inject('redisUrl') === null)('Redis', () => {
  const url = inject('redisUrl') ?? '';
  const look = () => said(checkQueue(readConfig({ REDIS_URL: url })));
  let redis: Redis;

  beforeAll(() => {
    redis = new Redis(url);
  });
  afterAll(() => {
    redis.disconnect();
  });

  test('its version', async () => {
    expect(await look()).toEqual([expect.stringMatching(/^✓ Queue: Redis \d+\.\d+\.\d+ answers$/)]);
  });

  test('one that takes no jobs is wrong', async () => {
    await redis.call('ACL', 'SETUSER', 'reader', 'on', '>r', '~*', '+@read', '+info', '+ping', '+select');
    const forReader = new URL(url);
    Object.assign(forReader, { username: 'reader', password: 'r' });
    const lines = await said(checkQueue(readConfig({ REDIS_URL: forReader.href })));
    expect(lines).toContainEqual(expect.stringMatching(/^✗ Queue: Redis of REDIS_URL takes no jobs: NOPERM/));
  });

  test('one that throws jobs away is worth knowing', async () => {
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      expect((await look()).at(-1)).toMatch(/^! Queue: .*\(maxmemory-policy allkeys-lru\)$/);
    } finally {
      await redis.config('SET', 'maxmemory-policy', 'noeviction');
    }
  });
});

async function said(findings: AsyncIterable<Finding>): Promise<string[]> {
  const lines: string[] = [];
  for await (const { mark, text } of findings) lines.push(`${mark} ${text}`);
  return lines;
}

describe('Zalo', () => {
  const file = join(shell.folder, 'session.json');
  const look = async (settings: Record<string, string> = { ZALO_SESSION_FILE: file }) =>
    (await said(checkZalo(readConfig(settings)))).join('\n');

  test('is worth setting up', async () => {
    expect(await look({})).toMatch(/^! Zalo: not set up/);
    expect(await look({ ZALO_BOT_TOKEN: '123456:abc' })).toBe('');
  });

  test('has a session, or says how to get one', async () => {
    expect(await look()).toMatch(/^✗ Zalo: no Zalo session at .*zalo-login/);
    writeFileSync(
      file,
      JSON.stringify({ imei: 'i', userAgent: 'u', cookies: [{ key: 'k', value: 'hidden' }] }),
    );
    chmodSync(file, 0o644);
    expect(await look()).toMatch(
      /^✓ Zalo: a session lies in .*\n! Zalo: other users of this machine can read/,
    );
    chmodSync(file, 0o600);
    expect(await look()).toMatch(/^✓ Zalo: a session lies in [^\n]*$/);
    const refusal = new ZaloRefusal('sendMessage', 998, 'Tính năng tạm khoá');
    await new UnknownCodes(file, pino({ level: 'silent' })).note(refusal, new Date('2026-11-30T01:00:00Z'));
    expect(await look()).toMatch(/! Zalo: refused something with code 998, .*2026-11-30.*Tính năng tạm khoá/);
    writeFileSync(file, '{"cookies": "hid');
    expect(await look()).toMatch(/^✗ Zalo: .* is no Zalo session/);
  });
});

describe('Zalo Bot', () => {
  let zalo: ZaloBotStandIn;
  const look = (settings: Record<string, string> = {}) => {
    const { token: ZALO_BOT_TOKEN, url: ZALO_BOT_API_ROOT } = zalo;
    return said(checkZaloBot(readConfig({ ZALO_BOT_TOKEN, ZALO_BOT_API_ROOT, ...settings })));
  };
  const hook = (url: string) => zalo.world.updates.setWebhook({ url, secret: 'not-asked-for' });
  const ours = { ZALO_BOT_WEBHOOK_URL: 'https://ours.example.vn/zalo-bot' };

  beforeEach(async () => {
    zalo = await ZaloBotStandIn.start();
  });
  afterEach(() => zalo.stop());

  test('is nothing to speak of where it is not set up', async () => {
    expect(await said(checkZaloBot(readConfig({})))).toEqual([]);
  });

  test('whose token it is, whether groups are open to it, and how messages come; it only asks', async () => {
    expect(await look()).toEqual([
      '✓ Zalo Bot: the token is that of Bot Nhắc Hạn (BASIC)',
      expect.stringMatching(/^✓ .*may be taken into groups/),
      expect.stringMatching(/^! .*messages are fetched.*while the service is down is lost/),
    ]);
    zalo.world.canJoinGroups = false;
    expect((await look())[1]).toMatch(/^! .*may not be taken into groups/);
    expect(new Set(zalo.calls.map(({ method }) => method))).toEqual(new Set(['getMe', 'getWebhookInfo']));
  });

  test('a webhook that these settings do not want; its path may be a secret', async () => {
    hook('https://other.example.vn/very-secret');
    const lines = await look();
    expect(lines).toContainEqual(expect.stringMatching(/^! .*go to a webhook at other\.example\.vn,/));
    expect(lines.join()).not.toContain('very-secret');
  });

  test('a webhook that is wanted: another in force, none, never any, and at last this one', async () => {
    hook('https://other.example.vn/hook');
    expect((await look(ours)).at(-1)).toMatch(
      /^! .*in force is at other\.example\.vn, not ZALO_BOT_WEBHOOK_URL/,
    );
    zalo.world.updates.webhook = null;
    expect((await look(ours)).at(-1)).toMatch(/^! .*in force is none/);
    zalo.breaks('getWebhookInfo', { answers: 404, description: 'Not found' });
    expect((await look(ours)).at(-1)).toMatch(/^! .*in force is none/);
    hook(ours.ZALO_BOT_WEBHOOK_URL);
    expect((await look(ours)).at(-1)).toMatch(/^✓ .*calls ZALO_BOT_WEBHOOK_URL/);
  });

  test('a refused token', async () => {
    zalo.revokesToken();
    const [line, ...rest] = await look();
    expect(line).toMatch(/^✗ Zalo Bot: getMe: 401/);
    expect(rest).toEqual([]);
    expect(line).not.toContain(zalo.token);
  });
});
