import { addDays, writtenDay } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { isOnTask } from '../../domain/permissions.ts';
import { overdueOccurrences } from '../../domain/progress.ts';
import { urgencyOf } from '../../domain/reminder-stages.ts';
import {
  isSettled,
  leadUnitIds,
  type Occurrence,
  openOccurrences,
  type Task,
  unitsOwing,
} from '../../domain/task.ts';
import type { OfficeBoard } from '../../services/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { WordingKey } from '../translate.ts';
import type { DayContext } from './due-words.ts';
import { owingNames, taskLine } from './task-words.ts';

/** A list that goes on longer is not read on a phone; the most urgent stand first. */
const MOST_LINES = 30;

/** What is due later than this stands under "later". */
const SOON_DAYS = 30;

type Group = 'overdue' | 'due-soon' | 'in-time' | 'later' | 'undated';

const GROUPS: [Group, WordingKey][] = [
  ['overdue', 'notice.overdue'],
  ['due-soon', 'notice.dueSoon'],
  ['in-time', 'notice.inTime'],
  ['later', 'tasks.later'],
  ['undated', 'tasks.undated'],
];

interface Entry {
  task: Task;
  /** The most urgent open due date; null for a task without any. */
  occurrence: Occurrence | null;
}

/** /viec: what the member's unit leads or supports and is not done, most urgent first. */
export function taskListWords({ tasks, units }: OfficeBoard, member: Member, context: DayContext): Line[] {
  const { t } = context;
  const unit = units.find(({ id }) => id === member.unitId);
  const entries = tasks.filter((task) => isOnTask(member, task)).flatMap((task) => entryOf(task, member));
  const heading: Line = { text: t('tasks.heading', { name: member.name }), style: 'heading' };
  if (entries.length === 0) return [heading, { text: t('tasks.none') }];

  const lines: Line[] = [heading];
  if (unit) lines.push({ text: t('tasks.ofUnit', { unit: unit.name, count: entries.length }) });
  const body: Line[] = [];
  for (const [group, key] of GROUPS) {
    const inGroup = entries.filter((entry) => groupOf(entry, context) === group).toSorted(byUrgency);
    if (inGroup.length === 0) continue;
    body.push({ text: '' }, { text: t(key), style: 'heading' });
    for (const entry of inGroup) body.push({ text: entryLine(entry, member, context) });
  }
  return [...lines, ...shortened(body, context)];
}

/** /quahan: the tasks of the office, or of one unit, with a due date that is over and has no report. */
export function overdueWords(
  { tasks, units }: OfficeBoard,
  unitId: number | null,
  context: DayContext,
): Line[] {
  const { t, today } = context;
  const owes = (task: Task, occurrence: Occurrence) =>
    unitId === null || unitsOwing(task, occurrence).includes(unitId);
  const overdue = tasks
    .map((task) => ({ task, late: overdueOccurrences(task, today).filter((one) => owes(task, one)) }))
    .flatMap(({ task, late }) => (late[0] ? [{ task, late, occurrence: late[0] }] : []))
    .toSorted(byUrgency);
  const day = writtenDay(today);
  if (overdue.length === 0) return [{ text: t('overdue.none', { day }) }];
  const lines = overdue.map(({ task, late, occurrence }) => ({
    text: taskLine(task, late, owingNames(task, unitsOwing(task, occurrence), units, t), context),
  }));
  const heading: Line = { text: t('overdue.heading', { day, count: overdue.length }), style: 'heading' };
  return [heading, ...shortened(lines, context)];
}

/** A task that is done, as far as the member's unit goes, is no entry. */
function entryOf(task: Task, member: Member): Entry[] {
  const leads = member.unitId !== null && leadUnitIds(task).includes(member.unitId);
  const open = openOccurrences(task).filter(
    (one) => one.kind === 'due' && (!leads || unitsOwing(task, one).includes(member.unitId ?? 0)),
  );
  const [occurrence] = open;
  if (occurrence) return [{ task, occurrence }];
  const isUndated = !task.occurrences.some(({ kind }) => kind === 'due');
  return isUndated && !isSettled(task) ? [{ task, occurrence: null }] : [];
}

function groupOf({ occurrence }: Entry, { today, calendar }: DayContext): Group {
  if (occurrence === null) return 'undated';
  const urgency = urgencyOf(occurrence.lastDay, today, calendar);
  return urgency === 'in-time' && occurrence.lastDay > addDays(today, SOON_DAYS) ? 'later' : urgency;
}

function entryLine({ task, occurrence }: Entry, member: Member, context: DayContext): string {
  const { t } = context;
  const line = taskLine(task, occurrence === null ? [] : [occurrence], '', context);
  const leads = member.unitId !== null && leadUnitIds(task).includes(member.unitId);
  return leads ? line : `${line} ${t('tasks.support')}`;
}

function byUrgency(a: Entry, b: Entry): number {
  const [first, second] = [a.occurrence?.lastDay ?? '9', b.occurrence?.lastDay ?? '9'];
  if (first === second) return a.task.number - b.task.number;
  return first < second ? -1 : 1;
}

function shortened(lines: Line[], { t }: DayContext): Line[] {
  if (lines.length <= MOST_LINES) return lines;
  // Not below a heading, nor below the blank line before one.
  const end = lines.slice(0, MOST_LINES).findLastIndex(isItem) + 1;
  const count = lines.slice(end).filter(isItem).length;
  return [...lines.slice(0, end), { text: t('tasks.more', { count }), style: 'quiet' }];
}

function isItem({ text }: Line): boolean {
  return text.startsWith('#');
}
