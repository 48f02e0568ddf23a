import { partToldTo } from '../../domain/open-dates.ts';
import { periodIn, periodSaid } from '../../domain/period-asked.ts';
import { answersForOffice, may, relationToTask } from '../../domain/permissions.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { onlyNumber } from '../understanding/formal/typed-numbers.ts';
import { overdueWords } from '../words/list-words.ts';
import { ownTasksWords } from '../words/own-tasks-words.ts';
import { owingByUnitWords, periodTasksWords } from '../words/period-words.ts';
import { seenLines, taskDetailWords } from '../words/task-detail-words.ts';

/** "/viec": my tasks; of a leader, the state of the office. */
export const tasksCommand: CommandKind<'tasks'> = {
  slash: [
    {
      words: { vi: ['viec', 'nhiemvu', 'vieccuatoi'], en: ['tasks', 'task'] },
      menu: { line: 'menu.tasks', isFirst: true },
      read: (tail) => taskIn(tail) ?? { name: 'tasks', ...whenIn(tail) },
    },
  ],
  help: ['help.tasks'],
  answer: tasks,
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

async function tasks(turn: MemberTurn, { when }: CommandOf<'tasks'>): Promise<Answer> {
  const { member, store, today } = turn;
  const board = await officeBoard(store, member.organizationId);
  const asked = when === undefined ? null : periodIn(when, today);
  if (asked === null) {
    const absences = await store.absences.ofOffice(member.organizationId, today);
    return { lines: ownTasksWords(board, member, dayContext(turn), absences) };
  }
  const unitId = answersForOffice(member) ? null : (member.unitId ?? NO_UNIT);
  return { lines: periodTasksWords(board, unitId, asked, dayContext(turn)) };
}

async function overdue(turn: MemberTurn, { byUnit }: CommandOf<'overdue'>): Promise<Answer> {
  const { member, store } = turn;
  const board = await officeBoard(store, member.organizationId);
  const unitId = may(member, 'see-office') ? null : (member.unitId ?? NO_UNIT);
  return unitId === null && byUnit
    ? { lines: owingByUnitWords(board, dayContext(turn)) }
    : { lines: overdueWords(board, unitId, dayContext(turn)) };
}

/** "/viec tuần này": the period in the words behind a command. */
export function whenIn(tail: string): { when?: string } {
  const said = periodSaid(tail);
  return said === null ? {} : { when: said.words };
}

export async function taskDetail(turn: MemberTurn, number: number): Promise<Answer> {
  const { member, store, t } = turn;
  const { tasks, units, members } = await officeBoard(store, member.organizationId);
  const task = tasks.find((one) => one.number === number);
  if (!task) return say(t('report.noSuchTask', { number }));
  if (!may(member, 'see-task', relationToTask(member, task))) return say(t('task.notYours'));
  const reports = await store.reports.ofTask(task.id);
  const notes = await store.notes.ofTask(task.id);
  const seen = await store.outbox.seenOfTask(task.id);
  const context = dayContext(turn);
  const part = partToldTo(member, task);
  const detail = taskDetailWords(task, units, reports, context, part, { notes, members });
  return { lines: [...detail, ...seenLines(seen, context)] };
}
