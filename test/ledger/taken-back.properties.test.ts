/**
 * Reports, withdrawals, answers to reports, new dates and assignments in random order, some of them undone: the office is
 * the one in which what was undone never happened.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import { embeddedDatabase } from '../support/databases.ts';
import { type Deed, RehearsedOffice } from '../support/rehearsed-office.ts';

const RUNS = 12;

const who = fc.constantFrom('Lan', 'Hưng', 'Việt', 'Thái', 'Hạnh');
const number = fc.integer({ min: 1, max: 4 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('report' as const), who, number }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('withdraw' as const), who, number }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('review' as const), who, number, accepts: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('set-date' as const),
      number,
      words: fc.constantFrom('30/11/2026', '20/12/2026', 'ngày 10 hằng tháng', 'thứ 6 hằng tuần'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('assign' as const),
      number,
      unit: fc.constantFrom('VHXH', 'KT'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave-out' as const), number }) },
  { weight: 1, arbitrary: fc.constant({ does: 'accept-first' as const }) },
  { weight: 2, arbitrary: fc.constant({ does: 'morning' as const }) },
  // Which of the deeds so far, counted from the last.
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('undo' as const), back: fc.integer({ min: 0, max: 3 }) }),
  },
);

/** What random deeds have found. */
const FOUND: [Deed[]][] = [
  [[{ does: 'accept-first' }, { does: 'report', who: 'Lan', number: 1 }, { does: 'undo', back: 1 }]],
];

describe('what was undone', () => {
  let opened: OpenStorage;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const database = await embeddedDatabase();
    remove = database.remove;
    opened = await openStorage(database.place);
  });
  afterAll(async () => {
    await opened.close();
    await remove();
  });

  test('has never happened', async () => {
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), async (deeds) => {
        const office = await RehearsedOffice.open(opened.storage);
        const did: { deed: Deed; updateId: number; isUndone: boolean }[] = [];
        for (const one of deeds) {
          if (one.does !== 'undo') {
            const updateId = await office.does(one);
            if (updateId !== null) did.push({ deed: one, updateId, isUndone: false });
            continue;
          }
          const meant = did.filter(({ deed: { does } }) => does !== 'morning').at(-1 - one.back);
          if (!meant || meant.isUndone) continue;
          meant.isUndone = await office.undoes(meant.updateId);
          if (meant.isUndone) undone += 1;
        }
        const other = await RehearsedOffice.open(opened.storage);
        for (const { deed: one } of did.filter(({ isUndone }) => !isUndone)) {
          expect(await other.does(one), `${JSON.stringify(one)} does there what it did here`).not.toBeNull();
        }
        expect(await office.state()).toEqual(await other.state());
        const [owed, owedThere] = [await office.owed(), await other.owed()];
        for (const reminder of owedThere) expect(owed).toContain(reminder);
      }),
      { numRuns: RUNS, examples: FOUND },
    );
    expect(undone, 'deeds that were undone').toBeGreaterThan(0);
  });
});
