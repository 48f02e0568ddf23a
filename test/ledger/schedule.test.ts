/** What runs by the clock, in an office whose minutes are seconds. */
import { expect, test } from 'vitest';
import { schedule } from '../../jobs/schedule.ts';
import { onOneDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';
import { eventually } from '../support/patience.ts';

onOneDatabase((database) => {
  test('a new release looks at every office once the database is there, and not again', async () => {
    const { deps, storage } = new LedgerOffice(database.opened);
    const looks: string[] = [];
    let plans = 0;
    const planning = {
      ...storage.planning,
      async lookAtAll() {
        looks.push(looks.length < 2 ? 'away' : 'there');
        if (looks.at(-1) === 'away') throw new Error('the database is away');
      },
      async due() {
        plans += 1;
        return [];
      },
    };
    const purge = { step: async () => {} };
    const scheduled = schedule({ ...deps, storage: { ...storage, planning }, purge, tidy: null }, 60);
    await eventually(() => expect(looks).toContain('there'));
    const plansThen = plans;
    await eventually(() => expect(plans).toBeGreaterThan(plansThen + 1));
    await scheduled.stop();
    expect(looks).toEqual(['away', 'away', 'there']);
  });
});
