import { writtenDay, yearOf } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import { type PeriodFound, periodIn, periodSaid } from '../../domain/period-asked.ts';
import { may } from '../../domain/permissions.ts';
import { reportingPeriod, wholeYear } from '../../domain/reporting-period.ts';
import { planName } from '../../services/figures/paper.ts';
import { boardIn, showProgress, weekOf } from '../../services/figures/show-progress.ts';
import { type OfficeBoard, officeBoard } from '../../services/office/office-board.ts';
import { unitNamed } from '../../services/people/bind-chat.ts';
import { planNamed } from '../../services/plans/plan-named.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { FileOrder, ReportFormat } from '../../services/ports/report-writer.ts';
import type { CommandOf, PaperAsked } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { exportFrom } from '../understanding/formal/export.ts';
import { paperFrom } from '../understanding/formal/paper.ts';
import { unitIn } from '../understanding/formal/typed-words.ts';
import { periodWords } from '../words/paper-words.ts';
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

/** "/xuat word VHXH": the same as a file, a table when no format is named; "/xuat thống kê quý 4": a paper. */
export const exportCommand: CommandKind<'export'> = {
  slash: [
    {
      words: { vi: ['xuat', 'xuatfile'], en: ['export'] },
      read: (tail) =>
        paperFrom(tail) ?? exportFrom(tail) ?? { name: 'export', format: 'xlsx', unit: unitIn(tail) },
    },
    { words: { vi: ['thongke'], en: ['statistics'] }, read: (tail) => paperFrom(`thống kê ${tail}`) },
    { words: { vi: ['ketqua'], en: ['results'] }, read: (tail) => paperFrom(`kết quả ${tail}`) },
  ],
  help: ['help.papers'],
  answer: exportProgress,
};

/** "VHXH tháng 11": of whom, and of when. */
function progressFrom(tail: string): CommandOf<'progress'> {
  const said = periodSaid(tail);
  return said === null
    ? { name: 'progress', unit: unitIn(tail) }
    : { name: 'progress', unit: unitIn(said.rest), when: said.words };
}

async function progress(turn: MemberTurn, { unit, when }: CommandOf<'progress'>): Promise<Answer> {
  const asked = await unitAsked(turn, unit);
  if ('answer' in asked) return asked.answer;
  return { lines: progressLines(turn, asked, when === undefined ? null : periodIn(when, turn.today)) };
}

function progressLines(turn: MemberTurn, asked: Asked, period: PeriodFound | null = null): Line[] {
  const { t, today, rules } = turn;
  const { board, unit } = asked;
  const moment = { today, calendar: rules.calendar };
  const view = showProgress(period === null ? board : boardIn(board, period.period), unit, moment);
  const about = period === null ? { week: weekOf(board, unit, moment) } : { asked: period };
  return [...progressWords(view, today, t, about), ...ownOnly(turn, asked)];
}

/** Made when it is sent. */
async function exportProgress(turn: MemberTurn, command: CommandOf<'export'>): Promise<Answer> {
  const { format, unit, paper } = command;
  const asked = await unitAsked(turn, unit);
  if ('answer' in asked) return asked.answer;
  const { t, today } = turn;
  if (!turn.takesFile(format === 'png' ? 'photo' : 'file')) {
    return { lines: [{ text: t('export.noFiles') }, ...progressLines(turn, asked)] };
  }
  if (paper) return exportPaper(turn, format, paper, asked);
  const kind = format === 'png' ? 'picture' : format === 'ics' ? 'calendar' : 'table';
  const lines: Line[] = [{ text: t(`export.${kind}`, { name: nameOf(asked), day: writtenDay(today) }) }];
  return { lines: [...lines, ...ownOnly(turn, asked)], file: { format, ...orderOf(turn, asked) } };
}

/** A report of results, statistics. */
async function exportPaper(
  turn: MemberTurn,
  format: ReportFormat,
  { kind, period: asked, plan: words }: PaperAsked,
  about: Asked,
): Promise<Answer> {
  const { t, store, member, today, rules } = turn;
  if (format !== 'docx' && format !== 'xlsx') return say(t('export.notAsPicture'));
  const plans = await store.plans.ofOrganization(member.organizationId);
  const plan = words === null ? null : planNamed(words, plans);
  if (plan === undefined) {
    return say(t('export.noSuchPlan', { words: words ?? '', plans: plans.map(planName).join('; ') }));
  }
  const period =
    asked === null
      ? wholeYear(plan?.year ?? yearOf(today), rules.closingDay)
      : reportingPeriod(asked, today, rules.closingDay);
  if (period === null) return say(t('export.noSuchPeriod'));
  const said = {
    name: nameOf(about),
    period: periodWords(period, t),
    plan: plan ? t('export.ofPlan', { plan: plan.number ?? plan.title }) : '',
  };
  const other = format === 'docx' ? 'excel' : 'word';
  return {
    lines: [
      { text: t(`export.${kind}`, said) },
      { text: t('export.otherFormat', { format: other }), style: 'quiet' },
      ...ownOnly(turn, about),
    ],
    file: { format, paper: { kind, period, planId: plan?.id ?? null }, ...orderOf(turn, about) },
  };
}

function nameOf({ unit, board }: Asked): string {
  return unit?.name ?? board.office.name;
}

function ownOnly({ t }: MemberTurn, { isOwnOnly }: Asked): Line[] {
  return isOwnOnly ? [{ text: t('progress.ownUnitOnly'), style: 'quiet' }] : [];
}

function orderOf({ t }: MemberTurn, { unit }: Asked): Pick<FileOrder, 'unitId' | 'sorry'> {
  return { unitId: unit?.id ?? null, sorry: t('export.failed') };
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
