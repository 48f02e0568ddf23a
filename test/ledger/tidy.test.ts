/** Nobody else tidies the embedded database: it is done at night, or when there is nothing to do, and keeps nobody waiting. */
import { expect, test } from 'vitest';
import { tidyJob } from '../../jobs/tidy.ts';
import { onOneDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

onOneDatabase((database) => {
  /** @returns the moments at which it was done */
  async function runsAt(office: LedgerOffice, moments: string[]): Promise<string[]> {
    let done = 0;
    const job = tidyJob({
      ...office.deps,
      tidy: async (isQuiet) => {
        if (!(await isQuiet())) return false;
        done += 1;
        return true;
      },
    });
    const ran: string[] = [];
    for (const moment of moments) {
      const before = done;
      office.at(moment);
      await job();
      if (done > before) ran.push(moment);
    }
    return ran;
  }

  test('each night; where the machine sleeps at night, in the first hour of the day', async () => {
    const office = new LedgerOffice(database.opened);
    const nights = ['2025-11-24 14:40', '2025-11-24 15:40', '2025-11-25 02:40', '2025-11-25 14:40'];
    expect(await runsAt(office, nights)).toEqual(['2025-11-24 14:40', '2025-11-25 02:40']);
    const days = ['2025-11-24 07:40', '2025-11-24 16:40', '2025-11-25 07:41', '2025-11-25 08:40'];
    expect(await runsAt(office, days)).toEqual(['2025-11-24 07:40', '2025-11-25 07:41']);
    expect(await runsAt(office, ['2046-11-24 14:40', '2025-11-24 14:40'])).toHaveLength(2);
  });

  test('not while somebody waits for a message', async () => {
    const office = new LedgerOffice(database.opened);
    await office.opens([]);
    await office.owes(await office.chatWith('Lan'), 'Chào');
    expect(await runsAt(office, ['2025-11-25 02:40'])).toEqual([]);
    await office.deliverOwed();
    expect(await runsAt(office, ['2025-11-25 02:40'])).toEqual(['2025-11-25 02:40']);
  });

  test('what is gone makes room for what comes, and statements go on as before', async () => {
    const office = new LedgerOffice(database.opened);
    const { tidy, storage } = database.opened;
    const quiet = async () => true;
    const size = async () => {
      const [row] = await database.sql<{ size: number }>(`SELECT pg_relation_size('"Update"')::int AS size`);
      return row?.size ?? 0;
    };
    const write = () =>
      database.sql(`INSERT INTO "Update" (platform, "externalId", lane, payload, "receivedAt")
        SELECT 'console', 'u' || n, 'lane', '{}', now() FROM generate_series(1, 2000) AS n`);
    await write();
    const [full, empty] = [await size(), await database.sql('DELETE FROM "Update"')];
    expect(empty).toEqual([]);
    await tidy?.(quiet);
    await write();
    expect(await size()).toBeLessThanOrEqual(full);
    // All at once: whoever asks meanwhile gets an answer, too.
    await Promise.all([tidy?.(quiet), office.opens([]), storage.offices.all()]);
    expect(await storage.offices.all()).toHaveLength(1);
    // Somebody waits: it goes no further.
    expect(await tidy?.(async () => false)).toBe(false);
    const [known] = await database.sql<{ rows: number }>(
      `SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'Update'`,
    );
    expect(known?.rows).toBe(2000);
  });
});
