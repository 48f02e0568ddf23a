import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Extension } from '../ports/extensions.ts';
import type { Store } from '../ports/store.ts';

export type WithdrawExtensionOutcome =
  | { kind: 'withdrawn'; task: Task; extension: Extension }
  | { kind: 'nothing-asked' | 'not-yours'; task: Task }
  | { kind: 'no-such-task' };

/** A request for more time that nobody has answered yet is taken back by the unit that made it. */
export async function withdrawExtension(
  store: Store,
  { member, number, updateId, at }: { member: Member; number: number; updateId: number; at: Date },
): Promise<WithdrawExtensionOutcome> {
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  if (!may(member, 'ask-extension', relationToTask(member, task))) return { kind: 'not-yours', task };
  const extension = await store.extensions.openOfTask(task.id, officeDayAt(at));
  if (!extension) return { kind: 'nothing-asked', task };
  await store.extensions.setState(extension.id, 'withdrawn');
  const author = { organizationId, memberId: member.id, updateId, at };
  const { id: extensionId, occurrenceId } = extension;
  await recordChange(
    store,
    author,
    { kind: 'withdraw-extension', number, taskId: task.id, extensionId },
    { subject: `task:${task.id} occurrence:${occurrenceId}`, after: { extension: extensionId } },
  );
  return { kind: 'withdrawn', task, extension };
}
