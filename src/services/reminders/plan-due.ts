import { keepAppointments } from './keep-appointments.ts';
import { noteFeedback } from './note-feedback.ts';
import { noteSilent } from './note-silent.ts';
import { noteUnreached } from './note-unreached.ts';
import { type Planner, type PlannerDeps, planOffice } from './plan-office.ts';
import { planReminders } from './plan-reminders.ts';
import { planSummaries } from './plan-summaries.ts';

/** All that an office is told of its own accord. */
const WHOLE: Planner = {
  atAnyHour: [keepAppointments],
  atWork: [planReminders, planSummaries, noteUnreached, noteSilent, noteFeedback],
};

/** While one office waits for the database, the next is reckoned. */
const AT_A_TIME = 3;

/**
 * Plans the offices whose moment has come, and wakes the senders.
 *
 * Run as often as you like, by as many processes as you like: they share what there is. A run that was missed is made up
 * for by the next one, as long as the office is at work.
 * @throws {AggregateError} names the offices that could not be planned; the others have been.
 */
export async function planDue(deps: PlannerDeps, planner = WHOLE): Promise<void> {
  const due = await deps.storage.planning.due(deps.clock.now());
  const failures: Error[] = [];
  const fail = (office: string, cause: unknown) =>
    failures.push(new Error(`${office}: ${String(cause)}`, { cause }));
  const planNext = async (): Promise<void> => {
    for (let id = due.pop(); id !== undefined; id = due.pop()) {
      const planned = await planOffice(deps, id, planner).catch((error: unknown) => {
        fail(`office ${id}`, error);
        return null;
      });
      for (const cause of planned?.failures ?? []) fail(planned?.name ?? '', cause);
      await Promise.all((planned?.chats ?? []).map((chatId) => deps.queue.wake({ name: 'outbox', chatId })));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, planNext));
  if (failures.length > 0) {
    throw new AggregateError(failures, `Not planned: ${failures.map(({ message }) => message).join('; ')}`);
  }
}
