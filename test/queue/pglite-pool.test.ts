/** BullMQ and Prisma share the one session of the embedded database without getting into each other's transactions. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient } from 'bullmq';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue/bullmq-queue.ts';
import { pglitePool } from '../../src/queue/pglite-pool.ts';
import type { Store } from '../../src/services/ports/store.ts';
import { embeddedDatabase, suiteDatabase } from '../support/databases.ts';
import { eventually } from '../support/patience.ts';

const database = suiteDatabase(embeddedDatabase);

function pglite(): PGlite {
  if (database.opened.pglite === null) throw new Error('Not embedded');
  return database.opened.pglite;
}

async function connect(): Promise<{ pool: PgPool; client: PgPoolClient }> {
  const pool = await pglitePool(pglite());
  return { pool, client: await pool.connect() };
}

async function subjects(): Promise<string[]> {
  const rows = await database.sql<{ subject: string }>('SELECT subject FROM public."AuditEntry" ORDER BY id');
  return rows.map(({ subject }) => subject);
}

function note(subject: string): string {
  return `INSERT INTO public."AuditEntry" (at, action, subject) VALUES (now(), 'test', '${subject}')`;
}

test('a client in a transaction has the database alone until it commits', async () => {
  const { client } = await connect();
  await client.query('BEGIN');
  const audit = database.opened.storage.audit;
  const entry = { organizationId: null, at: new Date(), memberId: null, updateId: null, action: 'test' };
  const outside = audit.add({ ...entry, subject: 'outside' });
  await client.query(note('inside 1'));
  await nextTurn();
  await client.query(note('inside 2'));
  await client.query('COMMIT');
  await outside;
  expect(await subjects()).toEqual(['inside 1', 'inside 2', 'outside']);
  client.release();
});

test('a rollback takes everything back and lets the others in', async () => {
  const { client } = await connect();
  await client.query('BEGIN');
  await client.query(note('undone'));
  await client.query('ROLLBACK');
  await client.query(note('alone'));
  expect(await subjects()).toEqual(['alone']);
  client.release();
});

test('after a statement that fails, the rollback still works', async () => {
  const { client } = await connect();
  await client.query('BEGIN');
  await client.query(note('undone'));
  await expect(client.query('SELECT no_such_column')).rejects.toThrow(/no_such_column/);
  await client.query('ROLLBACK');
  expect(await subjects()).toEqual([]);
  client.release();
});

test('a commit that the database refuses is reported, as on a server', async () => {
  await pglite().exec(`CREATE TEMP TABLE pair (id int PRIMARY KEY,
    other int REFERENCES pair DEFERRABLE INITIALLY DEFERRED)`);
  const { client } = await connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO pair VALUES (1, 2)');
  await expect(client.query('COMMIT')).rejects.toThrow(/foreign key/);
  await client.query(note('alone'));
  expect(await subjects()).toEqual(['alone']);
  client.release();
});

test('a client that is given back amid its transaction gives the database back', async () => {
  const { client } = await connect();
  await client.query('BEGIN');
  await client.query(note('undone'));
  client.release();
  await database.sql(note('next'));
  expect(await subjects()).toEqual(['next']);
});

test('text without parameters may hold several statements, after any comments', async () => {
  const { pool } = await connect();
  const { rows } = await pool.query('-- first\n/* then */ SELECT 1 AS one; SELECT 2 AS two');
  expect(rows).toEqual([{ two: 2 }]);
  expect((await pool.query('SELECT $1::int AS three', [3])).rows).toEqual([{ three: 3 }]);
});

test('a listener hears what is notified, until it is given back', async () => {
  const { pool, client } = await connect();
  const heard: string[] = [];
  client.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
  await client.query('-- wait for jobs\nLISTEN "jobs"');
  await pool.query(`SELECT pg_notify('jobs', 'one')`);
  await eventually(() => expect(heard).toEqual(['jobs one']));
  client.release();
  await pool.query(`SELECT pg_notify('jobs', 'two')`);
  await pool.query('SELECT 1');
  expect(heard).toEqual(['jobs one']);
});

type Deed = { who: 'prisma' | 'client'; outcome: 'commit' | 'rollback' | 'fail' } | { who: 'job' };

test('whatever both do at once, each transaction happens whole or not at all, and each job is done once', async () => {
  const pool = await pglitePool(pglite());
  const queue = await openQueue({ kind: 'postgres', pool }, createLog('silent'));
  const done: number[] = [];
  queue.work({
    inbox: async () => {},
    outbox: async ({ chatId }) => {
      done.push(chatId);
      // A job works in the database too.
      await database.opened.storage.transaction((store) => noteTwice(store, `job ${chatId}`));
    },
  });

  const outcome = fc.constantFrom('commit', 'rollback', 'fail');
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({ who: fc.constantFrom('prisma', 'client'), outcome }),
    fc.record({ who: fc.constant('job') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 30 }), async (deeds) => {
      await database.empty();
      done.length = 0;
      await Promise.all(deeds.map((one, index) => perform(one, index, pool, queue)));
      await eventually(async () => expect(await queue.isIdle()).toBe(true));

      const expected = deeds.flatMap((one, index) => {
        if (one.who === 'job') return [`job ${index}`, `job ${index}`];
        return one.outcome === 'commit' ? [`${one.who} ${index}`, `${one.who} ${index}`] : [];
      });
      expect((await subjects()).toSorted()).toEqual(expected.toSorted());
      const jobs = deeds.flatMap(({ who }, index) => (who === 'job' ? [index] : []));
      expect(done.toSorted((a, b) => a - b)).toEqual(jobs);
    }),
    { numRuns: 15 },
  );
  await queue.close();
});

async function perform(deed: Deed, index: number, pool: PgPool, queue: { wake: Wake }): Promise<void> {
  if (deed.who === 'job') return queue.wake({ name: 'outbox', chatId: index });
  if (deed.who === 'prisma') {
    const work = async (store: Store) => {
      await noteTwice(store, `prisma ${index}`);
      if (deed.outcome !== 'commit') throw new Error('Undo');
    };
    return database.opened.storage.transaction(work).catch(() => {});
  }
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query(note(`client ${index}`));
  await nextTurn();
  await client.query(note(`client ${index}`));
  if (deed.outcome === 'fail') await client.query('SELECT 1 / 0').catch(() => {});
  await client.query(deed.outcome === 'commit' ? 'COMMIT' : 'ROLLBACK');
  client.release();
}

type Wake = Awaited<ReturnType<typeof openQueue>>['wake'];

async function noteTwice(store: Store, subject: string): Promise<void> {
  const entry = {
    organizationId: null,
    at: new Date(),
    memberId: null,
    updateId: null,
    action: 'test',
    subject,
  };
  await store.audit.add(entry);
  await nextTurn();
  await store.audit.add(entry);
}
