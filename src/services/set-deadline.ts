import { officeDayAt } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline/deadline.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import type { Member } from '../domain/member.ts';
import { maySetDeadlines } from '../domain/permissions.ts';
import type { Task } from '../domain/task.ts';
import { layOutAnew } from './lay-out-occurrences.ts';
import type { OfficeRules } from './office-rules.ts';
import type { Store } from './ports/store.ts';

export type SetDeadlineOutcome =
  | { kind: 'set'; task: Task }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-task' }
  /** The words give no date (they wait for an event, or are no deadline), or one that does not exist. */
  | { kind: 'not-understood'; deadline: Deadline };

export interface SetDeadlineRequest {
  member: Member;
  number: number;
  /** As a plan would write it: "15/12/2026", "trước ngày 20 hằng tháng". */
  words: string;
  updateId: number;
  at: Date;
}

/** A clerk gives a task its date: guidance has come, or the plan was read wrongly. Reports stay with their dates. */
export async function setDeadline(
  store: Store,
  { member, number, words, updateId, at }: SetDeadlineRequest,
  rules: OfficeRules,
): Promise<SetDeadlineOutcome> {
  if (!maySetDeadlines(member)) return { kind: 'not-allowed' };
  await store.offices.lock(member.organizationId);
  const task = await taskNumbered(store, member, number);
  if (!task) return { kind: 'no-such-task' };
  const today = officeDayAt(at);
  const deadline = parseDeadline(words, { year: Number(today.slice(0, 4)) });
  const parts = deadline.kind === 'multiple' ? deadline.parts : [deadline];
  const isUsable = parts.every((part) =>
    part.kind === 'date' ? part.lastDay !== null : ['period', 'recurring', 'continuous'].includes(part.kind),
  );
  if (!isUsable) {
    return { kind: 'not-understood', deadline };
  }
  await store.plans.setDeadline(task.id, deadline);
  await layOutAnew(store, { ...task, deadline }, today, rules);
  await store.audit.add({
    organizationId: member.organizationId,
    at,
    memberId: member.id,
    updateId,
    action: 'set-deadline',
    subject: `task:${task.id}`,
    before: task.deadline,
    after: deadline,
  });
  const changed = await taskNumbered(store, member, number);
  return changed ? { kind: 'set', task: changed } : { kind: 'no-such-task' };
}

async function taskNumbered(store: Store, { organizationId }: Member, number: number): Promise<Task | null> {
  return (await store.plans.board(organizationId)).find((task) => task.number === number) ?? null;
}
