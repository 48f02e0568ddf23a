import { type Day, monthOf, officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { reportsFor } from '../../domain/permissions.ts';
import { stands } from '../../domain/report.ts';
import { type Occurrence, openOccurrences, plannedDay, type Task, unitsOwing } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { EvidenceKept, ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { settleByReports } from './report-states.ts';
import { ofSameUnits } from './withdraw-report.ts';

export interface ReportRequest {
  member: Member;
  number: number;
  /** The month whose occurrence is meant (1-12), where the words named one. */
  month: number | null;
  /** The occurrences of the message that it answers; one of the task's among them is meant. */
  spokenOf: number[];
  text: string;
  evidence: EvidenceKept[];
  updateId: number | null;
  at: Date;
}

export type ReportOutcome =
  /** Recorded. `stillOwing`: other lead units whose report is still awaited. `next`: the task's next due date. */
  | {
      kind: 'recorded';
      task: Task;
      occurrence: Occurrence;
      stillOwing: number[];
      next: Occurrence | null;
      evidence: EvidenceKept[];
      reportId: number;
      /** It counts only once somebody has accepted it. */
      isWaiting: boolean;
    }
  /** Had been reported before; evidence that came now is kept with it. */
  | { kind: 'evidence-added'; task: Task; occurrence: Occurrence; evidence: EvidenceKept[] }
  | { kind: 'already-reported'; task: Task; occurrence: Occurrence; next: Occurrence | null }
  | { kind: 'no-such-task'; number: number }
  | { kind: 'no-such-month'; task: Task; month: number }
  /** Nothing to report on: no date is laid out (waits for guidance, or for its event). */
  | { kind: 'nothing-due'; task: Task }
  | { kind: 'not-yours'; task: Task };

/** Records that a member says a task is done. Reports on the most urgent due date unless a month is named. */
export async function submitReport(store: Store, request: ReportRequest): Promise<ReportOutcome> {
  const { member, at } = request;
  // Two colleagues who report at the same moment must not each see the other's unit as still owing.
  const { acceptFirst } = await store.offices.lock(member.organizationId);
  const task = await store.plans.taskOnBoard(member.organizationId, { number: request.number });
  if (!task) return { kind: 'no-such-task', number: request.number };
  const unitIds = reportsFor(member, task);
  if (unitIds === null) return { kind: 'not-yours', task };

  const today = officeDayAt(at);
  const reports = await store.reports.ofTask(task.id);
  const awaiting = awaitsEvidence(reports, unitIds, request);
  const chosen = chooseOccurrence(task, unitIds, { ...request, awaiting }, today);
  if (chosen === null) {
    return request.month === null
      ? { kind: 'nothing-due', task }
      : { kind: 'no-such-month', task, month: request.month };
  }
  const { occurrence, owed } = chosen;
  const isNext = (one: Occurrence) => one.id !== occurrence.id && !isReplaced(one, task);
  const next = openOccurrences(task).find(isNext) ?? null;
  if (!owed && request.evidence.length === 0) return { kind: 'already-reported', task, occurrence, next };

  const earlier = reports.filter((one) => one.occurrenceId === occurrence.id);
  const added = earlier.findLast((one) => stands(one.state) && ofSameUnits(one, { unitIds }));
  const mustWait = acceptFirst && member.role !== 'leader';
  const state = !owed && added && stands(added.state) ? added.state : mustWait ? 'waiting' : 'counted';
  const found = earlier[0]?.found ?? (occurrence.state === 'past' ? 'past' : 'open');
  const { text, evidence, updateId } = request;
  const report = { occurrenceId: occurrence.id, memberId: member.id, unitIds, text, evidence, at, updateId };
  const reportId = await store.reports.add({ ...report, state, found });
  const author = { organizationId: member.organizationId, at, memberId: member.id };
  const made = {
    kind: owed ? ('report' as const) : ('add-evidence' as const),
    number: task.number,
    taskId: task.id,
    occurrenceId: occurrence.id,
    unitIds,
    reports: [{ id: reportId, before: null, answer: null, after: state }],
  };
  await recordChange(store, { ...author, updateId }, made, {
    subject: `task:${task.id} occurrence:${occurrence.id}`,
    before: { state: occurrence.state, reportedBy: occurrence.reportedBy },
    after: { unitIds, evidence: request.evidence.length },
  });
  if (!owed) return { kind: 'evidence-added', task, occurrence, evidence: request.evidence };

  const stillOwing = unitsOwing(task, occurrence).filter((unitId) => !unitIds.includes(unitId));
  await settleByReports(store, task.id);
  const isWaiting = state === 'waiting';
  return { kind: 'recorded', task, occurrence, stillOwing, next, evidence, reportId, isWaiting };
}

/**
 * The occurrence that was reported today without evidence, where evidence comes now: "để bổ sung, gửi: xong 12 kèm liên
 * kết" must not report the date after it.
 */
function awaitsEvidence(
  reports: ReportRecord[],
  unitIds: number[],
  { evidence, at }: ReportRequest,
): number | null {
  if (evidence.length === 0) return null;
  const last = reports.findLast((one) => stands(one.state) && ofSameUnits(one, { unitIds }));
  const isAwaited = last?.evidence.length === 0 && officeDayAt(last.at) === officeDayAt(at);
  return isAwaited ? last.occurrenceId : null;
}

/**
 * What the report is about, and whether one is still owed by those it speaks for: the named month's date, else the
 * open one that the plan has first, among those of the message it answers where it answers one. But a date that was
 * reported and is not over yet, or for which evidence is awaited, is what a second "xong" still speaks of, not the date
 * after it.
 */
function chooseOccurrence(
  task: Task,
  unitIds: number[],
  { month, spokenOf, awaiting }: ReportRequest & { awaiting: number | null },
  today: Day,
): { occurrence: Occurrence; owed: boolean } | null {
  const possible = task.occurrences
    .filter((one) => (month === null ? !isReplaced(one, task) : monthOf(plannedDay(one)) === month))
    .toSorted((a, b) => (plannedDay(a) < plannedDay(b) ? -1 : 1));
  const spoken = possible.filter(({ id }) => spokenOf.includes(id));
  const candidates = month === null && spoken.length > 0 ? spoken : possible;
  const isOwed = (occurrence: Occurrence) =>
    occurrence.state === 'open' &&
    (unitIds.length === 0 || unitsOwing(task, occurrence).some((unitId) => unitIds.includes(unitId)));
  const reported = candidates.findLast((one) => one.state !== 'past' && !isOwed(one));
  const open = candidates.find(isOwed);
  const isSpokenOf = reported && (reported.lastDay >= today || reported.id === awaiting);
  const isRepeat = month === null && isSpokenOf && open && plannedDay(open) > plannedDay(reported);
  if (open && !isRepeat) return { occurrence: open, owed: true };
  if (reported) return { occurrence: reported, owed: false };
  const past = candidates.findLast(({ state }) => state === 'past');
  return past ? { occurrence: past, owed: true } : null;
}

/** A monthly question gives way to the next month's, and the question whether there is a date to the date. */
function isReplaced({ kind, lastDay }: Occurrence, { occurrences }: Task): boolean {
  if (kind === 'due') return false;
  return occurrences.some((other) =>
    other.kind === 'due' ? kind === 'guidance' : other.kind === kind && other.lastDay > lastDay,
  );
}
