import type { Unit } from '../domain/member.ts';
import type { Task } from '../domain/task.ts';
import { correctTask, type TaskCorrection } from './correct-task.ts';
import { unitsGiven } from './plan-corrections.ts';
import type { Store } from './ports/store.ts';

export type AssignOutcome =
  | { kind: 'done'; task: Task }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-task' }
  | { kind: 'unknown-units'; words: string[]; units: Unit[] };

/** A clerk gives a task to units. The plan's own words come back when a newer plan words them otherwise. */
export async function assignTask(
  store: Store,
  request: TaskCorrection,
  words: { leads: string; supports: string | null },
): Promise<AssignOutcome> {
  const units = await store.offices.units(request.member.organizationId);
  const given = unitsGiven(words.leads, words.supports, units);
  const outcome = await correctTask(store, request, 'assign-task', async (task) => {
    if (given.kind === 'unknown-units') return null;
    const supports = given.supports ?? task.supports;
    await store.plans.assign(task.id, given.leads, supports);
    return {
      before: { leads: task.leads, supports: task.supports },
      after: { leads: given.leads, supports },
    };
  });
  if (outcome.kind !== 'nothing-done') return outcome;
  return { kind: 'unknown-units', words: given.kind === 'unknown-units' ? given.words : [], units };
}
