import { officeClockAt, officeDayAt } from '../../domain/day.ts';
import { isPutOff } from '../../domain/put-off.ts';
import type { Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Appointment } from '../ports/own-reminders.ts';
import type { Store } from '../ports/store.ts';
import { doerOf, type OwnRequest, ownTask, subjectOf } from './own-task.ts';

export type ResumeOutcome =
  | { kind: 'resumed'; task: Task | null }
  | { kind: 'not-put-off'; task: Task | null }
  | { kind: 'not-yours'; task: Task }
  | { kind: 'no-such-task' };

/** Reminders of a task, or of all, come as if the member had not put them off. */
export async function resume(store: Store, request: OwnRequest): Promise<ResumeOutcome> {
  const { member, number, at } = request;
  await store.offices.lock(member.organizationId);
  const today = officeDayAt(at);
  const found = number === null ? null : await ownTask(store, member, number);
  if (found !== null && 'kind' in found) return found;
  const theirs = (await store.ownReminders.snoozesOn(member.organizationId, today)).filter(
    ({ memberId }) => memberId === member.id,
  );
  const holding = theirs.filter(({ until }) => until > today);
  const who = { memberId: member.id, taskId: found?.id ?? 0 };
  if (found === null ? holding.length === 0 : !isPutOff(theirs, who, today)) {
    return { kind: 'not-put-off', task: found };
  }
  const ended = holding.filter(({ taskId }) => found === null || taskId === found.id);
  for (const { id } of ended) await store.ownReminders.endSnooze(id);
  // All of it stays put off, but for this.
  const isOfAll = found !== null && holding.some(({ taskId }) => taskId === null);
  const snoozeId = isOfAll
    ? await store.ownReminders.snooze({ memberId: member.id, taskId: found.id, until: today }, at)
    : null;
  const made = {
    kind: 'resume',
    number,
    snoozeId,
    taskIds: found === null ? ended.map(({ taskId }) => taskId) : [found.id, ...(isOfAll ? [null] : [])],
    ended: ended.map(({ id }) => id),
  } as const;
  await recordChange(store, doerOf(request), made, { subject: subjectOf(member, found) });
  return { kind: 'resumed', task: found };
}

/** An hour at which a member wanted to hear of a task. */
export interface Appointed {
  appointment: Appointment;
  task: Task;
}

export type CallOffOutcome =
  | { kind: 'called-off'; off: Appointed[] }
  /** More than one, and nothing said of which. */
  | { kind: 'which'; all: Appointed[] }
  | { kind: 'none' };

/** A member wants to hear nothing at the hours named, or of the tasks named; of what is said only the rest is left. */
export async function callOff(
  store: Store,
  request: Omit<OwnRequest, 'number'>,
  meant: { numbers: number[]; dueAt: Date | null },
): Promise<CallOffOutcome> {
  const { member } = request;
  await store.offices.lock(member.organizationId);
  const all = await appointmentsOf(store, member);
  const isMeant = ({ appointment, task }: Appointed) =>
    (meant.numbers.length === 0 || meant.numbers.includes(task.number)) &&
    (meant.dueAt === null || officeClockAt(meant.dueAt) === officeClockAt(appointment.dueAt));
  const off = all.filter(isMeant);
  if (off.length === 0) return { kind: 'none' };
  if (off.length > 1 && meant.numbers.length === 0 && meant.dueAt === null) return { kind: 'which', all };
  for (const { appointment, task } of off) {
    await store.ownReminders.endAppointment(appointment.id);
    const made = { kind: 'call-off', appointmentId: appointment.id, number: task.number } as const;
    await recordChange(store, doerOf(request), made, {
      subject: subjectOf(member, task),
      before: { dueAt: appointment.dueAt },
    });
  }
  return { kind: 'called-off', off };
}

/** The hours at which a member will hear of a task, the next first. */
export async function appointmentsOf(
  store: Store,
  { id, organizationId }: OwnRequest['member'],
): Promise<Appointed[]> {
  const board = await store.plans.board(organizationId);
  return (await store.ownReminders.appointmentsOf(id)).flatMap((appointment) => {
    const task = board.find((one) => one.id === appointment.taskId);
    return task ? [{ appointment, task }] : [];
  });
}
