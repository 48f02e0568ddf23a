import type { Unit } from '../domain/member.ts';
import { occurrenceByReports } from '../domain/report.ts';
import { type Task, unitsOwing } from '../domain/task.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { unitsGiven } from './plan-corrections.ts';
import type { Store } from './ports/store.ts';
import { reportsOn } from './report-states.ts';

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
    await store.plans.assign(task.id, given.leads, supports);
    await completeWhatNobodyOwes(store, { ...task, leads: given.leads });
    return {
      before: { leads: task.leads, supports: task.supports },
      after: { leads: given.leads, supports },
    };
  });
  if (outcome.kind !== 'nothing-done') return outcome;
  return { kind: 'unknown-units', words: given.kind === 'unknown-units' ? given.words : [], units };
}

/** A date on which only units had still to report that no longer lead the task is reported by all who owe it. */
async function completeWhatNobodyOwes(store: Store, task: Task): Promise<void> {
  for (const occurrence of task.occurrences) {
    const isOwed = unitsOwing(task, occurrence).length > 0;
    if (occurrence.state !== 'open' || occurrence.reportedBy.length === 0 || isOwed) continue;
    const now = occurrenceByReports(task, await reportsOn(store, task, occurrence.id));
    await store.reports.settle(occurrence.id, now);
  }
}
