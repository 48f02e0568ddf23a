import { officeDayAt } from '../../domain/day.ts';
import { may } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Store } from '../ports/store.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { layOutAnew } from './lay-out-occurrences.ts';

/** A clerk takes a task out: nobody is reminded of it, it counts nowhere, and a newer plan does not bring it back. */
export function leaveOutTask(store: Store, request: TaskCorrection): Promise<CorrectionOutcome> {
  return correctTask(store, request, 'leave-out-task', async (task) => {
    await store.plans.leaveOut(task.id);
    return { before: { leftOut: false }, after: { leftOut: true } };
  });
}

/** The task that was taken out is followed again, with its reports. */
export async function takeBackTask(
  store: Store,
  request: TaskCorrection,
  rules: OfficeRules,
): Promise<CorrectionOutcome | { kind: 'not-left-out' }> {
  const { member, number } = request;
  if (!may(member, 'correct-plan')) return { kind: 'not-allowed' };
  await store.offices.lock(member.organizationId);
  const task = (await store.plans.leftOut(member.organizationId)).find((one) => one.number === number);
  if (!task) return { kind: 'not-left-out' };
  const before = await store.plans.standingOf(task.id);
  await store.plans.takeBack(task.id);
  const follow = async (back: Task) => {
    // The plan may have moved it meanwhile, and what was never followed has no dates yet.
    const board = await store.plans.board(member.organizationId);
    const steps = board.filter(({ partOf }) => partOf === number);
    for (const one of [back, ...steps]) await layOutAnew(store, one, officeDayAt(request.at), rules);
    return { before: { leftOut: true }, after: { leftOut: false } };
  };
  return correctTask(store, request, 'take-back-task', follow, { former: before });
}
