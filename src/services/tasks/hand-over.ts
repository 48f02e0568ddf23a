import { inCharge, recipientKey } from '../../domain/reminders-for-day.ts';
import { completedAt } from '../../domain/report.ts';
import { sameValue } from '../../domain/same-value.ts';
import { leadUnitIds } from '../../domain/task.ts';
import type { TaskStanding } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { settleByReports } from '../reports/report-states.ts';

/**
 * A task gets other leads. What all who owed it have reported stays done; what only those had still to report who owe it
 * no more is done now. Whoever is in charge no longer is not told what waited to be said.
 */
export async function handOver(
  store: Store,
  { id, organizationId }: { id: number; organizationId: number },
  assign: () => Promise<void>,
): Promise<void> {
  const before = await store.plans.standingOf(id);
  await assign();
  const after = await store.plans.standingOf(id);
  if (sameValue(before.leads, after.leads)) return;
  await dropReminders(store, organizationId, before, after);
  if (sameValue(leadUnitIds(before), leadUnitIds(after))) return;
  const all = await store.reports.ofTask(id);
  for (const { id: dateId, formerLeads } of after.dates) {
    const reports = all.filter(({ occurrenceId }) => occurrenceId === dateId);
    const wasDone = completedAt({ leads: before.leads, formerLeads }, reports) !== null;
    const isDone = completedAt({ leads: after.leads, formerLeads }, reports) !== null;
    if (wasDone && !isDone) await store.plans.keepLeads(dateId, leadUnitIds(before));
  }
  await settleByReports(store, id);
}

/** Of those who were in charge and are no longer. */
export async function dropReminders(
  store: Store,
  organizationId: number,
  before: TaskStanding,
  after: TaskStanding,
): Promise<void> {
  const members = await store.offices.members(organizationId);
  const staying = new Set(inCharge(after, members).map(recipientKey));
  const leaving = inCharge(before, members).filter((one) => !staying.has(recipientKey(one)));
  const emptied = await store.reminders.unplan(
    before.dates.map(({ id }) => id),
    leaving,
  );
  for (const key of emptied) await store.outbox.freeKeys(key);
}
