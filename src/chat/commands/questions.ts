import { writtenDay } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import { partToldTo } from '../../domain/open-dates.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { unitNamed } from '../../services/bind-chat.ts';
import { type OfficeBoard, officeBoard } from '../../services/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { ReportFormat } from '../../services/ports/report-writer.ts';
import { showProgress } from '../../services/show-progress.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { overdueWords } from '../words/list-words.ts';
import { ownTasksWords } from '../words/own-tasks-words.ts';
import { progressWords } from '../words/progress-words.ts';
import { seenLines, taskDetailWords } from '../words/task-detail-words.ts';

/** Leads nothing: an officer who belongs to no unit has no tasks to be late with. */
const NO_UNIT = 0;

export async function myTasks(turn: MemberTurn): Promise<Answer> {
  const { member, store } = turn;
  const board = await officeBoard(store, member.organizationId);
  return { lines: ownTasksWords(board, member, dayContext(turn)) };
}

export async function progress(turn: MemberTurn, words: string | null): Promise<Answer> {
  const asked = await unitAsked(turn, words);
  return 'answer' in asked ? asked.answer : { lines: progressLines(turn, asked) };
}

function progressLines({ t, today, rules }: MemberTurn, { board, unit, isOwnOnly }: Asked): Line[] {
  const lines = progressWords(showProgress(board, unit, { today, calendar: rules.calendar }), today, t);
  if (isOwnOnly) lines.push({ text: t('progress.ownUnitOnly'), style: 'quiet' });
  return lines;
}

/** The same as a file, made when it is sent. */
export async function exportProgress(
  turn: MemberTurn,
  format: ReportFormat,
  words: string | null,
): Promise<Answer> {
  const asked = await unitAsked(turn, words);
  if ('answer' in asked) return asked.answer;
  const { t, today } = turn;
  if (!turn.takesFile(format === 'png' ? 'photo' : 'file')) {
    return { lines: [{ text: t('export.noFiles') }, ...progressLines(turn, asked)] };
  }
  const kind = format === 'png' ? 'picture' : format === 'ics' ? 'calendar' : 'table';
  const name = asked.unit?.name ?? asked.board.office.name;
  const lines: Line[] = [{ text: t(`export.${kind}`, { name, day: writtenDay(today) }) }];
  if (asked.isOwnOnly) lines.push({ text: t('progress.ownUnitOnly'), style: 'quiet' });
  return { lines, file: { format, unitId: asked.unit?.id ?? null, sorry: t('export.failed') } };
}

interface Asked {
  board: OfficeBoard;
  /** Null: the whole office. */
  unit: Unit | null;
  /** Asked for more than the member may see. */
  isOwnOnly: boolean;
}

/** Whose progress a member asks for and may see. */
async function unitAsked(turn: MemberTurn, words: string | null): Promise<Asked | { answer: Answer }> {
  const { member, store, t } = turn;
  const board = await officeBoard(store, member.organizationId);
  if (board.tasks.length === 0) return { answer: say(t('progress.noPlan')) };
  const asked = words === null ? null : unitNamed(words, board.units);
  if (asked === undefined) {
    const units = board.units.map(({ name }) => name).join('; ');
    return { answer: say(t('progress.noSuchUnit', { words: words ?? '', units })) };
  }
  const own = board.units.find(({ id }) => id === member.unitId);
  const seen: Unit | null | undefined = may(member, 'see-office') ? asked : own;
  if (seen === undefined) return { answer: say(t('progress.ownUnitOnly')) };
  return { board, unit: seen, isOwnOnly: seen !== asked };
}

export async function overdue(turn: MemberTurn): Promise<Answer> {
  const { member, store } = turn;
  const board = await officeBoard(store, member.organizationId);
  const unitId = may(member, 'see-office') ? null : (member.unitId ?? NO_UNIT);
  return { lines: overdueWords(board, unitId, dayContext(turn)) };
}

export async function taskDetail(turn: MemberTurn, number: number): Promise<Answer> {
  const { member, store, t } = turn;
  const { tasks, units } = await officeBoard(store, member.organizationId);
  const task = tasks.find((one) => one.number === number);
  if (!task) return say(t('report.noSuchTask', { number }));
  if (!may(member, 'see-task', relationToTask(member, task))) return say(t('task.notYours'));
  const reports = await store.reports.ofTask(task.id);
  const seen = await store.outbox.seenOfTask(task.id);
  const context = dayContext(turn);
  const detail = taskDetailWords(task, units, reports, context, partToldTo(member, task));
  return { lines: [...detail, ...seenLines(seen, context)] };
}
