import { writtenDay, yearOf } from '../../domain/day.ts';
import { headedBy, isOfUnit } from '../../domain/member.ts';
import type { PeriodAsked } from '../../domain/period.ts';
import { type PeriodFound, periodSaid } from '../../domain/period-asked.ts';
import { may, relationToUnit } from '../../domain/permissions.ts';
import {
  latelyUntil,
  type ReportingPeriod,
  reportingPeriod,
  wholeYear,
} from '../../domain/reporting-period.ts';
import { subjectName } from '../../domain/subject.ts';
import { paper, planName } from '../../services/figures/paper.ts';
import { type ReportedWork, reportedWork } from '../../services/figures/reported-work.ts';
import { boardIn, showProgress, weekOf } from '../../services/figures/show-progress.ts';
import { planNamed } from '../../services/plans/plan-named.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { FileOrder, ProgressOrder, ReportFormat } from '../../services/ports/report-writer.ts';
import type { CommandOf, PaperAsked } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { periodMeant } from '../context/period-meant.ts';
import { type SubjectAsked, subjectAsked } from '../context/subject-asked.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { exportFrom } from '../understanding/formal/export.ts';
import { paperFrom } from '../understanding/formal/paper.ts';
import { rankingFrom } from '../understanding/formal/ranking.ts';
import { unitIn } from '../understanding/formal/typed-words.ts';
import { periodWords } from '../words/paper-words.ts';
import { peopleLines } from '../words/people-words.ts';
import { progressWords } from '../words/progress-words.ts';
import { taskIn } from './tasks.ts';

/** "/tiendo", "/tiendo VHXH", "/tiendo Lan tháng 11", "/tiendo mục III": how far the office is, or whoever or whatever is named. */
export const progressCommand: CommandKind<'progress'> = {
  slash: [
    {
      words: { vi: ['tiendo'], en: ['progress'] },
      menu: { line: 'menu.progress' },
      read: (tail) => rankingFrom(tail) ?? taskIn(tail) ?? exportFrom(tail) ?? progressFrom(tail),
    },
  ],
  help: ['help.progress'],
  brief: { line: 'brief.progress' },
  answer: progress,
};

/** "/xuat word VHXH": the same as a file, a table when no format is named; "/xuat thống kê quý 4": a paper. */
export const exportCommand: CommandKind<'export'> = {
  slash: [
    {
      words: { vi: ['xuat', 'xuatfile'], en: ['export'] },
      read: (tail) => paperFrom(tail) ?? exportFrom(tail) ?? exportFrom(`excel ${tail}`),
    },
    { words: { vi: ['thongke'], en: ['statistics'] }, read: (tail) => paperFrom(`thống kê ${tail}`) },
    { words: { vi: ['ketqua'], en: ['results'] }, read: (tail) => paperFrom(`kết quả ${tail}`) },
  ],
  help: ['help.papers'],
  brief: { line: 'brief.papers', for: 'see-office' },
  async answer(turn, command) {
    const answer = await exportProgress(turn, command);
    return command.asPdf ? { ...answer, isUnmet: true } : answer;
  },
};

/** "VHXH tháng 11": of whom, and of when. */
function progressFrom(tail: string): CommandOf<'progress'> {
  const said = periodSaid(tail);
  return said === null
    ? { name: 'progress', unit: unitIn(tail) }
    : { name: 'progress', unit: unitIn(said.rest), when: said.words };
}

async function progress(turn: MemberTurn, command: CommandOf<'progress'>): Promise<Answer> {
  const asked = await progressAsked(turn, command);
  return 'answer' in asked ? asked.answer : { lines: progressLines(turn, asked) };
}

function progressLines(turn: MemberTurn, asked: Asked): Line[] {
  const { t, today, rules } = turn;
  const { work, subject, period } = asked;
  const moment = { today, calendar: rules.calendar };
  const board = period === null ? work.board : boardIn(work.board, period.period);
  const view = showProgress(board, subject, moment);
  const week = weekOf({ ...work, board }, subject, moment);
  return [...progressWords(view, today, t, { asked: period, week }), ...ownOnly(turn, asked)];
}

/** Made when it is sent. */
async function exportProgress(turn: MemberTurn, command: CommandOf<'export'>): Promise<Answer> {
  const { format, paper: ordered } = command;
  const asked = await progressAsked(turn, command);
  if ('answer' in asked) return asked.answer;
  const { t, today } = turn;
  if (!turn.takesFile(format === 'png' ? 'photo' : 'file')) {
    return { lines: [{ text: t('export.noFiles') }, ...progressLines(turn, asked)] };
  }
  if (ordered) {
    const answer = await exportPaper(turn, format, ordered, asked);
    return answer.file ? { ...answer, lines: [...answer.lines, ...noPdf(turn, command)] } : answer;
  }
  const kind = format === 'png' ? 'picture' : format === 'ics' ? 'calendar' : 'table';
  const about = { name: nameOf(asked), day: writtenDay(today) };
  const lines: Line[] = [{ text: t(`export.${kind}`, about) }];
  return {
    lines: [...lines, ...noPdf(turn, command), ...ownOnly(turn, asked)],
    file: { format, ...orderOf(asked), sorry: t('export.failed') },
  };
}

const THIS_MONTH: PeriodAsked = { unit: 'month', which: 'this', year: null };

/** Where none was asked for: of what hinders all that may still be of interest, of people this month, else the plan's year. */
function periodOfPaper(
  { today, rules: { closingDay } }: MemberTurn,
  { kind, asked }: { kind: PaperAsked['kind']; asked: PeriodAsked | null },
  year: number,
): ReportingPeriod | null {
  if (asked !== null) return reportingPeriod(asked, today, closingDay);
  if (kind === 'obstacles') return latelyUntil(today);
  return kind === 'people' ? reportingPeriod(THIS_MONTH, today, closingDay) : wholeYear(year, closingDay);
}

/** A report of results, statistics, the list by person. */
async function exportPaper(
  turn: MemberTurn,
  format: ReportFormat,
  { kind, period: asked, plan: words }: PaperAsked,
  asAsked: Asked,
): Promise<Answer> {
  const { t, today } = turn;
  const about = kind === 'people' ? ofOwnUnit(turn, asAsked) : asAsked;
  if (format !== 'docx' && format !== 'xlsx') return say(t('export.notAsPicture'));
  const { plans } = about.work;
  const plan = words === null ? null : planNamed(words, plans);
  if (plan === undefined) {
    return say(t('export.noSuchPlan', { words: words ?? '', plans: plans.map(planName).join('; ') }));
  }
  const period = periodOfPaper(turn, { kind, asked }, plan?.year ?? yearOf(today));
  if (period === null) return say(t('export.noSuchPeriod'));
  if (kind === 'people' && !maySeePeople(turn, about)) return say(t('people.notAllowed'));
  if (kind === 'people' && turn.chat.kind === 'group') return say(t('people.privately'));
  if (about.subject.person !== null) return say(t('export.paperOfUnits'));
  const said = {
    name: nameOf(about),
    period: periodWords(period, t),
    plan: plan ? t('export.ofPlan', { plan: plan.number ?? plan.title }) : '',
  };
  const other = format === 'docx' ? 'excel' : 'word';
  const file: FileOrder = {
    format,
    paper: { kind, period, planId: plan?.id ?? null },
    unitId: about.subject.unit?.id ?? null,
    sorry: t('export.failed'),
  };
  return {
    lines: [
      { text: t(kind === 'obstacles' && asked === null ? 'export.obstaclesNow' : `export.${kind}`, said) },
      ...(await peopleIn(turn, file)),
      { text: t('export.otherFormat', { format: other }), style: 'quiet' },
      ...ownOnly(turn, about),
    ],
    file,
  };
}

/** A head who names no unit means the first of those headed, and hears of the others. */
function ofOwnUnit({ member }: MemberTurn, asked: Asked): Asked {
  const headed = headedBy(member);
  const [first = member.unitId] = headed;
  const own = asked.work.board.units.find(({ id }) => id === first);
  if (asked.subject.unit !== null || own === undefined || may(member, 'see-people')) return asked;
  return { ...asked, subject: { ...asked.subject, unit: own }, isOwnOnly: headed.length > 1 };
}

function maySeePeople({ member }: MemberTurn, { subject: { unit } }: Asked): boolean {
  return may(member, 'see-people', relationToUnit(member, unit?.id ?? null));
}

/** Of the list by person, as much as a screen takes, before the file. */
async function peopleIn(
  { store, member, t, today, rules }: MemberTurn,
  { paper: order, unitId }: FileOrder,
): Promise<Line[]> {
  if (order?.kind !== 'people') return [];
  const moment = { today, calendar: rules.calendar };
  const asked = await paper(store, member.organizationId, { ...order, unitId }, moment);
  return asked.kind === 'people' ? peopleLines(asked, t) : [];
}

/** "Phòng Kinh tế", "Hà Thị Lan tháng 11". */
function nameOf({ subject, work, period }: Asked): string {
  const name = subjectName(subject) || work.board.office.name;
  return period === null ? name : `${name} ${period.words}`;
}

/** There is a Word file instead, from which a PDF is made in a moment. */
function noPdf({ t }: MemberTurn, { asPdf }: CommandOf<'export'>): Line[] {
  return asPdf ? [{ text: t('export.noPdf'), style: 'quiet' }] : [];
}

/** Whoever is of several units hears of the others. */
function ownOnly({ t, member }: MemberTurn, { isOwnOnly, subject, work }: Asked): Line[] {
  if (!isOwnOnly) return [];
  const others = work.board.units.filter(({ id }) => isOfUnit(member, id) && id !== subject.unit?.id);
  const units = others.map(({ name }) => name).join('; ');
  return [
    { text: t('progress.ownUnitOnly'), style: 'quiet' },
    ...(units === '' ? [] : [{ text: t('progress.otherOwnUnits', { units }), style: 'quiet' } as const]),
  ];
}

function orderOf({ subject, period }: Asked): ProgressOrder {
  const { unit, person, plan, section } = subject;
  return {
    unitId: unit?.id ?? null,
    ...(person ? { memberId: person.id } : {}),
    ...(plan ? { planId: plan.id } : {}),
    ...(section === null ? {} : { section }),
    ...(period === null ? {} : { period: { words: period.words, ...period.period } }),
  };
}

interface Asked extends SubjectAsked {
  work: ReportedWork;
  /** Null: whenever. */
  period: PeriodFound | null;
}

/** Whose progress a member asks for and may see, and of when. */
async function progressAsked(
  turn: MemberTurn,
  { unit, unitId = 0, when }: { unit: string | null; unitId?: number; when?: string },
): Promise<Asked | { answer: Answer }> {
  const { member, store, t } = turn;
  const work = await reportedWork(store, member.organizationId);
  if (work.board.tasks.length === 0) return { answer: say(t('progress.noPlan')) };
  const period = periodMeant(turn, when);
  if (period !== null && 'answer' in period) return period;
  const ofButton = work.board.units.find(({ id }) => id === unitId);
  const about = subjectAsked(turn, ofButton?.name ?? unit, work.board, work.plans);
  return 'answer' in about ? about : { ...about, work, period };
}
