import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { embeddedDatabase, onServer, serverDatabase, type TestDatabase } from '../support/databases.ts';
import { EXAMPLE_PLAN, EXAMPLE_ROSTER, Shell } from '../support/nhachan.ts';
import { emptyRedis } from '../support/redis.ts';
import { freePort } from '../support/servers.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const shell = new Shell();
let telegram: TelegramStandIn;
let zalo: ZaloStandIn | undefined;
let environment: Record<string, string>;
/** Those that run, the one started last at the end. */
let services: ChildProcess[] = [];
let port: number;

beforeEach(async () => {
  telegram = await TelegramStandIn.start();
  port = await freePort();
  environment = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    WEB_PORT: String(port),
    CLOCK_START: '2026-11-20T20:00:00+07:00',
  };
});

afterEach(async () => {
  while (services.length > 0) await endService('SIGKILL');
  await telegram.stop();
  await zalo?.stop();
  zalo = undefined;
});

async function nhachan(...words: string[]): Promise<string> {
  const { code, out, err } = await shell.runHere(words, environment);
  if (code !== 0) throw new Error(err);
  return out;
}

/** Starts the service as an office does, and waits until it says that it is ready. */
async function startService(...words: string[]): Promise<ChildProcess> {
  const child = await shell.start(['start', ...words], environment);
  services.push(child);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('"ready"')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${log}`)));
  });
  child.removeAllListeners('exit');
  return child;
}

async function endService(signal: NodeJS.Signals, child = services.at(-1)): Promise<number | null> {
  services = services.filter((one) => one !== child);
  if (!child || child.exitCode !== null) return child?.exitCode ?? null;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = await exited;
  return code as number | null;
}

/** Roster and plan from the shell, the first invitation, then the service: as the README says. */
async function setUp(): Promise<void> {
  await nhachan('roster', EXAMPLE_ROSTER);
  await nhachan('import', EXAMPLE_PLAN);
}

async function invitation(name: string): Promise<string> {
  const { code } = JSON.parse(await nhachan('invite', name, '--json'));
  return code;
}

/** @param onElsewhere the database is lost, and another takes its place */
async function usesTheService(onElsewhere: () => Promise<void>): Promise<void> {
  await setUp();
  const code = await invitation('Đặng Văn Hưng');
  await startService();
  const hung = telegram.person('Hưng');
  hung.startBot(code);
  await hung.nextMessage(/Xin chào anh\/chị Đặng Văn Hưng/);
  hung.says('viec cua toi');
  await hung.nextMessage(/#14 /);
  const health = await fetch(`http://127.0.0.1:${port}/health`);
  expect(await health.json()).toMatchObject({ ok: true, wrong: [], telegram: { connected: true } });
  const { out } = await shell.runHere(['doctor'], environment);
  expect(out).toContain('✓ Health: the running service finds nothing wrong\n');
  const backup = join(shell.folder, `${randomUUID()}.gz`);
  expect(await nhachan('backup', backup)).toMatch(/: \d+ rows, \d+ kB\./);
  expect((await stat(backup)).mode & 0o777).toBe(0o600);

  // Killed without a word; what is said meanwhile waits at Telegram, what was stored waits in the database.
  await endService('SIGKILL');
  hung.says('xong 14 https://lamkieu.example.vn/14');
  await onElsewhere();
  expect(await nhachan('restore', backup)).toMatch(/^Restored into /);
  await startService();
  await hung.nextMessage(/Đã ghi nhận #14 hoàn thành[\s\S]*https:\/\/lamkieu\.example\.vn\/14/);
  expect(await endService('SIGTERM')).toBe(0);

  expect(JSON.parse(await nhachan('progress', '--json'))).toMatchObject({ done: 1, doneInTime: 1 });
  telegram.nothingElse();
}

test('the service on its own folder: set up from the shell, killed, started again, stopped', async () => {
  const { place, remove } = await embeddedDatabase();
  environment.DATA_DIR = place.folder;
  await usesTheService(async () => {
    await rename(join(place.folder, 'postgres'), join(place.folder, 'postgres.damaged'));
  });
  await remove();
});

describe.skipIf(inject('redisUrl') === null || inject('postgresUrl') === null)('with servers', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await serverDatabase();
    if (database.place.kind === 'server') environment.DATABASE_URL = database.place.url;
    environment.REDIS_URL = await emptyRedis();
  });
  afterEach(async () => {
    while (services.length > 0) await endService('SIGKILL');
    await database.remove();
  });

  test('the service on PostgreSQL and Redis', () =>
    usesTheService(async () => {
      await database.remove();
      database = await serverDatabase();
      if (database.place.kind === 'server') environment.DATABASE_URL = database.place.url;
    }));

  test('of two processes with one Zalo account one listens, and the other goes on when it dies', async () => {
    zalo = await ZaloStandIn.start();
    environment.ZALO_SESSION_FILE = join(inject('scratch'), 'zalo-session.json');
    environment.ZALO_GATEWAY_URL = zalo.url;
    await writeSession(environment.ZALO_SESSION_FILE, { ...zalo.session, since: 0 });
    await setUp();
    const code = await invitation('Đặng Văn Hưng');
    const first = await startService('--only', 'bot');
    await startService('--only', 'bot,worker');
    const hung = zalo.person('Hưng');
    hung.says(`/start ${code}`);
    await hung.nextMessage(/Xin chào anh\/chị Đặng Văn Hưng/);
    expect(zalo.listener.connections).toBe(1);

    await endService('SIGKILL', first);
    hung.says('xong 14 https://lamkieu.example.vn/14');
    // Its lease would hold for half a minute more.
    await onServer(environment.DATABASE_URL ?? '', `UPDATE "Lease" SET "endsAt" = now()`);
    await hung.nextMessage(/Đã ghi nhận #14 hoàn thành/);
    expect(zalo.listener.connections).toBe(2);
    zalo.nothingElse();
  });

  test('Telegram calls the webhook, and an update is confirmed once it is stored', async () => {
    await setUp();
    const code = await invitation('Đặng Văn Hưng');
    environment.TELEGRAM_WEBHOOK_URL = `http://127.0.0.1:${port}/telegram`;
    await startService();
    await telegram.called('setWebhook');
    const hung = telegram.person('Hưng');
    hung.startBot(code);
    await hung.nextMessage(/Xin chào anh\/chị Đặng Văn Hưng/);
    const forged = await fetch(environment.TELEGRAM_WEBHOOK_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'guess' },
      body: '{"update_id":1}',
    });
    expect(forged.status).toBe(401);
  });
});
