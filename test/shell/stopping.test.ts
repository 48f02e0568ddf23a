/** The service is told to stop: it always does, within ten seconds, and leaves nothing half done that it can finish. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { Stopping } from '../../src/stopping.ts';
import { serverDatabase } from '../support/databases.ts';
import { Line } from '../support/ledger-proxy.ts';
import { Shell } from '../support/nhachan.ts';
import { eventually } from '../support/patience.ts';
import { emptyRedis } from '../support/redis.ts';
import { freePort } from '../support/servers.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';

const endings: (() => unknown)[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const end of endings.splice(0).reverse()) await end();
});

describe('what is stopped', () => {
  const parts: string[] = [];
  const stopping = () =>
    new Stopping(createLog('info', { write: (line) => parts.push(JSON.parse(line).part) }));
  const forever = () => new Promise<never>(() => {});

  test('is what was started, the last first, once', async () => {
    const ended: string[] = [];
    const one = stopping();
    for (const name of ['database', 'queue', 'web']) one.add(name, async () => ended.push(name));
    await one.stop();
    await one.stop();
    expect(ended).toEqual(['web', 'queue', 'database']);
  });

  test('is left behind where it hangs or fails, and what comes after has its turn', async () => {
    vi.useFakeTimers();
    parts.length = 0;
    let isClosed = false;
    const one = stopping();
    one.add('database', async () => {
      isClosed = true;
    });
    one.add('platform', forever);
    one.add('web', () => Promise.reject(new Error('gone')));
    const stopped = one.stop();
    await vi.advanceTimersByTimeAsync(3_000);
    await stopped;
    expect(isClosed).toBe(true);
    expect(parts).toEqual(['web', 'platform']);
  });

  test('takes less than ten seconds, however much of it hangs', async () => {
    vi.useFakeTimers();
    const one = stopping();
    for (let i = 0; i < 10; i++) one.add(`part ${i}`, forever);
    const stopped = one.stop();
    await vi.advanceTimersByTimeAsync(9_900);
    await stopped;
  });
});

describe('a service', () => {
  let log = '';

  async function started(settings: Record<string, string>): Promise<ChildProcess> {
    log = '';
    const child = await new Shell().start(['start'], settings);
    endings.push(() => child.kill('SIGKILL'));
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    await eventually(() => expect(log).toContain('"ready"'));
    return child;
  }

  async function told(child: ChildProcess): Promise<number> {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await exited;
    return code;
  }

  test('to which hundreds of callers hold half a request ends as if there were none', async () => {
    const port = await freePort();
    const child = await started({ WEB_PORT: String(port) });
    const halves = [
      '',
      'GET /health HT',
      'POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf',
    ];
    const callers: Socket[] = [];
    for (let i = 0; i < 300; i++) {
      const caller = connect(port, '127.0.0.1').on('error', () => {});
      callers.push(caller);
      await once(caller, 'connect');
      caller.write(halves[i % halves.length] ?? '');
    }
    endings.push(() => callers.map((caller) => caller.destroy()));
    expect(await told(child)).toBe(0);
    expect(log).not.toMatch(/left behind|ended badly/);
  });

  test.skipIf(inject('redisUrl') === null || inject('postgresUrl') === null)(
    'whose database, Redis and Telegram hang ends all the same, and says what it has left behind',
    async () => {
      const database = await serverDatabase();
      endings.push(() => database.remove());
      const telegram = await TelegramStandIn.start();
      endings.push(() => telegram.stop());
      const lines = await Promise.all(
        [database.place.url, await emptyRedis(), telegram.url].map((url) => Line.to(url)),
      );
      endings.push(() => Promise.all(lines.map((line) => line.close())));
      const [DATABASE_URL = '', REDIS_URL = '', TELEGRAM_API_ROOT = ''] = lines.map(({ url }) => url);
      const child = await started({
        DATABASE_URL,
        REDIS_URL,
        TELEGRAM_API_ROOT,
        TELEGRAM_BOT_TOKEN: telegram.token,
        WEB_PORT: String(await freePort()),
      });
      for (const line of lines) line.silence();
      expect(await told(child)).toBe(0);
      expect(log).toMatch(/"stop: a part does not end and is left behind"/);
    },
  );
});
