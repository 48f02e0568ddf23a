import { addDays, writtenDay } from '../../domain/day.ts';
import { isNamed } from '../../domain/in-charge.ts';
import { isOfUnit, type Member, unitsOf } from '../../domain/member.ts';
import { datesTogether, openDates, partToldTo, unitsOwingAny } from '../../domain/open-dates.ts';
import { ownPart } from '../../domain/own-part.ts';
import { isOnTask, relationToTask } from '../../domain/permissions.ts';
import { stateOf, type TaskState } from '../../domain/progress.ts';
import type { Urgency } from '../../domain/reminder-stages.ts';
import { isAbout, partMeant, type Subject, subjectName } from '../../domain/subject.ts';
import { isSettled, type Occurrence, type Task } from '../../domain/task.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { WordingKey } from '../translate.ts';
import type { DayContext } from './due-words.ts';
import { noteMark } from './note-words.ts';
import { assignedNames, othersNamed, owingNames, taskLine } from './task-words.ts';

/** A list that goes on longer is not read on a phone; the most urgent stand first. */
const MOST_LINES = 30;

/** What is due later than this stands under "later". */
const SOON_DAYS = 30;

/** `week`: where no more than that is asked for, what is in time and due within it. */
type Group = Urgency | 'week' | 'later' | 'undated';

const GROUPS: [Group, WordingKey][] = [
  ['overdue', 'notice.overdue'],
  ['due-soon', 'notice.dueSoon'],
  ['in-time', 'notice.inTime'],
  ['week', 'tasks.week'],
  ['later', 'tasks.later'],
  ['undated', 'tasks.undated'],
];

/** A task under one colour: what is overdue of it, or what is to come. */
export interface Entry {
  task: Task;
  group: Group;
  /** None: it has no date. */
  dates: Occurrence[];
}

/** /viec: what is the member's own by name, then what else the unit leads or supports; not what is done. */
export function taskListWords(
  { tasks, units, members }: OfficeBoard,
  member: Member,
  context: DayContext,
): Line[] {
  const { t } = context;
  const own = units.filter(({ id }) => isOfUnit(member, id)).map(({ name }) => name);
  const unit = own.join('; ');
  const todo = tasks.filter((task) => isOnTask(member, task) && isToDo(task, member, context));
  const heading: Line = { text: t('tasks.heading', { name: member.name }), style: 'heading' };
  if (todo.length === 0) return [heading, { text: t('tasks.none') }];

  const lineOf = ({ task, dates }: Entry) => {
    // As in a notice: an officer knows whose task it is.
    const owing =
      member.role === 'officer'
        ? othersNamed(task, member, members)
        : owingNames(task, unitsOwingAny(task, dates), units, t, members);
    const line = taskLine(task, dates, owing, context);
    return isHelping(member, task) ? `${line} ${t('tasks.support')}` : line;
  };
  const entries = (some: Task[]) =>
    some.flatMap((task) => entriesOf(task, partToldTo(member, task), context));
  const isMine = (task: Task) => isNamed(member, [...task.leads, ...task.supports]);
  const [mine, others] = [todo.filter(isMine), todo.filter((task) => !isMine(task))];
  if (mine.length === 0) {
    const ofUnit = unit === '' ? [] : [{ text: t('tasks.ofUnit', { unit, count: todo.length }) }];
    return [heading, ...ofUnit, ...groupedLines(entries(others), lineOf, context)];
  }
  const lines: Line[] = [heading, { text: t('tasks.mine', { count: mine.length }) }];
  lines.push(...allLines(entries(mine), lineOf, context));
  if (others.length > 0 && unit !== '') {
    lines.push({ text: '' }, { text: t('tasks.others', { unit, count: others.length }) });
    lines.push(...allLines(entries(others), lineOf, context));
  }
  return shortened(lines, context);
}

/** /quahan: the tasks of the office, or of somebody's units, with a due date that is over and has no report. */
export function overdueWords(board: OfficeBoard, asker: Member | null, context: DayContext): Line[] {
  const { tasks } = board;
  const { t, today } = context;
  const overdue =
    asker === null
      ? overdueTasks(tasks, null, context)
      : unitsOf(asker)
          .flatMap((id) =>
            overdueTasks(
              tasks.filter((task) => ownPart(asker, task) === id),
              id,
              context,
            ),
          )
          .toSorted(byUrgency);
  const day = writtenDay(today);
  if (overdue.length === 0) return [{ text: t('overdue.none', { day }) }];
  const text = t('overdue.heading', { day, count: overdue.length });
  return [{ text, style: 'heading' }, ...overdueLines(overdue, board, context)];
}

/** "VHXH quá hạn gì": the same of a unit, a person or a part of the plans. */
export function overdueOfWords(board: OfficeBoard, subject: Subject, context: DayContext): Line[] {
  const { t, today } = context;
  const overdue = board.tasks
    .filter((task) => isAbout(subject, task, board.members))
    .flatMap((task) => overdueTasks([task], partMeant(subject, task), context))
    .toSorted(byUrgency);
  const said = { day: writtenDay(today), name: subjectName(subject), count: overdue.length };
  if (overdue.length === 0) return [{ text: t('overdue.noneOf', said) }];
  return [{ text: t('overdue.headingOf', said), style: 'heading' }, ...overdueLines(overdue, board, context)];
}

function overdueLines(overdue: Entry[], { units, members, notes }: OfficeBoard, context: DayContext): Line[] {
  const { t } = context;
  const lines = overdue.map(({ task, dates }) => ({
    text:
      taskLine(task, dates, owingNames(task, unitsOwingAny(task, dates), units, t, members), context) +
      noteMark(notes, task, t),
  }));
  return shortened(lines, context);
}

/** The tasks with a due date that is over and has no report, the longest overdue first. */
export function overdueTasks(tasks: Task[], unitId: number | null, context: DayContext): Entry[] {
  return tasks
    .map((task): Entry => ({ task, group: 'overdue', dates: openDates(task, unitId, context).overdue }))
    .filter(({ dates }) => dates.length > 0)
    .toSorted(byUrgency);
}

/** What a search has found, the best first: what is open of it with its next date, the rest with how it stands. */
export function foundWords(
  found: Task[],
  { units }: OfficeBoard,
  words: string,
  context: DayContext,
): Line[] {
  const { t } = context;
  const lines = found.map((task) => {
    const [first] = entriesOf(task, null, context);
    const dates = first?.dates ?? [];
    const names = assignedNames(task.leads, units);
    const line = taskLine(task, dates, names, context);
    const mark = MARKS[stateOf(task, null, context)];
    return { text: mark === undefined ? line : `${line} ${t(mark)}` };
  });
  const heading: Line = { text: t('search.heading', { words, count: found.length }), style: 'heading' };
  return [heading, ...shortened(lines, context)];
}

/** Of tasks that nobody owes anything on. */
const MARKS: Partial<Record<TaskState, WordingKey>> = {
  'done-in-time': 'search.done',
  'done-late': 'search.done',
  waiting: 'search.waiting',
  past: 'search.past',
};

/** A task that is done, as far as the member's unit goes, is none. */
function isToDo(task: Task, member: Member, context: DayContext): boolean {
  const isDated = task.occurrences.some(({ kind }) => kind === 'due');
  if (!isDated) return !isSettled(task);
  return openDates(task, leadsIt(member, task) ? ownPart(member, task) : null, context).urgency !== null;
}

/** By the unit, or by name within a unit that leads it. */
export function isHelping(member: Member, task: Task): boolean {
  return !leadsIt(member, task) || (isNamed(member, task.supports) && !isNamed(member, task.leads));
}

function leadsIt(member: Member, task: Task): boolean {
  return ['leads', 'serves'].includes(relationToTask(member, task));
}

/** @param unitId whose part of the task it is about; null: everybody's */
export function entriesOf(task: Task, unitId: number | null, context: DayContext): Entry[] {
  const parts = datesTogether(openDates(task, unitId, context));
  if (parts.length === 0) return [{ task, group: 'undated', dates: [] }];
  return parts.map(({ urgency, dates }) => ({ task, group: groupOf(urgency, dates, context), dates }));
}

function groupOf(urgency: Urgency, [first]: Occurrence[], { today }: DayContext): Group {
  return urgency === 'in-time' && first && first.lastDay > addDays(today, SOON_DAYS) ? 'later' : urgency;
}

/** Below their headings, the most urgent first. */
export function groupedLines(
  entries: Entry[],
  lineOf: (entry: Entry) => string,
  context: DayContext,
): Line[] {
  return shortened(allLines(entries, lineOf, context), context);
}

/** However many there are. */
function allLines(entries: Entry[], lineOf: (entry: Entry) => string, context: DayContext): Line[] {
  const lines: Line[] = [];
  for (const [group, key] of GROUPS) {
    const inGroup = entries.filter((entry) => entry.group === group).toSorted(byUrgency);
    if (inGroup.length === 0) continue;
    lines.push({ text: '' }, { text: context.t(key), style: 'heading' });
    for (const entry of inGroup) lines.push({ text: lineOf(entry) });
  }
  return lines;
}

export function byUrgency(a: Entry, b: Entry): number {
  const [first, second] = [a.dates[0]?.lastDay ?? '9', b.dates[0]?.lastDay ?? '9'];
  if (first === second) return a.task.number - b.task.number;
  return first < second ? -1 : 1;
}

export function shortened(lines: Line[], { t }: DayContext): Line[] {
  if (lines.length <= MOST_LINES) return lines;
  // Not below a heading, nor below the blank line before one.
  const end = lines.slice(0, MOST_LINES).findLastIndex(isItem) + 1;
  const count = lines.slice(end).filter(isItem).length;
  return [...lines.slice(0, end), { text: t('tasks.more', { count }), style: 'quiet' }];
}

function isItem({ text }: Line): boolean {
  return text.startsWith('#');
}
