import { isOfUnit } from '../../domain/member.ts';
import type { Recipient } from '../../domain/reminders-for-day.ts';
import { completedAt, type OwedBy, occurrenceByReports, type ReportState } from '../../domain/report.ts';
import type { OccurrenceState, Task } from '../../domain/task.ts';
import type { ReportsChange } from '../ports/changes.ts';
import type { ReportAnswer, ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';

export interface NewState {
  report: ReportRecord;
  state: ReportState;
  /** Who has accepted or returned it, and why. */
  answer: ReportAnswer | null;
}

/**
 * Reports of one occurrence come into another state, and the occurrence with them. Where it is owed again its reminders go
 * on as if it had been owed all the time: what they did not say meanwhile they may say now.
 * @returns who owes it
 */
export async function setReportStates(
  store: Store,
  {
    organizationId,
    task,
    occurrenceId,
  }: { organizationId: number; task: Pick<Task, 'id'>; occurrenceId: number },
  changed: NewState[],
): Promise<OwedBy | null> {
  const before = await reportsOn(store, task, occurrenceId);
  for (const { report, state, answer } of changed) await store.reports.setState(report.id, state, answer);
  const now = (await settleByReports(store, task.id)).get(occurrenceId);
  if (now?.state !== 'open') return now?.owedBy ?? null;
  const complete = completedAt(now.owedBy, before);
  if (complete !== null) await forgetUnsaid(store, occurrenceId, complete, null);
  for (const { report } of changed) {
    const theirs = await recipientsIn(store, organizationId, report.unitIds);
    await forgetUnsaid(store, occurrenceId, report.at, theirs);
  }
  return now.owedBy;
}

/** The dates of a task come into the state that the reports on them give them. @returns those that there are reports on */
export async function settleByReports(
  store: Store,
  taskId: number,
): Promise<Map<number, { state: OccurrenceState; owedBy: OwedBy }>> {
  const { leads, dates } = await store.plans.standingOf(taskId);
  const all = await store.reports.ofTask(taskId);
  const settled = new Map<number, { state: OccurrenceState; owedBy: OwedBy }>();
  for (const { id, formerLeads } of dates) {
    const reports = all.filter((report) => report.occurrenceId === id);
    if (reports.length === 0) continue;
    const owedBy = { leads, formerLeads };
    const now = occurrenceByReports(owedBy, reports);
    await store.reports.settle(id, now);
    settled.set(id, { state: now.state, owedBy });
  }
  return settled;
}

/** All that ever came on the occurrence, in order. */
export async function reportsOn(
  store: Store,
  { id }: Pick<Task, 'id'>,
  occurrenceId: number,
): Promise<ReportRecord[]> {
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
  const theirs = people.filter((one) => unitIds.some((id) => isOfUnit(one, id)));
  return [
    ...unitIds.map((id): Recipient => ({ kind: 'unit', id })),
    ...theirs.map(({ id }): Recipient => ({ kind: 'member', id })),
  ];
}
