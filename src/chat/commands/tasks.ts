import { partToldTo } from '../../domain/open-dates.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { officeBoard } from '../../services/office-board.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { onlyNumber } from '../understanding/formal/typed-numbers.ts';
import { overdueWords } from '../words/list-words.ts';
import { ownTasksWords } from '../words/own-tasks-words.ts';
import { seenLines, taskDetailWords } from '../words/task-detail-words.ts';

/** "/viec": my tasks; of a leader, the state of the office. */
export const tasksCommand: CommandKind<'tasks'> = {
  slash: [
    {
      words: { vi: ['viec', 'nhiemvu', 'vieccuatoi'], en: ['tasks', 'task'] },
      menu: { line: 'menu.tasks', isFirst: true },
      read: (tail) => taskIn(tail) ?? { name: 'tasks' },
    },
  ],
  help: ['help.tasks'],
  answer: myTasks,
};

/** "#12": one task in full. */
export const taskCommand: CommandKind<'task'> = {
  help: ['help.task'],
  answer: (turn, { number }) => taskDetail(turn, number),
};

/** "/quahan": what is overdue in the office, or in the own unit. */
export const overdueCommand: CommandKind<'overdue'> = {
  slash: [
    {
      words: { vi: ['quahan', 'trehan'], en: ['overdue'] },
      menu: { line: 'menu.overdue' },
      read: () => ({ name: 'overdue' }),
    },
  ],
  help: ['help.overdue'],
  answer: overdue,
};

/** "/viec 12", "/tiendo 12": the task that the words name, where they name nothing else. */
export function taskIn(tail: string): CommandOf<'task'> | null {
  const number = onlyNumber(tail);
  return number === null ? null : { name: 'task', number };
}

/** Leads nothing: an officer who belongs to no unit has no tasks to be late with. */
const NO_UNIT = 0;

async function myTasks(turn: MemberTurn): Promise<Answer> {
  const { member, store, today } = turn;
  const board = await officeBoard(store, member.organizationId);
  const absences = await store.absences.ofOffice(member.organizationId, today);
  return { lines: ownTasksWords(board, member, dayContext(turn), absences) };
}

async function overdue(turn: MemberTurn): Promise<Answer> {
  const { member, store } = turn;
  const board = await officeBoard(store, member.organizationId);
  const unitId = may(member, 'see-office') ? null : (member.unitId ?? NO_UNIT);
  return { lines: overdueWords(board, unitId, dayContext(turn)) };
}

export async function taskDetail(turn: MemberTurn, number: number): Promise<Answer> {
  const { member, store, t } = turn;
  const { tasks, units, members } = await officeBoard(store, member.organizationId);
  const task = tasks.find((one) => one.number === number);
  if (!task) return say(t('report.noSuchTask', { number }));
  if (!may(member, 'see-task', relationToTask(member, task))) return say(t('task.notYours'));
  const reports = await store.reports.ofTask(task.id);
  const seen = await store.outbox.seenOfTask(task.id);
  const context = dayContext(turn);
  const detail = taskDetailWords(task, units, reports, context, partToldTo(member, task), members);
  return { lines: [...detail, ...seenLines(seen, context)] };
}
