import { addDays } from '../../domain/day.ts';
import { unitsOwingAny } from '../../domain/open-dates.ts';
import { officeProgress } from '../../services/figures/show-progress.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { DayContext } from './due-words.ts';
import { type Entry, entriesOf, groupedLines } from './list-words.ts';
import { progressWords } from './progress-words.ts';
import { owingNames, taskLine } from './task-words.ts';

const WEEK_DAYS = 7;

/** /viec of whoever answers for all of the office: its figures, what is overdue, what the next week brings. */
export function officeStateWords(board: OfficeBoard, context: DayContext): Line[] {
  const { t, today } = context;
  const { tasks, units, members } = board;
  if (tasks.length === 0) return [{ text: t('progress.noPlan') }];
  const figures = progressWords({ ...officeProgress(board, context), byUnit: [] }, today, t);
  const entries = tasks
    .flatMap((task) => entriesOf(task, null, context))
    .flatMap((one) => inWeek(one, today));
  const lineOf = ({ task, dates }: Entry) =>
    taskLine(task, dates, owingNames(task, unitsOwingAny(task, dates), units, t, members), context);
  return [...figures, ...groupedLines(entries, lineOf, context)];
}

function inWeek(entry: Entry, today: string): Entry[] {
  if (entry.group !== 'in-time')
    return entry.group === 'overdue' || entry.group === 'due-soon' ? [entry] : [];
  const [first] = entry.dates;
  return first && first.lastDay <= addDays(today, WEEK_DAYS) ? [{ ...entry, group: 'week' }] : [];
}
