import type { Unit } from '../../domain/member.ts';
import type { AssignedUnit, Occurrence, Task } from '../../domain/task.ts';
import type { Translate } from '../translate.ts';
import { type DayContext, dueWordsToday } from './due-words.ts';

/** Plans put whole paragraphs into a title; on a phone the beginning must do. "#12" shows all of it. */
const SHOWN_CHARACTERS = 110;

export function shortTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= SHOWN_CHARACTERS) return line;
  const cut = line.slice(0, SHOWN_CHARACTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHOWN_CHARACTERS / 2))}…`;
}

export function unitNames(unitIds: number[], units: Unit[]): string {
  return unitIds.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []).join('; ');
}

export function assignedNames(assigned: AssignedUnit[], units: Unit[]): string {
  return assigned
    .map(({ unitId, words }) => (unitId === null ? words : unitNames([unitId], units)))
    .join('; ');
}

/** One task on one line: "#12 Báo cáo … — hạn 30/11, còn 5 ngày — Phòng …". */
export function taskLine(task: Task, occurrence: Occurrence, owing: string, context: DayContext): string {
  const { t } = context;
  const item = {
    number: task.number,
    title: shortTitle(task.title),
    due: whenWords(task, occurrence, context),
  };
  return owing === '' ? t('due.item', item) : t('due.itemOfUnits', { ...item, units: owing });
}

/** A monthly question has no date of its own: the plan's words say more. */
function whenWords(task: Task, occurrence: Occurrence, context: DayContext): string {
  return occurrence.kind === 'due' ? dueWordsToday(occurrence, context) : deadlineText(task, context.t);
}

export function deadlineText(task: Task, t: Translate): string {
  const text = task.deadline.text.replace(/\s+/g, ' ').trim();
  return text === '' ? t('task.noDeadline') : shortTitle(text);
}
