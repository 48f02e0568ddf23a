import { type Absence, isAway } from '../../domain/absence.ts';
import { shortDay } from '../../domain/day.ts';
import { isNamed } from '../../domain/in-charge.ts';
import { type Member, unitsOf, worksIn } from '../../domain/member.ts';
import { answersForOffice } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { DayContext } from './due-words.ts';
import { overdueWords, taskListWords } from './list-words.ts';
import { openTasksOf } from './news-words.ts';
import { officeStateWords } from './office-state-words.ts';

/**
 * /viec: the work of the member's unit; the office's, for whoever answers for all of it; and that of those for whom the
 * member stands in.
 */
export function ownTasksWords(
  board: OfficeBoard,
  member: Member,
  context: DayContext,
  absences: readonly Absence[] = [],
): Line[] {
  return [...ownWords(board, member, context), ...standInWords(board, member, absences, context)];
}

/** And that of those for whom the member stands in today. */
export function standInWords(
  { members, tasks }: OfficeBoard,
  member: Member,
  absences: readonly Absence[],
  context: DayContext,
): Line[] {
  const { t, today } = context;
  return absences
    .filter((one) => one.substituteId === member.id && isAway(one, today))
    .flatMap(({ memberId, lastDay }) => {
      const person = members.find(({ id }) => id === memberId);
      const theirs = person ? openTasksOf(person, tasks, context) : [];
      const heading = t('tasks.standIn', { name: person?.name ?? '', day: shortDay(lastDay) });
      return ['', heading, ...(theirs.length > 0 ? theirs : [t('tasks.none')])].map((text) => ({ text }));
    });
}

function ownWords(board: OfficeBoard, member: Member, context: DayContext): Line[] {
  const isOwn = ({ leads, supports }: Task) =>
    isNamed(member, [...leads, ...supports]) || leads.some(({ unitId }) => worksIn(member, unitId));
  if (answersForOffice(member)) {
    const state = officeStateWords(board, context);
    return board.tasks.some(isOwn)
      ? [...taskListWords(board, member, context), { text: '' }, ...state]
      : state;
  }
  if (unitsOf(member).length > 0) return taskListWords(board, member, context);
  return [{ text: context.t('tasks.noUnit') }, ...overdueWords(board, null, context)];
}
