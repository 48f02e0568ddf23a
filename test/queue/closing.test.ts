/** Closed means closed: a process that has closed its queue and its ledger has nothing left that keeps it alive. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { DATABASES, embeddedDatabase, serverDatabase } from '../support/databases.ts';
import type { ClosingOptions } from '../support/ledger-closing.ts';
import { HANG_MS } from '../support/patience.ts';
import { emptyRedis } from '../support/redis.ts';

const postgresIsHere = DATABASES.some(({ name, isHere }) => name === 'PostgreSQL' && isHere);

test.each(
  [
    { where: 'the embedded database', isHere: true, database: embeddedDatabase, redis: false },
    { where: 'PostgreSQL', isHere: postgresIsHere, database: serverDatabase, redis: false },
    { where: 'Redis', isHere: inject('redisUrl') !== null, database: embeddedDatabase, redis: true },
  ].filter(({ isHere }) => isHere),
)('with the queue in $where, a process ends by itself', async ({ database, redis }) => {
  const { place, remove } = await database();
  const options: ClosingOptions = { place, redisUrl: redis ? await emptyRedis() : null };
  const args = [await compiled('test/support/ledger-closing.ts'), JSON.stringify(options)];
  // Killed, it fails the test: a process that is kept alive would run for ever.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { timeout: HANG_MS });
  expect(stdout).toBe('closed');
  expect(stderr).toBe('');
  await remove();
});
