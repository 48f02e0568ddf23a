import type { Member } from '../../domain/member.ts';
import { may, type Relation, relationToReport } from '../../domain/permissions.ts';
import { stands } from '../../domain/report.ts';
import type { Occurrence, Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { asMade, setReportStates } from './report-states.ts';
import { ofSameUnits } from './withdraw-report.ts';

/** One unit's report on one occurrence, with what was added to it. */
export interface Reported {
  task: Task;
  occurrence: Occurrence;
  /** The oldest first. */
  reports: [ReportRecord, ...ReportRecord[]];
}

export interface Review {
  member: Member;
  of: { task: number } | { report: number };
  accepts: boolean;
  /** Why it is returned. */
  reason: string | null;
  updateId: number;
  at: Date;
}

export type ReviewOutcome =
  /** `reviewed`: with the occurrences as they are now. `hasWaited`: it counts only since now. */
  | { kind: 'accepted' | 'returned'; reviewed: Reported[]; hasWaited: boolean }
  /** Somebody was quicker, or it was withdrawn. */
  | { kind: 'answered'; task: Task; report: ReportRecord }
  | { kind: 'own' | 'not-allowed' | 'nothing-reported'; task: Task }
  | { kind: 'needs-reason'; task: Task; report: ReportRecord }
  | { kind: 'no-such-task' };

const LONGEST_REASON = 300;
/** What has counted longer than this without a word is not brought up again. */
const DAYS_LISTED = 14;
const DAY_MS = 24 * 3600_000;

/** A leader, the head of the unit or a clerk accepts a report, or returns it with the reason. */
export async function reviewReport(store: Store, review: Review): Promise<ReviewOutcome> {
  const { member, of, accepts, updateId, at } = review;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const board = await store.plans.board(organizationId);
  const found = await reportsMeant(store, board, of);
  if (!found) return { kind: 'no-such-task' };
  const { task } = found;
  const choice = chooseReports(found, review);
  if ('kind' in choice) return choice;
  const { chosen } = choice;
  const reason = accepts ? null : (review.reason?.slice(0, LONGEST_REASON) ?? null);
  const state = accepts ? 'accepted' : 'returned';
  for (const { occurrence, reports } of chosen) {
    const answer = { memberId: member.id, at, reason };
    const changed = reports.map((report) => ({ report, state, answer }) as const);
    const owedBy = await setReportStates(
      store,
      { organizationId, task, occurrenceId: occurrence.id },
      changed,
    );
    const author = { organizationId, memberId: member.id, updateId, at };
    await recordChange(
      store,
      author,
      {
        kind: accepts ? 'accept' : 'return',
        number: task.number,
        taskId: task.id,
        occurrenceId: occurrence.id,
        unitIds: reports[0].unitIds,
        isOfFormerLeads: owedBy?.formerLeads != null,
        reports: asMade(changed),
      },
      {
        action: accepts ? 'accept-report' : 'return-report',
        subject: `task:${task.id} occurrence:${occurrence.id}`,
        before: { reports: reports.map(({ id, state: was }) => ({ id, state: was })) },
        after: { state, reason },
      },
    );
  }
  const now = (await store.plans.taskOnBoard(organizationId, { id: task.id })) ?? task;
  return {
    kind: state,
    reviewed: chosen.map(({ occurrence, reports }) => ({
      task: now,
      occurrence: now.occurrences.find(({ id }) => id === occurrence.id) ?? occurrence,
      reports,
    })),
    hasWaited: chosen.some(({ reports }) => reports.some((one) => one.state === 'waiting')),
  };
}

/** Those of the reports meant that the member may answer so; or why none. */
function chooseReports(
  { task, all }: { task: Task; all: Reported[] },
  { member, accepts, reason }: Review,
): { chosen: Reported[] } | Extract<ReviewOutcome, { task: Task }> {
  const open = all.filter(({ reports: [first] }) => isUnanswered(first));
  // What has been accepted may still be returned, by those who may.
  const meant = open.length === 0 && !accepts ? all.filter(isAccepted).slice(-1) : open;
  const [latest] = meant.slice(-1);
  if (!latest) {
    const last = all.at(-1)?.reports[0];
    return last ? { kind: 'answered', task, report: last } : { kind: 'nothing-reported', task };
  }
  const act = open.length === 0 ? 'review-accepted' : 'review';
  const allowed = meant.filter((one) => may(member, act, closest(member, one)));
  if (allowed.length === 0) {
    return { kind: closest(member, latest) === 'author' ? 'own' : 'not-allowed', task };
  }
  if (accepts) return { chosen: allowed };
  const chosen = allowed.slice(-1);
  const [returned] = chosen;
  return returned && reason === null
    ? { kind: 'needs-reason', task, report: returned.reports[0] }
    : { chosen };
}

/** What the member may answer: what waits to be accepted, and what has lately been reported and counts already. */
export async function reportsToReview(store: Store, member: Member, at: Date): Promise<Reported[]> {
  const { organizationId } = member;
  const since = new Date(at.getTime() - DAYS_LISTED * DAY_MS);
  const records = await store.reports.toReview(organizationId, since);
  return records.length === 0 ? [] : mayAnswer(member, await store.plans.board(organizationId), records);
}

/** What of it waits to be accepted. */
export async function reportsWaiting(store: Store, member: Member, board: Task[]): Promise<Reported[]> {
  return mayAnswer(member, board, await store.reports.toReview(member.organizationId, null));
}

function mayAnswer(member: Member, board: Task[], records: ReportRecord[]): Reported[] {
  return board
    .flatMap((task) => grouped(task, records))
    .filter((one) => isUnanswered(one.reports[0]) && may(member, 'review', closest(member, one)))
    .toSorted((a, b) => a.reports[0].id - b.reports[0].id);
}

async function reportsMeant(
  store: Store,
  board: Task[],
  of: Review['of'],
): Promise<{ task: Task; all: Reported[] } | null> {
  if ('task' in of) {
    const task = board.find(({ number }) => number === of.task);
    if (!task) return null;
    const records = (await store.reports.ofTask(task.id)).filter(({ state }) => stands(state));
    return { task, all: grouped(task, records) };
  }
  // A button can be forged: only a report of the member's own office is found.
  const report = await store.reports.byId(of.report);
  const task = board.find(({ id }) => id === report?.taskId);
  if (!report || !task) return null;
  const records = (await store.reports.ofTask(task.id)).filter((one) => stands(one.state));
  const all = grouped(task, stands(report.state) ? records : [report]);
  return { task, all: all.filter(({ reports }) => reports.some(({ id }) => id === report.id)) };
}

function grouped(task: Task, records: ReportRecord[]): Reported[] {
  return task.occurrences.flatMap((occurrence) => {
    const groups: [ReportRecord, ...ReportRecord[]][] = [];
    for (const record of records.filter(({ occurrenceId }) => occurrenceId === occurrence.id)) {
      const group = groups.find(([first]) => ofSameUnits(first, record));
      if (group) group.push(record);
      else groups.push([record]);
    }
    return groups.map((reports) => ({ task, occurrence, reports }));
  });
}

function isUnanswered({ state }: ReportRecord): boolean {
  return state === 'waiting' || state === 'counted';
}

function isAccepted({ reports: [first] }: Reported): boolean {
  return first.state === 'accepted';
}

/** Whoever has a part in a report does not answer it. */
function closest(member: Member, { reports }: Reported): Relation {
  const relations = reports.map((report) => relationToReport(member, report));
  return relations.includes('author') ? 'author' : (relations[0] ?? 'none');
}
