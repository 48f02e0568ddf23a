import { daysBetween } from '../../domain/day.ts';
import { namedOf } from '../../domain/in-charge.ts';
import { isOfUnit, type Member, type Unit } from '../../domain/member.ts';
import type { AssignedUnit, Occurrence, Task } from '../../domain/task.ts';
import type { Translate } from '../translate.ts';
import { type DayContext, dayWords, dueWordsToday } from './due-words.ts';

/** Plans put whole paragraphs into a title; on a phone the beginning must do. "#12" shows all of it. */
const SHOWN_CHARACTERS = 110;

/** So many dates that are still to come are named, */
const MOST_DATES = 4;

/** and so many that are over: a daily task neglected for weeks has more than anybody wants to read one by one. */
const MOST_OVERDUE = 10;

/** What a reader sees as one: a letter with its marks, both halves of an emoji. */
const CHARACTERS = new Intl.Segmenter('vi');

export function shortTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= SHOWN_CHARACTERS) return line;
  const space = line.lastIndexOf(' ', SHOWN_CHARACTERS);
  const end =
    space > SHOWN_CHARACTERS / 2 ? space : CHARACTERS.segment(line).containing(SHOWN_CHARACTERS)?.index;
  return `${line.slice(0, end)}…`;
}

/** Who still owes a report on a task, as a reader who sees several units' tasks needs it. */
export function owingNames(
  task: Task,
  owing: number[],
  units: readonly Unit[],
  t: Translate,
  members: readonly Member[] = [],
): string {
  // No unit of the office leads it: the plan's own words, or people of none, are all there is.
  if (owing.length === 0) return assignedNames(task.leads, units, members);
  if (owing.length > 2 && owing.length === units.length) return t('due.everyUnit');
  const leads = owing.map(
    (id) => task.leads.find(({ unitId }) => unitId === id) ?? { unitId: id, words: '' },
  );
  return assignedNames(leads, units, members);
}

export function unitNames(unitIds: number[], units: readonly Unit[]): string {
  return unitIds.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []).join('; ');
}

/** "Phòng Kinh tế; Phòng Văn hóa - Xã hội (Hà Thị Lan)". */
export function assignedNames(
  assigned: AssignedUnit[],
  units: readonly Unit[],
  members: readonly Member[] = [],
): string {
  return assigned
    .map((one) => {
      const unit = units.find(({ id }) => id === one.unitId)?.name;
      const people = namedOf(one, members).map(({ name }) => name);
      if (unit === undefined) return people.length > 0 ? people.join(', ') : one.words;
      return people.length > 0 ? `${unit} (${people.join(', ')})` : unit;
    })
    .join('; ');
}

/** Whose the task is by name, apart from the reader: within a unit nobody needs to be told of the unit. */
export function othersNamed(task: Task, member: Member, members: readonly Member[]): string {
  return task.leads
    .filter(({ unitId }) => unitId === null || isOfUnit(member, unitId))
    .flatMap((one) => namedOf(one, members))
    .filter(({ id }) => id !== member.id)
    .map(({ name }) => name)
    .join(', ');
}

/**
 * One task on one line: "#12 Báo cáo … — hạn 30/11, còn 5 ngày — Phòng …".
 *
 * @param dates due dates that are spoken of together: all overdue, or all still to come; none: the plan's words
 */
export function taskLine(task: Task, dates: Occurrence[], owing: string, context: DayContext): string {
  const { t } = context;
  const due = dates.length > 0 ? datesWords(dates, context) : deadlineText(task, t);
  const item = { number: task.number, title: taskTitle(task, t), due };
  return owing === '' ? t('due.item', item) : t('due.itemOfUnits', { ...item, units: owing });
}

/** All that is overdue and by how much; of what is still to come the first is spoken of and the others are named. */
export function datesWords(dates: Occurrence[], context: DayContext): string {
  const { t, today } = context;
  const [first, ...others] = dates;
  if (first === undefined) return '';
  if (others.length === 0) return dueWordsToday(first, context);
  if (first.lastDay < today) return overdueDatesWords(first, dates, context);
  const due = dueWordsToday(first, context);
  const named = others.slice(0, MOST_DATES).map(({ lastDay }) => dayWords(lastDay, today));
  return t('due.also', { due, days: named.join(', ') + (others.length > MOST_DATES ? '…' : '') });
}

function overdueDatesWords(oldest: Occurrence, dates: Occurrence[], { t, today }: DayContext): string {
  const days = dates.map(({ lastDay }) => dayWords(lastDay, today));
  const said = { count: dates.length, late: daysBetween(oldest.lastDay, today) };
  return days.length > MOST_OVERDUE
    ? t('due.lateFromTo', { ...said, first: days[0] ?? '', last: days.at(-1) ?? '' })
    : t('due.lateDates', { ...said, days: days.join(', ') });
}

/** A step says little without the task that it is part of. */
export function taskTitle({ title, partOf }: Task, t: Translate): string {
  return partOf === null ? shortTitle(title) : t('task.partOf', { title: shortTitle(title), number: partOf });
}

export function deadlineText(task: Task, t: Translate): string {
  const text = task.deadline.text.replace(/\s+/g, ' ').trim();
  return text === '' ? t('task.noDeadline') : shortTitle(text);
}
