/** The embedded database reads a statement once; what comes back is what PGlite itself gives. */
import { PGlite, type QueryOptions } from '@electric-sql/pglite';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { embeddedDatabase } from '../support/databases.ts';
import { openedOnce } from '../support/open-database.ts';

let pglite: PGlite;

beforeAll(async () => {
  const { opened } = await openedOnce(embeddedDatabase);
  if (!opened.pglite) throw new Error('Not embedded');
  pglite = opened.pglite;
});
beforeEach(() => pglite.exec('CREATE TABLE paper (id serial PRIMARY KEY, title text UNIQUE, pages int)'));
afterEach(() => pglite.exec('DROP TABLE paper'));

/** PGlite's own way, which reads the statement each time. */
const anew = (text: string, values?: unknown[], options?: QueryOptions) =>
  PGlite.prototype.query.call(pglite, text, values, options);

test.each<[what: string, text: string, values: unknown[]]>([
  ['nothing at all', 'SELECT 1 AS one WHERE false', []],
  ['null', 'SELECT $1::text AS a, $2::int AS b', [null, undefined]],
  ['words and numbers', 'SELECT $1::text AS a, $2::int AS b, $3::float8 AS c', ['Đã xong “12”', 7, 0.5]],
  ['large numbers', 'SELECT $1::int8 AS a', [9_007_199_254_740_993n]],
  ['yes and no', 'SELECT $1::bool AS a, $2::bool AS b', [true, false]],
  ['instants', 'SELECT $1::timestamptz AS a, $2::date AS b', [new Date(1e12), '2026-11-20']],
  [
    'lists',
    'SELECT $1::text[] AS a, $2::int[] AS b',
    [
      ['một', 'hai, "ba"'],
      [1, 2],
    ],
  ],
  ['JSON', 'SELECT $1::jsonb AS a', [{ lines: [{ text: 'Chào' }] }]],
  ['bytes', 'SELECT $1::bytea AS a', [new Uint8Array([0, 1, 255])]],
  ['two columns of one name', 'SELECT 1 AS a, 2 AS a', []],
  ['rows written', 'INSERT INTO paper (title) SELECT unnest($1::text[]) RETURNING title', [['a', 'b']]],
  ['rows changed', 'UPDATE paper SET pages = $1', [3]],
])('%s', async (_, text, values) => {
  for (const options of [
    {},
    { rowMode: 'array' as const },
    { parsers: { 25: (word: string) => `<${word}>` } },
  ]) {
    const { rows, fields, affectedRows } = await anew(text, values, options);
    await pglite.exec('TRUNCATE paper');
    for (let time = 0; time < 7; time += 1) {
      expect(await pglite.query(text, values, options)).toEqual({ rows, fields, affectedRows });
      await pglite.exec('TRUNCATE paper');
    }
  }
});

test('a statement that fails is refused as ever, and works the next time', async () => {
  const insert = (title: string) => pglite.query('INSERT INTO paper (title) VALUES ($1)', [title]);
  await insert('kế hoạch');
  await expect(insert('kế hoạch')).rejects.toMatchObject({ code: '23505' });
  expect((await insert('báo cáo')).affectedRows).toBe(1);
  await expect(pglite.query('SELECT no_such_column FROM paper')).rejects.toMatchObject({ code: '42703' });
  expect((await pglite.query('SELECT title FROM paper')).rows).toHaveLength(2);
});

test('of a table that has changed it is read anew', async () => {
  const all = () => pglite.query<object>('SELECT * FROM paper');
  await pglite.query('INSERT INTO paper (title) VALUES ($1)', ['kế hoạch']);
  await all();
  await pglite.exec('ALTER TABLE paper ADD COLUMN signer text');
  await all().catch((error) => expect(error).toMatchObject({ code: '0A000' }));
  expect((await all()).rows).toEqual([expect.objectContaining({ title: 'kế hoạch', signer: null })]);
});

test('more statements than it keeps all work, and work again', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let number = 0; number < 600; number += 1) {
      const { rows } = await pglite.query<object>(`SELECT ${number} AS n, $1::int AS v`, [round]);
      expect(rows).toEqual([{ n: number, v: round }]);
    }
  }
  const kept = await pglite.query<{ count: number }>('SELECT count(*)::int FROM pg_prepared_statements');
  expect(kept.rows[0]?.count).toBeLessThanOrEqual(501);
});

describe('in a transaction', () => {
  const insert = 'INSERT INTO paper (title) VALUES ($1)';
  const count = async () =>
    (await pglite.query<{ n: number }>('SELECT count(*)::int AS n FROM paper')).rows[0]?.n;

  test('what is kept stays, and nobody else comes between', async () => {
    const inside = pglite.transaction(async (session) => {
      await session.query(insert, ['một']);
      await new Promise((resolve) => setImmediate(resolve));
      await session.query(insert, ['hai']);
    });
    expect(await count()).toBe(2);
    await inside;
  });

  test('what is taken back or has failed is gone, and the statements in it go on working', async () => {
    await pglite.transaction(async (session) => {
      await session.query(insert, ['một']);
      await session.rollback();
      await expect(session.query(insert, ['hai'])).rejects.toThrow('closed');
    });
    const failed = pglite.transaction(async (session) => {
      await session.query(insert, ['một']);
      await session.query(insert, ['một']);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await count()).toBe(0);
    await pglite.query(insert, ['một']);
    expect(await count()).toBe(1);
  });
});
