import type { Member } from '../domain/member.ts';
import { may } from '../domain/permissions.ts';
import type { Task } from '../domain/task.ts';
import type { TaskChange } from './ports/changes.ts';
import type { TaskStanding } from './ports/plans.ts';
import type { Store } from './ports/store.ts';

export interface TaskCorrection {
  member: Member;
  number: number;
  updateId: number;
  at: Date;
}

/** What was corrected, for the audit log. */
interface Corrected {
  before: unknown;
  after: unknown;
  /** Where it turns out to be another correction than was asked for. */
  action?: TaskChange['kind'];
}

export type CorrectionOutcome =
  /** With what it has become. */
  | { kind: 'done'; task: Task }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-task' }
  | { kind: 'nothing-done' };

/**
 * What every change of a task by a clerk has in common: who may, the lock, the audit log, and what it takes to undo it.
 * @param former how the task stood, where something has been done to it already
 */
export async function correctTask(
  store: Store,
  { member, number, updateId, at }: TaskCorrection,
  action: TaskChange['kind'],
  change: (task: Task) => Promise<Corrected | null>,
  former?: TaskStanding,
): Promise<CorrectionOutcome> {
  if (!may(member, 'correct-plan')) return { kind: 'not-allowed' };
  await store.offices.lock(member.organizationId);
  const task = await taskNumbered(store, member, number);
  if (task === null) return { kind: 'no-such-task' };
  const before = former ?? (await store.plans.standingOf(task.id));
  const changed = await change(task);
  if (changed === null) return { kind: 'nothing-done' };
  const after = await store.plans.standingOf(task.id);
  const author = { organizationId: member.organizationId, at, memberId: member.id, updateId };
  const { action: kind = action, ...said } = changed;
  await store.changes.add({ ...author, made: { kind, number, taskId: task.id, before, after } });
  await store.audit.add({
    ...author,
    action: kind,
    subject: `task:${task.id}`,
    ...said,
  });
  return { kind: 'done', task: (await taskNumbered(store, member, number)) ?? task };
}

async function taskNumbered(store: Store, { organizationId }: Member, number: number): Promise<Task | null> {
  return (await store.plans.board(organizationId)).find((task) => task.number === number) ?? null;
}
