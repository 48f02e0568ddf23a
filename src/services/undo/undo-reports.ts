import type { ReportsChange } from '../ports/changes.ts';
import type { ReportAnswer, ReportRecord } from '../ports/reports.ts';
import { type NewState, reportsOn, setReportStates } from '../reports/report-states.ts';
import type { BuiltOn } from './built-on.ts';
import type { UndoContext, Undoing } from './undoing.ts';

/** A report that is undone is withdrawn, a withdrawn or returned one stands again. */
export const undoReports: Undoing<ReportsChange> = {
  async builtOn(context, made) {
    for (const { report, after } of await changedBy(context, made)) {
      if (report.state !== after) return becomes(report);
    }
    return null;
  },

  async putBack(context, made) {
    const { store, organizationId } = context;
    const changed = (await changedBy(context, made)).map(
      ({ report, before, answer }): NewState => ({
        report,
        state: before ?? 'withdrawn',
        answer: answer && answerOf(answer),
      }),
    );
    const { taskId, occurrenceId } = made;
    await setReportStates(store, { organizationId, task: { id: taskId }, occurrenceId }, changed);
  },
};

async function changedBy({ store }: UndoContext, { taskId, occurrenceId, reports }: ReportsChange) {
  const all = await reportsOn(store, { id: taskId }, occurrenceId);
  return reports.flatMap((one) => {
    const report = all.find(({ id }) => id === one.id);
    return report ? [{ ...one, report }] : [];
  });
}

function becomes({ state, answer, memberName }: ReportRecord): BuiltOn {
  if (state === 'accepted' || state === 'returned') return { kind: state, by: answer?.name ?? null };
  return state === 'withdrawn' ? { kind: state, by: null } : { kind: 'changed', by: memberName };
}

function answerOf({ at, ...answer }: NonNullable<ReportsChange['reports'][number]['answer']>): ReportAnswer {
  return { ...answer, at: new Date(at) };
}
