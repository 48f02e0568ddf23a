import { partToldTo } from '../../domain/open-dates.ts';
import { type PeriodFound, periodSaid } from '../../domain/period-asked.ts';
import { answersForOffice, may, relationToTask } from '../../domain/permissions.ts';
import { WHOLE_OFFICE } from '../../domain/subject.ts';
import { type OfficeBoard, officeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { periodMeant } from '../context/period-meant.ts';
import { subjectAsked } from '../context/subject-asked.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { onlyNumber } from '../understanding/formal/typed-numbers.ts';
import { unitIn } from '../understanding/formal/typed-words.ts';
import { overdueOfWords, overdueTasks, overdueWords } from '../words/list-words.ts';
import { ownTasksWords, standInWords } from '../words/own-tasks-words.ts';
import {
  openTasksWords,
  owingByUnitWords,
  owingOfTaskWords,
  ownPeriodWords,
  periodTasksWords,
} from '../words/period-words.ts';
import { seenLines, taskDetailWords } from '../words/task-detail-words.ts';

/** "/viec": my tasks; of a leader, the state of the office. */
export const tasksCommand: CommandKind<'tasks'> = {
  slash: [
    {
      words: { vi: ['viec', 'nhiemvu', 'vieccuatoi'], en: ['tasks', 'task'] },
      menu: { line: 'menu.tasks', isFirst: true },
      read: (tail) => taskIn(tail) ?? tasksFrom(tail),
    },
  ],
  help: ['help.tasks'],
  brief: { line: 'brief.tasks' },
  answer: tasks,
};

/** "#12": one task in full. */
export const taskCommand: CommandKind<'task'> = {
  help: ['help.task'],
  brief: { line: 'brief.task' },
  answer: (turn, { number, owing }) => taskDetail(turn, number, owing === true),
};

/** "/quahan": what is overdue in the office, or in the own unit. */
export const overdueCommand: CommandKind<'overdue'> = {
  slash: [
    {
      words: { vi: ['quahan', 'trehan'], en: ['overdue'] },
      menu: { line: 'menu.overdue' },
      read: (tail) => overdueFrom(tail),
    },
  ],
  help: ['help.overdue'],
  brief: { line: 'brief.overdue' },
  answer: overdue,
};

/** "/viec 12", "/tiendo 12": the task that the words name, where they name nothing else. */
export function taskIn(tail: string): CommandOf<'task'> | null {
  const number = onlyNumber(tail);
  return number === null ? null : { name: 'task', number };
}

async function tasks(turn: MemberTurn, { when, about }: CommandOf<'tasks'>): Promise<Answer> {
  const { member, store, t, today } = turn;
  const board = await officeBoard(store, member.organizationId);
  const period = periodMeant(turn, when);
  if (period !== null && 'answer' in period) return period.answer;
  if (about !== undefined) return tasksOf(turn, about, board, period);
  const context = dayContext(turn);
  const absences = await store.absences.ofOffice(member.organizationId, today);
  if (period === null) return { lines: ownTasksWords(board, member, context, absences) };
  const isNow = period.period.from <= today && today <= period.period.to;
  if (answersForOffice(member)) {
    const late = isNow ? overdueTasks(board.tasks, null, context).length : 0;
    const alsoLate: Line[] =
      late > 0 ? [{ text: t('period.alsoOverdue', { count: late }), style: 'quiet' }] : [];
    return { lines: [...periodTasksWords(board, WHOLE_OFFICE, period, context), ...alsoLate] };
  }
  const others = isNow ? standInWords(board, member, absences, context) : [];
  return { lines: [...ownPeriodWords(board, member, period, context), ...others] };
}

/** "/viec VHXH tuần sau", "việc của Lan": of whoever or whatever is named. */
async function tasksOf(
  turn: MemberTurn,
  about: string,
  board: OfficeBoard,
  period: PeriodFound | null,
): Promise<Answer> {
  const { store, member, t } = turn;
  const plans = await store.plans.ofOrganization(member.organizationId);
  const asked = subjectAsked(turn, about, board, plans);
  if ('answer' in asked) return asked.answer;
  const { subject, isOwnOnly } = asked;
  const context = dayContext(turn);
  const lines =
    period === null
      ? openTasksWords(board, subject, context)
      : periodTasksWords(board, subject, period, context);
  const ownOnly: Line[] = isOwnOnly ? [{ text: t('tasks.ownUnitOnly'), style: 'quiet' }] : [];
  return { lines: [...lines, ...ownOnly] };
}

async function overdue(turn: MemberTurn, { byUnit, about }: CommandOf<'overdue'>): Promise<Answer> {
  const { member, store, t } = turn;
  const board = await officeBoard(store, member.organizationId);
  if (about !== undefined) {
    const plans = await store.plans.ofOrganization(member.organizationId);
    const asked = subjectAsked(turn, about, board, plans);
    if ('answer' in asked) return asked.answer;
    const { subject, isOwnOnly } = asked;
    const ownOnly: Line[] = isOwnOnly ? [{ text: t('tasks.ownUnitOnly'), style: 'quiet' }] : [];
    return { lines: [...overdueOfWords(board, subject, dayContext(turn)), ...ownOnly] };
  }
  const asker = may(member, 'see-office') ? null : member;
  return asker === null && byUnit
    ? { lines: owingByUnitWords(board, dayContext(turn)) }
    : { lines: overdueWords(board, asker, dayContext(turn)) };
}

/** "/quahan VHXH": of whom. */
function overdueFrom(tail: string): CommandOf<'overdue'> {
  const about = unitIn(tail);
  return { name: 'overdue', ...(about === null ? {} : { about }) };
}

/** "/viec tuần này", "/viec VHXH tuần sau": of when, and of whom. */
function tasksFrom(tail: string): CommandOf<'tasks'> {
  const said = periodSaid(tail);
  const about = unitIn(said?.rest ?? tail);
  return {
    name: 'tasks',
    ...(said === null ? {} : { when: said.words }),
    ...(about === null ? {} : { about }),
  };
}

/** @param owing only who owes it: "ai chưa báo cáo việc 6" */
export async function taskDetail(turn: MemberTurn, number: number, owing = false): Promise<Answer> {
  const { member, store, t } = turn;
  const board = await officeBoard(store, member.organizationId);
  const { tasks, units, members } = board;
  const task = tasks.find((one) => one.number === number);
  if (!task) return say(t('report.noSuchTask', { number }));
  if (!may(member, 'see-task', relationToTask(member, task))) return say(t('task.notYours'));
  if (owing) return { lines: owingOfTaskWords(task, board, dayContext(turn)) };
  const reports = await store.reports.ofTask(task.id);
  const notes = await store.notes.ofTask(task.id);
  const seen = await store.outbox.seenOfTask(task.id);
  const context = dayContext(turn);
  const part = partToldTo(member, task);
  const detail = taskDetailWords(task, units, reports, context, part, { notes, members });
  return { lines: [...detail, ...seenLines(seen, context)] };
}
