import type { Unit } from '../../domain/member.ts';
import { type Moment, type OpenDates, openDates } from '../../domain/open-dates.ts';
import { stateOf, type TaskState } from '../../domain/progress.ts';
import { leadUnitIds, type Task } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { reportedWork } from './reported-work.ts';
import { type ProgressView, showProgress } from './show-progress.ts';

/** Everything that a file on the office's progress is made of. */
export interface ProgressReport {
  board: OfficeBoard;
  view: ProgressView;
  tasks: ReportedTask[];
}

export interface ReportedTask {
  task: Task;
  state: TaskState;
  /** What of it is owed, by the unit that the report is about. */
  open: OpenDates;
  reports: ReportRecord[];
}

/** @param unitId the unit whose tasks it is about; null: all of the office's */
export async function progressReport(
  store: Store,
  organizationId: number,
  unitId: number | null,
  at: Moment,
): Promise<ProgressReport> {
  const { board, reports } = await reportedWork(store, organizationId);
  const unit = board.units.find(({ id }) => id === unitId) ?? null;
  return {
    board,
    view: showProgress(board, unit, at),
    tasks: board.tasks
      .filter((task) => unit === null || isLedBy(task, unit))
      .map((task) => ({
        task,
        state: stateOf(task, unit?.id ?? null, at),
        open: openDates(task, unit?.id ?? null, at),
        reports: reports.filter(({ taskId }) => taskId === task.id),
      })),
  };
}

function isLedBy(task: Task, { id }: Unit): boolean {
  return leadUnitIds(task).includes(id);
}
