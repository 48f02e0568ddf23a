import { stands } from '../domain/report.ts';
import type { Task } from '../domain/task.ts';
import type { ReportsChange } from './ports/changes.ts';
import type { ReportAnswer, ReportRecord } from './ports/reports.ts';
import { type NewState, reportsOn, setReportStates } from './report-states.ts';
import type { BuiltOn, UndoContext, Undoing } from './undo-change.ts';
import { ofSameUnits } from './withdraw-report.ts';

/** A report that is undone is withdrawn, a withdrawn or returned one stands again. */
export const undoReports: Undoing<ReportsChange> = {
  async builtOn(context, made) {
    const { change, member } = context;
    const task = await taskOf(context, made);
    if (!task) return { kind: 'changed', by: null };
    const all = await reportsOn(context.store, task, made.occurrenceId);
    const changed = all.filter(({ id }) => made.reports.some((one) => one.id === id));
    for (const report of changed) {
      const after = made.reports.find(({ id }) => id === report.id)?.after;
      if (report.state !== after) return becomes(report);
    }
    const others = all.filter(
      (one) => stands(one.state) && !changed.includes(one) && changed.some((mine) => ofSameUnits(one, mine)),
    );
    if (made.kind === 'withdraw' || made.kind === 'return') return reported(others[0]);
    // Whoever else has spoken of it since then said that it is done, too.
    const since = others.find((one) => (one.updateId ?? 0) > change.updateId && one.memberId !== member.id);
    return made.kind === 'report' ? reported(since) : null;
  },

  async putBack(context, made) {
    const { store, member } = context;
    const task = await taskOf(context, made);
    if (!task) return;
    const all = await reportsOn(store, task, made.occurrenceId);
    const changed = made.reports.flatMap(({ id, before, answer }): NewState[] => {
      const report = all.find((one) => one.id === id);
      return report ? [{ report, state: before ?? 'withdrawn', answer: answer && answerOf(answer) }] : [];
    });
    const first = changed[0]?.report;
    if (first && made.kind === 'report') changed.push(...addedTo(first, all));
    const { organizationId } = member;
    await setReportStates(store, { organizationId, task, occurrenceId: made.occurrenceId }, changed);
  },
};

/** What was added to a report goes with it. */
function addedTo(report: ReportRecord, all: ReportRecord[]): NewState[] {
  return all
    .filter((one) => one.id > report.id && stands(one.state) && ofSameUnits(one, report))
    .map((one) => ({ report: one, state: 'withdrawn', answer: null }));
}

function becomes({ state, answer, memberName }: ReportRecord): BuiltOn {
  if (state === 'accepted' || state === 'returned') return { kind: state, by: answer?.name ?? null };
  return state === 'withdrawn' ? { kind: state, by: null } : { kind: 'changed', by: memberName };
}

function reported(report: ReportRecord | undefined): BuiltOn | null {
  return report ? { kind: 'reported', by: report.memberName } : null;
}

function answerOf({ at, ...answer }: NonNullable<ReportsChange['reports'][number]['answer']>): ReportAnswer {
  return { ...answer, at: new Date(at) };
}

async function taskOf({ store, member }: UndoContext, made: ReportsChange): Promise<Task | undefined> {
  const board = await store.plans.board(member.organizationId);
  return board.find((task) => task.occurrences.some(({ id }) => id === made.occurrenceId));
}
