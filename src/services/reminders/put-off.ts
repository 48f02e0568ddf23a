import { addDays, type Day, daysBetween, officeDayAt } from '../../domain/day.ts';
import { LONGEST_DAYS } from '../../domain/put-off.ts';
import { openOccurrences, type Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';
import { doerOf, type OwnRequest, ownTask, subjectOf } from './own-task.ts';

export type PutOffOutcome =
  /** `until`: the day on which reminders go on. `isCut`: earlier than asked for, because of the last day. */
  | { kind: 'put-off'; task: Task | null; until: Day; isCut: boolean }
  | { kind: 'overdue' | 'nothing-open' | 'not-yours'; task: Task }
  | { kind: 'no-such-task' };

/**
 * Reminders of a task, or of all, come later for one person: never later than on the last day, and what is overdue goes on
 * being told. The date stands.
 */
export async function putOff(store: Store, request: OwnRequest, until: Day): Promise<PutOffOutcome> {
  const { member, number, at } = request;
  await store.offices.lock(member.organizationId);
  const today = officeDayAt(at);
  const found = number === null ? null : await ownTask(store, member, number);
  if (found !== null && 'kind' in found) return found;
  const next = found === null ? undefined : nextDue(found);
  if (found !== null && next === undefined) return { kind: 'nothing-open', task: found };
  if (found !== null && next !== undefined && next <= today) return { kind: 'overdue', task: found };
  const latest = next ?? addDays(today, LONGEST_DAYS);
  const day = until < latest ? until : latest;
  const taskId = found?.id ?? null;
  // Said again, it counts as it was said last.
  const ended = (await store.ownReminders.snoozesOn(member.organizationId, today)).filter(
    (one) => one.memberId === member.id && one.taskId === taskId,
  );
  for (const { id } of ended) await store.ownReminders.endSnooze(id);
  const snoozeId = await store.ownReminders.snooze({ memberId: member.id, taskId, until: day }, at);
  const made = {
    kind: 'snooze',
    snoozeId,
    number,
    taskIds: [taskId],
    ended: ended.map(({ id }) => id),
  } as const;
  await recordChange(store, doerOf(request), made, {
    subject: subjectOf(member, found),
    after: { lastDay: day },
  });
  return { kind: 'put-off', task: found, until: day, isCut: day < until };
}

export type AppointOutcome =
  | { kind: 'appointed'; task: Task; dueAt: Date }
  | { kind: 'nothing-open' | 'not-yours'; task: Task }
  | { kind: 'no-such-task' };

/** A member wants to hear of a task at a moment. */
export async function appoint(
  store: Store,
  request: OwnRequest & { number: number },
  dueAt: Date,
): Promise<AppointOutcome> {
  const { member, number, at } = request;
  await store.offices.lock(member.organizationId);
  const task = await ownTask(store, member, number);
  if ('kind' in task) return task;
  if (openOccurrences(task).length === 0) return { kind: 'nothing-open', task };
  const appointmentId = await store.ownReminders.appoint({ memberId: member.id, taskId: task.id, dueAt }, at);
  const made = { kind: 'appoint', appointmentId, number } as const;
  await recordChange(store, doerOf(request), made, { subject: subjectOf(member, task), after: { dueAt } });
  return { kind: 'appointed', task, dueAt };
}

/** The oldest last day that is still owed. */
function nextDue(task: Task): Day | undefined {
  return openOccurrences(task)
    .filter(({ kind }) => kind === 'due')
    .map(({ lastDay }) => lastDay)
    .toSorted((one, other) => daysBetween(other, one))[0];
}
