import { addDays, type Day, officeDayAt } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import type { Moment } from '../../domain/open-dates.ts';
import type { Period } from '../../domain/period.ts';
import { isExtended, type Progress, progressOf, stateOf } from '../../domain/progress.ts';
import { unitsReported } from '../../domain/report.ts';
import type { ReportOnDate } from '../../domain/statistics.ts';
import { isAbout, partMeant, type Subject, subjectName, WHOLE_OFFICE } from '../../domain/subject.ts';
import { leadUnitIds, type Occurrence, plannedDay, type Task, unitsOwing } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import type { ReportedWork } from './reported-work.ts';

export interface ProgressView {
  /** The office's name, or the name of what it is about. */
  name: string;
  progress: Progress;
  /** Steps within tasks, counted apart: a plan of 51 tasks must not become one of 60. */
  steps: Progress;
  /** How many of the tasks have been given more time; the figures go by their first dates all the same. */
  extended: number;
  /** By unit, where it is about no unit or person. */
  byUnit: { unit: Unit; progress: Progress }[];
}

/** How far the office is; of a unit or a person, how far they are with what they lead. */
export function showProgress(
  { office, tasks, units, members }: OfficeBoard,
  subject: Subject,
  at: Moment,
): ProgressView {
  const theirs = tasks.filter((task) => isAbout(subject, task, members));
  const whole = theirs.filter(({ partOf }) => partOf === null);
  const steps = theirs.filter(({ partOf }) => partOf !== null);
  const progress = (some: Task[]) =>
    progressOf(some.map((task) => stateOf(task, partMeant(subject, task), at)));
  const ofUnit = (unit: Unit) =>
    progressOf(
      whole.filter((task) => leadUnitIds(task).includes(unit.id)).map((task) => stateOf(task, unit.id, at)),
    );
  const isAll = subject.plan === null && subject.section === null;
  const leading = units.filter(({ id }) => isAll || whole.some((task) => leadUnitIds(task).includes(id)));
  return {
    name: subjectName(subject) || office.name,
    progress: progress(whole),
    steps: progress(steps),
    extended: whole.filter(isExtended).length,
    byUnit:
      subject.unit === null && subject.person === null
        ? leading.map((unit) => ({ unit, progress: ofUnit(unit) }))
        : [],
  };
}

/** Only what is due in a period, by the plan's own dates: more time moves no task into another quarter. */
export function boardIn(board: OfficeBoard, { from, to }: Period): OfficeBoard {
  const isWithin = (one: Occurrence) => plannedDay(one) >= from && plannedDay(one) <= to;
  const tasks = board.tasks
    .map((task) => ({
      ...task,
      occurrences: task.occurrences.filter((one) => one.kind === 'due' && isWithin(one)),
    }))
    .filter(({ occurrences }) => occurrences.length > 0);
  return { ...board, tasks };
}

/** What a week has changed. */
export interface Week {
  /** Reported within it, by number. */
  done: number[];
  /** Due within it, and still open. */
  becameOverdue: number[];
  /** As it was seven days ago. */
  before: Progress;
}

/** The seven days up to today: whoever looks every Monday sees what is new. */
export function weekOf(
  { board, reports }: Pick<ReportedWork, 'board' | 'reports'>,
  subject: Subject,
  at: Moment,
): Week {
  const since = addDays(at.today, -WEEK_DAYS);
  const theirs = board.tasks.filter((task) => isAbout(subject, task, board.members));
  const having = (isMeant: (one: Occurrence, task: Task) => boolean) =>
    theirs
      .filter((task) => task.occurrences.some((one) => one.kind === 'due' && isMeant(one, task)))
      .map(({ number }) => number);
  const isOpen = (one: Occurrence, task: Task) => {
    const unitId = partMeant(subject, task);
    return one.state === 'open' && (unitId === null || unitsOwing(task, one).includes(unitId));
  };
  const before = showProgress(boardOn(board, reports, since), subject, { ...at, today: since });
  return {
    done: having(({ reportedOn }) => reportedOn !== null && reportedOn > since),
    becameOverdue: having((one, task) => isOpen(one, task) && one.lastDay >= since && one.lastDay < at.today),
    before: before.progress,
  };
}

const WEEK_DAYS = 7;

/** As it was at the end of a day, by what is known now: with the tasks of that time, and the reports that had come. */
function boardOn(board: OfficeBoard, reports: readonly ReportOnDate[], day: Day): OfficeBoard {
  const later = new Set(
    reports.filter(({ at }) => officeDayAt(at) > day).map(({ occurrenceId }) => occurrenceId),
  );
  const asThen = (one: Occurrence): Occurrence => {
    if (!later.has(one.id)) return one;
    const all = reports.filter(({ occurrenceId }) => occurrenceId === one.id);
    const come = unitsReported(all.filter(({ at }) => officeDayAt(at) <= day));
    const isDone = one.reportedOn !== null && one.reportedOn <= day;
    return isDone
      ? { ...one, ...come }
      : { ...one, ...come, state: all[0]?.found ?? 'open', reportedOn: null };
  };
  const tasks = board.tasks
    .filter(({ trackedFrom }) => trackedFrom <= day)
    .map((task) => ({ ...task, occurrences: task.occurrences.map(asThen) }));
  return { ...board, tasks };
}

/** The office as a whole, for whoever asks for no part of it. */
export function officeProgress(board: OfficeBoard, at: Moment): ProgressView {
  return showProgress(board, WHOLE_OFFICE, at);
}
