/**
 * Random months of a small office, told to the real bot: every notice, every answer, the ledger and the statistics are what
 * somebody finds who keeps the same on paper.
 *
 * RANDOM_MONTHS=50 searches longer, and elsewhere each time; otherwise the months are always the same.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsBy } from '../support/runs.ts';
import { TestOffice } from '../support/test-office.ts';
import { isWorked, plusDays, written } from '../support/year/calendar.ts';
import { PlayedOffice } from '../support/year/played-office.ts';
import {
  actOf,
  DAYS,
  type Month,
  months,
  SMALL_JOINED,
  SMALL_OFFICE,
  SMALL_ROSTER,
} from '../support/year/random-month.ts';
import { Register } from '../support/year/register.ts';

const RUNS = runsBy('RANDOM_MONTHS', { numRuns: 2, seed: 20261130 });
/** A shorter month that fails as well takes minutes to find, and the message tells the day. */
const ENDS = { endOnFailure: true };

const CLERK = 'Tô Thị Hạnh';

async function plays({ start, plan, wishes }: Month): Promise<PlayedOffice> {
  const office = await TestOffice.open(`${start} 14:00`);
  await office.hires(SMALL_ROSTER);
  await office.join(...SMALL_JOINED);
  await office.importsPlan(plan);
  const played = new PlayedOffice(office, new Register(SMALL_OFFICE, SMALL_JOINED, plan, start), []);
  played.register.begins(start);
  let today = start;
  for (const [nth, wished] of wishes.entries()) {
    const day = plusDays(start, 1 + nth);
    if (!isWorked(day)) continue;
    today = day;
    await played.morning(today);
    await office.passes(`${today} 09:00`);
    for (const [minute, wish] of wished.entries()) {
      const act = actOf(wish, played.register, today);
      if (act === null) continue;
      await office.passes(`${today} 09:${10 + minute}`);
      await played.plays(act, today);
    }
  }
  await played.comparesLedger(today);
  const within = { from: start, to: plusDays(start, DAYS) };
  const words = `từ ${written(within.from, '')} đến ${written(within.to, '')}`;
  await played.comparesStatistics(CLERK, words, within, Number(within.to.slice(0, 4)), today);
  return played;
}

test('a month is what it is on paper', async () => {
  const counts = { notices: 0, acts: 0 };
  await fc.assert(
    fc.asyncProperty(months, async (month) => {
      const played = await plays(month);
      counts.notices += played.counts.notices;
      counts.acts += played.counts.acts;
      await played.office.close();
    }),
    { ...RUNS, ...ENDS },
  );
  expect(counts.notices, JSON.stringify(counts)).toBeGreaterThan(0);
  expect(counts.acts, JSON.stringify(counts)).toBeGreaterThan(0);
});
