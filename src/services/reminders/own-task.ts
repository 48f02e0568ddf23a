import type { Member } from '../../domain/member.ts';
import { isOnTask } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import type { Doer } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';

export interface OwnRequest {
  member: Member;
  /** Null: all tasks. */
  number: number | null;
  updateId: number;
  at: Date;
}

/** The task of which a member wants to be reminded otherwise. */
export async function ownTask(
  store: Store,
  member: Member,
  number: number,
): Promise<Task | { kind: 'no-such-task' } | { kind: 'not-yours'; task: Task }> {
  const task = await store.plans.taskOnBoard(member.organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  return isOnTask(member, task) || member.role !== 'officer' ? task : { kind: 'not-yours', task };
}

export function doerOf({ member, updateId, at }: Pick<OwnRequest, 'member' | 'updateId' | 'at'>): Doer {
  return { organizationId: member.organizationId, memberId: member.id, updateId, at };
}

export function subjectOf(member: Member, task: Task | null): string {
  return task === null ? `member:${member.id}` : `task:${task.id}`;
}
