/**
 * Whatever people of an office do, in random order: a planner that looks when the office's moment has come leaves nothing
 * for one that looks every minute.
 *
 * PLANNED_RUNS=300 searches longer, and elsewhere each time; otherwise the sequences are always the same.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepAppointments } from '../../src/services/reminders/keep-appointments.ts';
import { noteFeedback } from '../../src/services/reminders/note-feedback.ts';
import { noteSilent } from '../../src/services/reminders/note-silent.ts';
import { noteUnreached } from '../../src/services/reminders/note-unreached.ts';
import { planReminders } from '../../src/services/reminders/plan-reminders.ts';
import { planSummaries } from '../../src/services/reminders/plan-summaries.ts';
import { onOneDatabase } from '../support/databases.ts';
import { days, type Step } from '../support/random-deeds.ts';
import { RehearsedOffice } from '../support/rehearsed-office.ts';
import { runsBy } from '../support/runs.ts';

const RUNS = runsBy('PLANNED_RUNS', { numRuns: 6, seed: 20261130 });

const WHOLE = {
  atAnyHour: [keepAppointments],
  atWork: [planReminders, planSummaries, noteUnreached, noteSilent, noteFeedback],
};

/** @param done the messages so far that did something, and were not undone */
async function takes(office: RehearsedOffice, step: Step, done: number[]): Promise<void> {
  if (step.does === 'morning' || step.does === 'delivery') return office.passes(step);
  if (step.does === 'undo') {
    const [message] = done.splice(-1 - step.back, 1);
    if (message !== undefined) await office.undoes(message);
    return;
  }
  const message = await office.does(step);
  if (message !== null) done.push(message);
}

onOneDatabase((database) => {
  test('nothing is left for one who looks every minute', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(days, async (steps) => {
        const office = await RehearsedOffice.open(database.opened.storage);
        const done: number[] = [];
        for (const step of steps) {
          await takes(office, step, done);
          told += (await office.plans(WHOLE)).length;
          await office.comesDue();
          expect(await office.plans(WHOLE), `after ${JSON.stringify(step)}`).toEqual([]);
        }
      }),
      { ...RUNS, endOnFailure: true },
    );
    // Much of it is told only because something has changed.
    expect(told).toBeGreaterThan(20);
  });
});
