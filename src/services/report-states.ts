import type { Recipient } from '../domain/reminders-for-day.ts';
import { completedAt, occurrenceByReports, type ReportState } from '../domain/report.ts';
import type { Task } from '../domain/task.ts';
import type { ReportsChange } from './ports/changes.ts';
import type { ReportAnswer, ReportRecord } from './ports/reports.ts';
import type { Store } from './ports/store.ts';

export interface NewState {
  report: ReportRecord;
  state: ReportState;
  /** Who has accepted or returned it, and why. */
  answer: ReportAnswer | null;
}

/**
 * Reports of one occurrence come into another state, and the occurrence with them. Where it is owed again its reminders go
 * on as if it had been owed all the time: what they did not say meanwhile they may say now.
 */
export async function setReportStates(
  store: Store,
  { organizationId, task, occurrenceId }: { organizationId: number; task: Task; occurrenceId: number },
  changed: NewState[],
): Promise<void> {
  const before = await reportsOn(store, task, occurrenceId);
  for (const { report, state, answer } of changed) await store.reports.setState(report.id, state, answer);
  const now = occurrenceByReports(task, await reportsOn(store, task, occurrenceId));
  await store.reports.settle(occurrenceId, now);
  if (now.state !== 'open') return;
  const complete = completedAt(task, before);
  if (complete !== null) await forgetUnsaid(store, occurrenceId, complete, null);
  for (const { report } of changed) {
    const theirs = await recipientsIn(store, organizationId, report.unitIds);
    await forgetUnsaid(store, occurrenceId, report.at, theirs);
  }
}

/** All that ever came on the occurrence, in order. */
export async function reportsOn(store: Store, { id }: Task, occurrenceId: number): Promise<ReportRecord[]> {
  return (await store.reports.ofTask(id)).filter((report) => report.occurrenceId === occurrenceId);
}

/** What of it the journal of changes keeps. */
export function asMade(changed: NewState[]): ReportsChange['reports'] {
  return changed.map(({ report: { id, state: before, answer }, state: after }) => ({
    id,
    before,
    answer: answer && { memberId: answer.memberId, at: answer.at.toISOString(), reason: answer.reason },
    after,
  }));
}

export async function forgetUnsaid(
  store: Store,
  occurrenceId: number,
  since: Date,
  recipients: Recipient[] | null,
): Promise<void> {
  const dropped = await store.reminders.forgetUnsaid(occurrenceId, since, recipients);
  for (const key of dropped) await store.outbox.freeKeys(key);
}

export async function recipientsIn(
  store: Store,
  organizationId: number,
  unitIds: number[],
): Promise<Recipient[]> {
  const people = await store.offices.members(organizationId);
  const isTheirs = (unitId: number | null) => unitId !== null && unitIds.includes(unitId);
  return [
    ...unitIds.map((id): Recipient => ({ kind: 'unit', id })),
    ...people.filter(({ unitId }) => isTheirs(unitId)).map(({ id }): Recipient => ({ kind: 'member', id })),
  ];
}
