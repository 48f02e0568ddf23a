import { completedAt } from '../domain/report.ts';
import { sameValue } from '../domain/same-value.ts';
import { leadUnitIds } from '../domain/task.ts';
import type { Store } from './ports/store.ts';
import { settleByReports } from './report-states.ts';

/**
 * A task gets other leads. What all who owed it have reported stays done; what only those had still to report who owe it
 * no more is done now.
 */
export async function handOver(store: Store, taskId: number, assign: () => Promise<void>): Promise<void> {
  const before = await store.plans.standingOf(taskId);
  await assign();
  const after = await store.plans.standingOf(taskId);
  if (sameValue(before.leads, after.leads)) return;
  const all = await store.reports.ofTask(taskId);
  for (const { id, formerLeads } of after.dates) {
    const reports = all.filter(({ occurrenceId }) => occurrenceId === id);
    const wasDone = completedAt({ leads: before.leads, formerLeads }, reports) !== null;
    const isDone = completedAt({ leads: after.leads, formerLeads }, reports) !== null;
    if (wasDone && !isDone) await store.plans.keepLeads(id, leadUnitIds(before));
  }
  await settleByReports(store, taskId);
}
