import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { checkCalendar } from '../../src/shell/doctor/calendar.ts';
import { EXAMPLE_PLAN, EXAMPLE_ROSTER, Shell } from '../support/nhachan.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';

const shell = new Shell();

test('with nothing set up, everything works and something is to be done', async () => {
  const { code, out, err } = await shell.run(['doctor']);
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toMatch(/^✓ Database: embedded, in data/m);
  expect(out).toMatch(/^✓ Queue: kept in the database/m);
  expect(out).toMatch(/^! Telegram: not set up.*\n {4}.*@BotFather/m);
  expect(out).toMatch(/^! Office: none yet\n {4}.*nhachan roster FILE/m);
});

test('with an office: who has joined, and who should next', async () => {
  await shell.run(['roster', EXAMPLE_ROSTER]);
  const { out } = await shell.run(['doctor']);
  expect(out).toMatch(
    /^✓ Office: UBND phường Lam Kiều: 5 units, 21 people of whom 0 have joined, 0 groups, 0 tasks$/m,
  );
  expect(out).toMatch(
    /^! .*no clerk has joined.*\n {4}nhachan invite "Nguyễn Thị Hồng Nhung" --role clerk$/m,
  );
  expect(out).toMatch(/^! .*no plan yet\n {4}nhachan import FILE/m);
  await shell.run(['import', EXAMPLE_PLAN]);
  expect((await shell.run(['doctor'])).out).toContain('42 tasks');
});

test('what does not answer is wrong, and no secret is told', async () => {
  const { code, out, err } = await shell.run(['doctor'], {
    DATABASE_URL: 'postgresql://office:hidden-1@127.0.0.1:9/x',
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
  const careless = new Shell();
  writeFileSync(join(careless.folder, '.env'), 'CLOCK_START=2028-11-20T07:00:00+07:00\n');
  chmodSync(join(careless.folder, '.env'), 0o644);
  const { code, out } = await careless.run(['doctor']);
  expect(code).toBe(0);
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
  const settings = (more: Record<string, string> = {}) => ({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ...more,
  });

  beforeAll(async () => {
    telegram = await TelegramStandIn.start();
  });
  afterAll(() => telegram.stop());

  test('the token works, and what the bot reads in groups is said', async () => {
    const { code, out } = await shell.run(['doctor'], settings());
    expect(code).toBe(0);
    expect(out).toContain(`✓ Telegram: the token is that of @${telegram.world.bot.username}`);
    expect(out).toMatch(
      /^✓ Telegram: in groups the bot reads commands, mentions and replies to it \(privacy mode/m,
    );
    expect(out).toMatch(/^✓ Telegram: messages are fetched/m);
    expect(out).not.toContain(telegram.token);
  });

  test('it changes nothing: it only asks', async () => {
    const methods = new Set(telegram.calls.map(({ method }) => method));
    expect([...methods].toSorted()).toEqual(['getMe', 'getWebhookInfo']);
  });

  test('a webhook that these settings do not want', async () => {
    telegram.world.updates.setWebhook(
      { url: 'https://other.example.vn/very-secret', max_connections: 1 },
      undefined,
    );
    const { code, out } = await shell.run(['doctor'], settings());
    expect(code).toBe(0);
    expect(out).toMatch(/^! Telegram: the bot's messages go to a webhook at other\.example\.vn,/m);
    expect(out).not.toContain('very-secret');
  });

  test('another webhook than the one wanted', async () => {
    const { out } = await shell.run(
      ['doctor'],
      settings({ TELEGRAM_WEBHOOK_URL: 'https://ours.example.vn/hook' }),
    );
    expect(out).toMatch(
      /^! Telegram: the webhook in force is at other\.example\.vn, not TELEGRAM_WEBHOOK_URL/m,
    );
  });

  test('a webhook wanted and none in force; then the one wanted', async () => {
    telegram.world.updates.deleteWebhook(false);
    const wanted = settings({ TELEGRAM_WEBHOOK_URL: 'https://ours.example.vn/hook' });
    expect((await shell.run(['doctor'], wanted)).out).toMatch(/^! Telegram: the webhook in force is none/m);
    telegram.world.updates.setWebhook({ url: 'https://ours.example.vn/hook', max_connections: 1 }, undefined);
    expect((await shell.run(['doctor'], wanted)).out).toMatch(/^✓ Telegram: calls TELEGRAM_WEBHOOK_URL/m);
    telegram.world.updates.deleteWebhook(false);
  });

  test('a revoked token', async () => {
    telegram.revokesToken();
    const { code, out } = await shell.run(['doctor'], settings());
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ Telegram: getMe: 401/m);
    expect(out).not.toContain(telegram.token);
  });
});

describe.skipIf(inject('redisUrl') === null)('Redis', () => {
  const url = inject('redisUrl') ?? '';
  let redis: Redis;

  beforeAll(() => {
    redis = new Redis(url);
  });
  afterAll(() => {
    redis.disconnect();
  });

  test('its version, and that it throws nothing away', async () => {
    const { code, out } = await shell.run(['doctor'], { REDIS_URL: url });
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ Queue: Redis \d+\.\d+\.\d+ answers$/m);
    expect(out).not.toContain('maxmemory-policy');
  });

  test('one that throws jobs away is worth knowing', async () => {
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      const { code, out } = await shell.run(['doctor'], { REDIS_URL: url });
      expect(code).toBe(0);
      expect(out).toMatch(/^! Queue: .*maxmemory-policy allkeys-lru.*\n {4}.*noeviction/m);
    } finally {
      await redis.config('SET', 'maxmemory-policy', 'noeviction');
    }
  });
});
