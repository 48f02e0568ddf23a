import type { Member } from '../../domain/member.ts';
import { stands } from '../../domain/report.ts';
import { recordChange } from '../office/record-change.ts';
import { laneOf } from '../ports/inbox.ts';
import type { InboundUpdate } from '../ports/messenger.ts';
import type { EvidenceKept, OwnReport } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { reportsOn } from './report-states.ts';
import type { ReportOutcome } from './submit-report.ts';

/** For so long after a report, what its author sends without further words belongs to it. */
const SENT_ALONG_MS = 10 * 60_000;
/** As long as buttons and numbers that stand for them hold. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

export interface EvidenceRequest {
  member: Member;
  /** The member's own report, to which it is added. */
  report: OwnReport;
  evidence: EvidenceKept[];
  text: string;
  updateId: number | null;
  at: Date;
}

/** Keeps more evidence with a report. It claims nothing: who owes what stays as it is. */
export async function addEvidence(
  store: Store,
  { member, report, evidence, text, updateId, at }: EvidenceRequest,
): Promise<Extract<ReportOutcome, { kind: 'evidence-added' }> | null> {
  const task = await store.plans.taskOnBoard(member.organizationId, { id: report.taskId });
  const occurrence = task?.occurrences.find(({ id }) => id === report.occurrenceId);
  if (!task || !occurrence) return null;
  const { id: memberId, organizationId } = member;
  const reports = await reportsOn(store, task, occurrence.id);
  const earlier = reports.findLast((one) => one.memberId === memberId && stands(one.state));
  if (!earlier || !stands(earlier.state)) return null;
  // It speaks for whom the report speaks for, and stands or falls with it.
  const { unitIds, found } = earlier;
  const state = earlier.state;
  const kept = { occurrenceId: occurrence.id, memberId, unitIds, text, at, updateId, evidence, state, found };
  const id = await store.reports.add(kept);
  const made = {
    kind: 'add-evidence' as const,
    number: task.number,
    taskId: task.id,
    occurrenceId: occurrence.id,
    unitIds,
    reports: [{ id, before: null, answer: null, after: state }],
  };
  await recordChange(store, { organizationId, memberId, updateId, at }, made, {
    subject: `task:${task.id} occurrence:${occurrence.id}`,
    after: { evidence: evidence.length },
  });
  return { kind: 'evidence-added', task, occurrence, evidence };
}

/** What the member's latest message of a report in this chat was about, while more may still be sent along. */
export async function reportedLately(
  store: Store,
  member: Member,
  { platform, chat }: Pick<InboundUpdate, 'platform' | 'chat'>,
  at: Date,
): Promise<OwnReport[]> {
  const lately = await store.reports.ofMember(member.id, new Date(at.getTime() - SENT_ALONG_MS));
  for (const updateId of new Set(lately.map((report) => report.updateId))) {
    const said = updateId === null ? null : await store.inbox.byId(updateId);
    if (said && laneOf(said) === laneOf({ platform, chat })) return reportedWith(lately, [updateId]);
  }
  return [];
}

/** What the member reported with these messages. */
export async function reportedIn(
  store: Store,
  member: Member,
  updateIds: number[],
  at: Date,
): Promise<OwnReport[]> {
  return reportedWith(await remembered(store, member, at), updateIds);
}

/** The member's latest report on a task. */
export async function reportOn(
  store: Store,
  member: Member,
  taskId: number,
  at: Date,
): Promise<OwnReport | null> {
  return (await remembered(store, member, at)).find((report) => report.taskId === taskId) ?? null;
}

function remembered(store: Store, member: Member, at: Date): Promise<OwnReport[]> {
  return store.reports.ofMember(member.id, new Date(at.getTime() - REMEMBERED_MS));
}

/** What was added to a report since is of the same due date, and told once. */
function reportedWith(reports: OwnReport[], updateIds: (number | null)[]): OwnReport[] {
  const those = reports.filter(({ updateId }) => updateIds.includes(updateId)).toReversed();
  return [...new Map(those.map((report) => [report.occurrenceId, report])).values()];
}
