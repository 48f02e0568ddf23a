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

/** So many offices are taken before it is asked again what others have left: in a morning all processes are at it. */
const AT_ONCE = 200;

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
  const failures: Error[] = [];
  const tried = new Set<number>();
  const fail = (office: string, cause: unknown) =>
    failures.push(new Error(`${office}: ${String(cause)}`, { cause }));
  const planNext = async (due: number[]): Promise<void> => {
    for (let id = due.pop(); id !== undefined; id = due.pop()) {
      const planned = await planOffice(deps, id, planner).catch((error: unknown) => {
        fail(`office ${id}`, error);
        return null;
      });
      for (const cause of planned?.failures ?? []) fail(planned?.name ?? '', cause);
      await Promise.all((planned?.chats ?? []).map((chatId) => deps.queue.wake({ name: 'outbox', chatId })));
    }
  };
  for (;;) {
    const due = (await deps.storage.planning.due(deps.clock.now())).filter((id) => !tried.has(id));
    if (due.length === 0) break;
    const taken = due.slice(0, AT_ONCE);
    for (const id of taken) tried.add(id);
    await Promise.all(Array.from({ length: AT_A_TIME }, () => planNext(taken)));
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `Not planned: ${failures.map(({ message }) => message).join('; ')}`);
  }
}
