import { isNamed } from '../../domain/in-charge.ts';
import type { Member } from '../../domain/member.ts';
import { answersForOffice } from '../../domain/permissions.ts';
import type { OfficeBoard } from '../../services/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { DayContext } from './due-words.ts';
import { overdueWords, taskListWords } from './list-words.ts';
import { officeStateWords } from './office-state-words.ts';

/** /viec: the work of the member's unit; the office's, for whoever answers for all of it. */
export function ownTasksWords(board: OfficeBoard, member: Member, context: DayContext): Line[] {
  const isNamedOnAny = board.tasks.some((task) => isNamed(member, [...task.leads, ...task.supports]));
  if (answersForOffice(member)) {
    const state = officeStateWords(board, context);
    return isNamedOnAny ? [...taskListWords(board, member, context), { text: '' }, ...state] : state;
  }
  if (member.unitId !== null) return taskListWords(board, member, context);
  return [{ text: context.t('tasks.noUnit') }, ...overdueWords(board, null, context)];
}
