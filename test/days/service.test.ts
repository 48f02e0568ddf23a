import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { serverDatabase, type TestDatabase } from '../support/databases.ts';
import { emptyRedis } from '../support/redis.ts';
import { freePort } from '../support/servers.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';

const run = promisify(execFile);
const CLI = ['--import', 'tsx', 'src/cli.ts'];

let telegram: TelegramStandIn;
let folder: string;
let environment: NodeJS.ProcessEnv;
let service: ChildProcess | undefined;
let port: number;

beforeEach(async () => {
  telegram = await TelegramStandIn.start();
  folder = await mkdtemp(join(tmpdir(), 'nhachan-service-'));
  port = await freePort();
  environment = {
    PATH: process.env.PATH,
    DATA_DIR: folder,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    WEB_PORT: String(port),
    CLOCK_START: '2026-11-20T20:00:00+07:00',
  };
});

afterEach(async () => {
  await endService('SIGKILL');
  await telegram.stop();
  await rm(folder, { recursive: true, force: true });
});

async function nhachan(...words: string[]): Promise<string> {
  return (await run(process.execPath, [...CLI, ...words], { env: environment })).stdout;
}

/** Starts the service as an office does, and waits until it says that it is ready. */
async function startService(): Promise<void> {
  const child = spawn(process.execPath, [...CLI, 'start'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  service = child;
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('"ready"')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${log}`)));
  });
  child.removeAllListeners('exit');
}

async function endService(signal: NodeJS.Signals): Promise<number | null> {
  const child = service;
  service = undefined;
  if (!child || child.exitCode !== null) return child?.exitCode ?? null;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = await exited;
  return code as number | null;
}

/** Roster and plan from the shell, the first invitation, then the service: as the README says. */
async function setUp(): Promise<void> {
  await nhachan('roster', 'examples/danh-sach-can-bo.xlsx');
  await nhachan('import', 'examples/ke-hoach-2026.docx');
}

async function invitation(name: string): Promise<string> {
  const { code } = JSON.parse(await nhachan('invite', name, '--json'));
  return code;
}

async function usesTheService(): Promise<void> {
  await setUp();
  const code = await invitation('Đặng Văn Hưng');
  await startService();
  const hung = telegram.person('Hưng');
  hung.startBot(code);
  await hung.nextMessage(/Xin chào anh\/chị Đặng Văn Hưng/);
  hung.says('viec cua toi');
  await hung.nextMessage(/#14 /);
  const health = await fetch(`http://127.0.0.1:${port}/health`);
  expect(await health.json()).toMatchObject({ ok: true, telegram: { connected: true } });

  // Killed without a word; what is said meanwhile waits at Telegram, what was stored waits in the database.
  await endService('SIGKILL');
  hung.says('xong 14 https://lamkieu.example.vn/14');
  await startService();
  await hung.nextMessage(/Đã ghi nhận #14 hoàn thành[\s\S]*https:\/\/lamkieu\.example\.vn\/14/);
  expect(await endService('SIGTERM')).toBe(0);

  expect(JSON.parse(await nhachan('progress', '--json'))).toMatchObject({ done: 1, doneInTime: 1 });
  telegram.nothingElse();
}

test('the service on its own folder: set up from the shell, killed, started again, stopped', usesTheService);

describe.skipIf(inject('redisUrl') === null || inject('postgresUrl') === null)('with servers', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await serverDatabase();
    if (database.place.kind === 'server') environment.DATABASE_URL = database.place.url;
    environment.REDIS_URL = await emptyRedis();
  });
  afterEach(async () => {
    await endService('SIGKILL');
    await database.remove();
  });

  test('the service on PostgreSQL and Redis', usesTheService);

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
