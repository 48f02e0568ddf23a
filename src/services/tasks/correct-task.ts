import type { Member } from '../../domain/member.ts';
import { type Act, may, relationToTask } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { TaskChange } from '../ports/changes.ts';
import type { TaskStanding } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';

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
 * What every change of a task has in common: who may, the lock, the audit log, and what it takes to undo it.
 * @param former how the task stood, where something has been done to it already
 * @param act what it takes; a clerk's alone, unless it is said
 */
export async function correctTask(
  store: Store,
  { member, number, updateId, at }: TaskCorrection,
  action: TaskChange['kind'],
  change: (task: Task) => Promise<Corrected | null>,
  { former, act = 'correct-plan' }: { former?: TaskStanding; act?: Act } = {},
): Promise<CorrectionOutcome> {
  if (!may(member, act) && !may(member, act, 'leads')) return { kind: 'not-allowed' };
  await store.offices.lock(member.organizationId);
  const board = await store.plans.board(member.organizationId);
  const task = board.find((one) => one.number === number);
  if (!task) return { kind: 'no-such-task' };
  if (!may(member, act, relationToTask(member, task))) return { kind: 'not-allowed' };
  const before = former ?? (await store.plans.standingOf(task.id));
  const changed = await change(task);
  if (changed === null) return { kind: 'nothing-done' };
  const after = await store.plans.standingOf(task.id);
  const author = { organizationId: member.organizationId, at, memberId: member.id, updateId };
  const { action: kind = action, ...said } = changed;
  const steps = board.filter(({ partOf }) => partOf === number).map(({ id }) => id);
  await recordChange(
    store,
    author,
    { kind, number, taskId: task.id, steps, before, after },
    { subject: `task:${task.id}`, ...said },
  );
  const now = await store.plans.taskOnBoard(member.organizationId, { number });
  return { kind: 'done', task: now ?? task };
}
