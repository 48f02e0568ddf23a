import { type Moment, type OpenDates, openDates } from '../../domain/open-dates.ts';
import type { Period } from '../../domain/period.ts';
import { stateOf, type TaskState } from '../../domain/progress.ts';
import { isAbout, partMeant, type Subject } from '../../domain/subject.ts';
import type { Task } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import { type ProgressOrder, ReportNotWritten } from '../ports/report-writer.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { planName } from './paper.ts';
import { type ReportedWork, reportedWork } from './reported-work.ts';
import { boardIn, type ProgressView, showProgress } from './show-progress.ts';

/** Everything that a file on the office's progress is made of. */
export interface ProgressReport {
  board: OfficeBoard;
  view: ProgressView;
  /** As it was asked for; null: whenever. */
  period: (Period & { words: string }) | null;
  tasks: ReportedTask[];
}

export interface ReportedTask {
  task: Task;
  state: TaskState;
  /** What of it is owed, by the unit that the report is about. */
  open: OpenDates;
  reports: ReportRecord[];
}

export async function progressReport(
  store: Store,
  organizationId: number,
  order: ProgressOrder,
  at: Moment,
): Promise<ProgressReport> {
  const work = await reportedWork(store, organizationId);
  const subject = subjectOf(order, work);
  const { period = null } = order;
  const board = period === null ? work.board : boardIn(work.board, period);
  return {
    board,
    view: showProgress(board, subject, at),
    period,
    tasks: board.tasks
      .filter((task) => isAbout(subject, task, board.members))
      .map((task) => ({
        task,
        state: stateOf(task, partMeant(subject, task), at),
        open: openDates(task, partMeant(subject, task), at),
        reports: work.reports.filter(({ taskId }) => taskId === task.id),
      })),
  };
}

function subjectOf({ unitId, memberId, planId, section }: ProgressOrder, work: ReportedWork): Subject {
  const plan = named(planId, work.plans);
  return {
    unit: named(unitId, work.board.units),
    person: named(memberId, work.board.members),
    plan: plan && { id: plan.id, name: planName(plan) },
    section: section ?? null,
  };
}

/** @throws {ReportNotWritten} when it has gone since the file was asked for: nobody is shown more than was asked. */
function named<One extends { id: number }>(id: number | null | undefined, all: readonly One[]): One | null {
  if (id === null || id === undefined) return null;
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new ReportNotWritten('what it was to be about is gone');
  return one;
}
