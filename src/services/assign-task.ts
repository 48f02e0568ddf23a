import type { Unit } from '../domain/member.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { handOver } from './hand-over.ts';
import { unitsGiven } from './plan-corrections.ts';
import type { Store } from './ports/store.ts';

export type AssignOutcome =
  | Exclude<CorrectionOutcome, { kind: 'nothing-done' }>
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
    const { leads } = given;
    await handOver(store, task.id, () => store.plans.assign(task.id, leads, supports));
    return {
      before: { leads: task.leads, supports: task.supports },
      after: { leads, supports },
    };
  });
  if (outcome.kind !== 'nothing-done') return outcome;
  return { kind: 'unknown-units', words: given.kind === 'unknown-units' ? given.words : [], units };
}
