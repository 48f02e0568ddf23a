/** A Redis that answers and takes nothing: people are answered and reminded all the same, from the database. */
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openQueue } from '../../src/queue/bullmq-queue.ts';
import { checkQueue } from '../../src/shell/doctor/queue.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { eventually } from '../support/patience.ts';
import { ownRedis, type Server } from '../support/servers.ts';
import { TestOffice } from '../support/test-office.ts';

interface State {
  name: string;
  says: RegExp;
  begin(redis: Redis): Promise<unknown>;
  end(redis: Redis): Promise<unknown>;
}

const STATES: State[] = [
  {
    name: 'full',
    says: /OOM/,
    async begin(redis) {
      await redis.set('somebody-else', 'x'.repeat(2_000_000));
      await redis.config('SET', 'maxmemory', '1mb');
    },
    end: (redis) => redis.config('SET', 'maxmemory', '0'),
  },
  {
    name: 'a copy that may only be read',
    says: /READONLY/,
    begin: (redis) => redis.replicaof('127.0.0.1', '9'),
    end: (redis) => redis.replicaof('NO', 'ONE'),
  },
  {
    name: 'set up to take nothing without a copy',
    says: /NOREPLICAS/,
    begin: (redis) => redis.config('SET', 'min-replicas-to-write', '1'),
    end: (redis) => redis.config('SET', 'min-replicas-to-write', '0'),
  },
];

describe.skipIf(inject('redisUrl') === null)('Redis is', () => {
  let server: Server;
  let redis: Redis;
  let office: TestOffice | undefined;

  beforeAll(async () => {
    server = await ownRedis();
    redis = new Redis(server.url);
  });
  afterEach(async () => {
    for (const { end } of STATES) await end(redis);
    await office?.close();
    office = undefined;
    await redis.flushall();
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  test.each(STATES)('$name: a question is answered, a reminder goes out, and it is said', async (state) => {
    office = await TestOffice.open('2026-11-20 14:00', { redisUrl: server.url });
    await office.hires(LAM_SON);
    await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
    await office.join('Lan');
    const lan = await office.person('Lan');
    await lan.says('/viec');
    lan.receives(/#1/);
    expect(await office.health()).toMatchObject({ ok: true, wrong: [] });

    await state.begin(redis);
    await lan.says('#1');
    lan.receives(/Rà soát hộ nghèo/);
    await office.at('2026-11-23 07:45');
    lan.receives(/#1.*hôm nay/);
    expect(await office.health()).toMatchObject({
      ok: false,
      wrong: [{ kind: 'redis', says: expect.stringMatching(state.says) }],
    });
    const findings: string[] = [];
    for await (const { mark, text } of checkQueue(readConfig({ REDIS_URL: server.url }))) {
      findings.push(`${mark} ${text}`);
    }
    expect(findings).toContainEqual(
      expect.stringMatching(new RegExp(`^✗ Queue: .*takes no jobs: ${state.says.source}`)),
    );

    await state.end(redis);
    const { health } = office;
    await eventually(async () => expect(await health.call(office)).toMatchObject({ ok: true, wrong: [] }));
    await lan.says('xong 1');
    lan.receives(/#1 hoàn thành/);
    office.nothingElse();
  });

  test.each(STATES)('$name: it is not asked again at full speed', async ({ begin }) => {
    let lines = 0;
    const queue = await openQueue(
      { kind: 'redis', url: server.url },
      pino({ level: 'warn' }, { write: () => lines++ }),
    );
    const woken: number[] = [];
    const looked: string[] = [];
    queue.work(
      { inbox: async () => {}, outbox: async ({ chatId }) => void woken.push(chatId) },
      async () => void looked.push('looked'),
    );
    await queue.wake({ name: 'outbox', chatId: 1 });
    await eventually(() => expect(woken).toEqual([1]));
    await begin(redis);
    await queue.wake({ name: 'outbox', chatId: 2 });
    await eventually(() => expect(woken).toEqual([1, 2]));
    // What another process could not wake it for.
    await eventually(() => expect(looked.length).toBeGreaterThan(1));
    expect(lines).toBeLessThan(50);
    await queue.close();
  });
});
