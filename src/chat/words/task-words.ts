import type { Unit } from '../../domain/member.ts';
import type { AssignedUnit, Occurrence, Task } from '../../domain/task.ts';
import type { Translate } from '../translate.ts';
import { type DayContext, dayWords, dueWordsToday } from './due-words.ts';

/** Plans put whole paragraphs into a title; on a phone the beginning must do. "#12" shows all of it. */
const SHOWN_CHARACTERS = 110;

/** A daily task neglected for weeks has more dates than anybody wants to read. */
const MOST_DATES = 4;

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
export function owingNames(task: Task, owing: number[], units: Unit[], t: Translate): string {
  // No unit of the office leads it: the plan's own words are all there is.
  if (owing.length === 0) return assignedNames(task.leads, units);
  return owing.length > 2 && owing.length === units.length ? t('due.everyUnit') : unitNames(owing, units);
}

export function unitNames(unitIds: number[], units: Unit[]): string {
  return unitIds.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []).join('; ');
}

export function assignedNames(assigned: AssignedUnit[], units: Unit[]): string {
  return assigned.map(({ unitId, words }) => units.find(({ id }) => id === unitId)?.name ?? words).join('; ');
}

/**
 * One task on one line: "#12 Báo cáo … — hạn 30/11, còn 5 ngày — Phòng …". Of several due dates, the first is spoken
 * of and the others are named.
 */
export function taskLine(
  task: Task,
  [occurrence, ...others]: readonly Occurrence[],
  owing: string,
  context: DayContext,
): string {
  const { t, today } = context;
  const due = occurrence ? whenWords(task, occurrence, context) : deadlineText(task, t);
  const dates = others.filter(({ kind }) => kind === 'due');
  const named = dates.slice(0, MOST_DATES).map(({ lastDay }) => dayWords(lastDay, today));
  const days = dates.length > MOST_DATES ? `${named.join(', ')}…` : named.join(', ');
  const item = {
    number: task.number,
    title: taskTitle(task, t),
    due: days === '' ? due : t('due.also', { due, days }),
  };
  return owing === '' ? t('due.item', item) : t('due.itemOfUnits', { ...item, units: owing });
}

/** A monthly question has no date of its own: the plan's words say more. */
function whenWords(task: Task, occurrence: Occurrence, context: DayContext): string {
  return occurrence.kind === 'due' ? dueWordsToday(occurrence, context) : deadlineText(task, context.t);
}

/** A step says little without the task that it is part of. */
export function taskTitle({ title, partOf }: Task, t: Translate): string {
  return partOf === null ? shortTitle(title) : t('task.partOf', { title: shortTitle(title), number: partOf });
}

export function deadlineText(task: Task, t: Translate): string {
  const text = task.deadline.text.replace(/\s+/g, ' ').trim();
  return text === '' ? t('task.noDeadline') : shortTitle(text);
}
