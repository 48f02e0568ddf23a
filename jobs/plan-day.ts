import { noteFeedback } from '../src/services/reminders/note-feedback.ts';
import { noteSilent } from '../src/services/reminders/note-silent.ts';
import { noteUnreached } from '../src/services/reminders/note-unreached.ts';
import { type PlannerDeps, planReminders } from '../src/services/reminders/plan-reminders.ts';
import { planSummaries } from '../src/services/reminders/plan-summaries.ts';
import { keepAppointments } from '../src/services/reminders/put-off.ts';

/**
 * By the clock: what the office is to be told of its own accord. What cannot be planned costs no note.
 * @throws {AggregateError} of what failed, once all have had their turn.
 */
export async function planDay(deps: PlannerDeps): Promise<void> {
  const failures: unknown[] = [];
  const steps = [planReminders, keepAppointments, planSummaries, noteUnreached, noteSilent, noteFeedback];
  for (const step of steps) {
    await step(deps).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
}
