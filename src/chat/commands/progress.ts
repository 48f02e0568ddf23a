import { writtenDay } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import { type PeriodAsked, periodIn, periodWords } from '../../domain/period-asked.ts';
import { may } from '../../domain/permissions.ts';
import { unitNamed } from '../../services/bind-chat.ts';
import { type OfficeBoard, officeBoard } from '../../services/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import { boardIn, showProgress, weekOf } from '../../services/show-progress.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { exportFrom } from '../understanding/formal/export.ts';
import { unitIn } from '../understanding/formal/typed-words.ts';
import { progressWords } from '../words/progress-words.ts';
import { taskIn } from './tasks.ts';

/** "/tiendo", "/tiendo VHXH": how far the office is, or one unit. */
export const progressCommand: CommandKind<'progress'> = {
  slash: [
    {
      words: { vi: ['tiendo'], en: ['progress'] },
      menu: { line: 'menu.progress' },
      read: (tail) => taskIn(tail) ?? exportFrom(tail) ?? progressFrom(tail),
    },
  ],
  help: ['help.progress'],
  answer: progress,
};

/** "/xuat word VHXH": the same as a file, a table when no format is named. */
export const exportCommand: CommandKind<'export'> = {
  slash: [
    {
      words: { vi: ['xuat', 'xuatfile'], en: ['export'] },
      read: (tail) => exportFrom(tail) ?? { name: 'export', format: 'xlsx', unit: unitIn(tail) },
    },
  ],
  answer: exportProgress,
};

/** "VHXH tháng 11": of whom, and of when. */
function progressFrom(tail: string): CommandOf<'progress'> {
  const when = periodWords(tail);
  if (when === null) return { name: 'progress', unit: unitIn(tail) };
  return { name: 'progress', unit: unitIn(tail.normalize('NFC').replace(when, ' ')), when };
}

async function progress(turn: MemberTurn, { unit, when }: CommandOf<'progress'>): Promise<Answer> {
  const asked = await unitAsked(turn, unit);
  if ('answer' in asked) return asked.answer;
  return { lines: progressLines(turn, asked, when === undefined ? null : periodIn(when, turn.today)) };
}

function progressLines(
  { t, today, rules }: MemberTurn,
  { board, unit, isOwnOnly }: Asked,
  asked: PeriodAsked | null = null,
): Line[] {
  const moment = { today, calendar: rules.calendar };
  const view = showProgress(asked === null ? board : boardIn(board, asked.period), unit, moment);
  const lines = progressWords(
    view,
    today,
    t,
    asked === null ? { week: weekOf(board, unit, moment) } : { asked },
  );
  if (isOwnOnly) lines.push({ text: t('progress.ownUnitOnly'), style: 'quiet' });
  return lines;
}

/** Made when it is sent. */
async function exportProgress(turn: MemberTurn, { format, unit }: CommandOf<'export'>): Promise<Answer> {
  const asked = await unitAsked(turn, unit);
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
