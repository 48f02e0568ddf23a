import type { Member } from '../../domain/member.ts';
import { may, relationToReport } from '../../domain/permissions.ts';
import { stands } from '../../domain/report.ts';
import type { Occurrence, Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { asMade, type NewState, setReportStates } from './report-states.ts';

export interface WithdrawRequest {
  member: Member;
  number: number;
  updateId: number;
  at: Date;
}

export type WithdrawOutcome =
  /** With the occurrence as it is now. */
  | { kind: 'withdrawn'; task: Task; occurrence: Occurrence; reports: ReportRecord[] }
  | { kind: 'accepted'; task: Task; report: ReportRecord }
  | { kind: 'not-yours'; task: Task; report: ReportRecord }
  | { kind: 'nothing-reported'; task: Task }
  | { kind: 'no-such-task'; number: number };

/**
 * The latest report on a task that the member may take back is no report any more; nothing is deleted. What was added to
 * it goes with it; what other units have reported stands.
 */
export async function withdrawReport(store: Store, request: WithdrawRequest): Promise<WithdrawOutcome> {
  const { member, number, updateId, at } = request;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (!task) return { kind: 'no-such-task', number };
  const present = new Set(task.occurrences.map(({ id }) => id));
  const standing = (await store.reports.ofTask(task.id)).filter(
    ({ state, occurrenceId }) => stands(state) && present.has(occurrenceId),
  );
  const latest = standing.at(-1);
  if (!latest) return { kind: 'nothing-reported', task };
  const theirs = standing.filter((one) => may(member, 'withdraw', relationToReport(member, one)));
  const report = theirs.findLast((one) => one.state !== 'accepted' || mayStill(member, one));
  if (!report) {
    const accepted = theirs.at(-1);
    return accepted
      ? { kind: 'accepted', task, report: accepted }
      : { kind: 'not-yours', task, report: latest };
  }
  const { occurrenceId } = report;
  const withdrawn = standing
    .filter((one) => one.occurrenceId === occurrenceId && ofSameUnits(one, report))
    .map((one): NewState => ({ report: one, state: 'withdrawn', answer: null }));
  const owedBy = await setReportStates(store, { organizationId, task, occurrenceId }, withdrawn);
  const author = { organizationId, memberId: member.id, updateId, at };
  await recordChange(
    store,
    author,
    {
      kind: 'withdraw',
      number,
      taskId: task.id,
      occurrenceId,
      unitIds: report.unitIds,
      isOfFormerLeads: owedBy?.formerLeads != null,
      reports: asMade(withdrawn),
    },
    {
      action: 'withdraw-report',
      subject: `task:${task.id} occurrence:${occurrenceId}`,
      before: { reports: withdrawn.map(({ report: { id, state } }) => ({ id, state })) },
      after: { state: 'withdrawn' },
    },
  );
  const now = (await store.plans.taskOnBoard(organizationId, { number })) ?? task;
  const occurrence = now.occurrences.find(({ id }) => id === occurrenceId) ?? outOfSight(task, occurrenceId);
  return { kind: 'withdrawn', task: now, occurrence, reports: withdrawn.map((one) => one.report) };
}

/** The task has the date no longer, and nobody owes a report on it. */
function outOfSight(task: Task, occurrenceId: number): Occurrence {
  const occurrence = task.occurrences.find(({ id }) => id === occurrenceId);
  if (!occurrence) throw new Error(`No occurrence ${occurrenceId} of task ${task.id}`);
  return { ...occurrence, state: 'past', reportedOn: null, reportedBy: [], waitingFor: [] };
}

function mayStill(member: Member, report: ReportRecord): boolean {
  return may(member, 'withdraw-accepted', relationToReport(member, report));
}

/** What speaks for the same units is one report and what was added to it. */
export function ofSameUnits(
  one: Pick<ReportRecord, 'unitIds'>,
  other: Pick<ReportRecord, 'unitIds'>,
): boolean {
  return (
    one.unitIds.length === other.unitIds.length &&
    one.unitIds.every((unitId) => other.unitIds.includes(unitId))
  );
}
