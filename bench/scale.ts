/**
 * `npm run bench:scale`: what planning costs, on a PostgreSQL of its own.
 *
 *   --offices 150,3321   --tasks 40   --history 10   --recurring 50   sizes; each list is run through
 *   --planners 1,2       processes that plan the morning together
 *   --before FOLDER      another state of the program, measured on the same offices in the same run
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../test/support/servers.ts';
import { census, type NationSize, settle, WAVE } from './scale/nation.ts';
import { type Planner, startPlanner } from './scale/planner.ts';

const { values } = parseArgs({
  options: {
    offices: { type: 'string', default: '150,3321' },
    tasks: { type: 'string', default: '40' },
    history: { type: 'string', default: '10' },
    recurring: { type: 'string', default: '50' },
    planners: { type: 'string', default: '1,2' },
    before: { type: 'string' },
  },
});

/** Before the day begins, as it begins, and twice when there is nothing to do. */
const MOMENTS = [
  ['early', '06:30'],
  ['morning', '07:45'],
  ['quiet', '07:46'],
  ['quiet', '07:47'],
] as const;

const numbers = (list: string) => list.split(',').map(Number);
const say = (line = '') => process.stdout.write(`${line}\n`);

const server = await startPostgres();
if (server === null) throw new Error('bench:scale needs PostgreSQL: apt-get install postgresql');
try {
  await untilStarted(server.url);
  for (const offices of numbers(values.offices))
    for (const tasks of numbers(values.tasks))
      for (const history of numbers(values.history))
        for (const recurring of numbers(values.recurring)) {
          const size = { offices, tasks, history, recurring };
          if (values.before) await measure(size, 1, values.before);
          for (const planners of numbers(values.planners)) await measure(size, planners);
        }
} finally {
  await server.stop();
}

async function measure(size: NationSize, planners: number, sources?: string): Promise<void> {
  const { url, drop } = await newDatabase();
  const client = new pg.Client({ connectionString: url });
  const all: Planner[] = [];
  try {
    // The first one brings the database up to date.
    for (let i = 0; i < planners; i++) all.push(await startPlanner(url, sources));
    await client.connect();
    await settle(client, size);
    const { offices, tasks, dates } = await census(client);
    say(
      `${sources ? 'before: ' : ''}${offices} offices, ${tasks} tasks, ${dates} dates, ${planners} planner(s)`,
    );
    const show = async (name: string, time: string) => {
      const start = performance.now();
      const busyFrom = await databaseBusyMs(client);
      const took = await Promise.all(all.map((one) => one.planAt(`${WAVE}T${time}+07:00`)));
      const ms = performance.now() - start;
      const busy = (await databaseBusyMs(client)) - busyFrom;
      const sum = (part: 'statements' | 'woken' | 'cpuMs') => took.reduce((n, one) => n + one[part], 0);
      say(
        `  ${name.padEnd(8)} ${ms.toFixed(0).padStart(8)} ms ${(ms / offices).toFixed(2).padStart(8)} ms an office` +
          ` (CPU ${(sum('cpuMs') / 1000).toFixed(1)} s, database ${(busy / 1000).toFixed(1)} s)` +
          ` ${(sum('statements') / offices).toFixed(1).padStart(7)} statements an office` +
          ` ${String(sum('woken')).padStart(7)} chats ${Math.max(...took.map((one) => one.peakMegabytes))
            .toFixed(0)
            .padStart(5)} MB`,
      );
    };
    for (const [name, time] of MOMENTS) await show(name, time);
    // As a new release does; the program compared with looks at all of them every minute.
    if (!sources) {
      await client.query('SELECT touch_office(id, true) FROM "Organization"');
      await show('release', '07:48');
    }
    const { rows } = await client.query<{ told: string }>(
      `SELECT concat((SELECT count(*) FROM "Notice" WHERE state = 'pending'), ' notices, ',
         (SELECT count(*) FROM "Reminder" WHERE stage <> 'T-30'), ' reminders, ',
         (SELECT md5(string_agg(line, ',' ORDER BY line)) FROM (SELECT concat_ws(' ', n.key, r.recipient, r.stage, o."taskId", o.key) AS line
           FROM "Reminder" r JOIN "Notice" n ON n.id = r."noticeId" JOIN "Occurrence" o ON o.id = r."occurrenceId"
           WHERE r.stage <> 'T-30') AS lines)) AS told`,
    );
    say(`  told: ${rows[0]?.told}\n`);
  } finally {
    await Promise.all(all.map((one) => one.stop()));
    await client.end();
    await drop();
  }
}

async function newDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  if (server === null) throw new Error('No PostgreSQL');
  const name = `scale_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await admin(`CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** What the processes of this database's connections have taken of the processor, by the kernel's hundredths of a second. */
async function databaseBusyMs(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
  );
  const busy = rows.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return 10 * (Number(fields[11]) + Number(fields[12]));
  });
  return busy.reduce((sum, ms) => sum + ms, 0);
}

/** It answers, while it is starting still, that it is. */
async function untilStarted(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  const isStarted = await client.connect().then(
    () => true,
    (error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === '57P03') return false;
      throw error;
    },
  );
  if (isStarted) return client.end();
  await sleep(100);
  return untilStarted(url);
}
