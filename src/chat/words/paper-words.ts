import { writtenDay, yearOf } from '../../domain/day.ts';
import { evidenceIn } from '../../domain/evidence.ts';
import { itemsIn, type Part, partsOf } from '../../domain/plan-parts.ts';
import type { ReportingPeriod } from '../../domain/reporting-period.ts';
import { resultSaid } from '../../domain/result-said.ts';
import { dateStands, doneOn } from '../../domain/statistics.ts';
import { type Occurrence, plannedDay } from '../../domain/task.ts';
import type { PaperAbout, ResultReport, ResultRow } from '../../services/figures/paper.ts';
import type { PlanRecord } from '../../services/ports/plans.ts';
import type { Cell, Column, Letter, PaperSheet, TableLine } from '../../services/ports/report-writer.ts';
import type { EvidenceKept, ReportRecord } from '../../services/ports/reports.ts';
import type { Translate } from '../translate.ts';
import { plain } from './plain-words.ts';
import { percentOf } from './progress-words.ts';

/** "quý IV năm 2026" */
export function periodWords({ unit, ordinal, year, from, to }: ReportingPeriod, t: Translate): string {
  switch (unit) {
    case 'month':
      return t('paper.month', { ordinal, year });
    case 'quarter':
      return t('paper.quarter', { roman: ROMAN[ordinal - 1] ?? ordinal, year });
    case 'half':
      return t(ordinal === 1 ? 'paper.firstHalf' : 'paper.secondHalf', { year });
    case 'nine-months':
      return t('paper.nineMonths', { year });
    case 'year':
      return t('paper.year', { year });
    case 'dates':
      return t('paper.dates', { from: writtenDay(from), to: writtenDay(to) });
  }
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** "quy-4-2026", for the name of a file. */
export function periodSlug({ unit, ordinal, year, from, to }: ReportingPeriod): string {
  const slugs = {
    month: `thang-${ordinal}`,
    quarter: `quy-${ordinal}`,
    half: `nua-nam-${ordinal}`,
    'nine-months': '9-thang',
    year: 'nam',
  };
  return unit === 'dates' ? `${from}-${to}` : `${slugs[unit]}-${year}`;
}

/** Báo cáo kết quả: the letter, left to be filled in, and the plan's rows with what came of them. */
export function resultReportWords(report: ResultReport, t: Translate): PaperSheet {
  const { sight, whole } = report;
  const period = periodWords(sight.period, t);
  return {
    fileName: t('paper.resultsFileName', { period: periodSlug(sight.period) }),
    letter: letterWords(report, t),
    appendix: {
      heading: t('paper.appendix'),
      title: plain(t('paper.resultTitle', { period }).toUpperCase()),
      attachedTo: attachedWords(report, t),
      table: {
        columns: columns(t),
        lines: [
          ...linesOf(whole, report, t),
          { kind: 'closing', words: countWords('paper.wholeDone', whole, t) },
        ],
      },
      notes: report.unit === null ? [] : [t('paper.ofUnit', { unit: plain(report.unit.name) })],
    },
  };
}

function columns(t: Translate): Column[] {
  return (['order', 'task', 'deadline', 'result', 'evidence'] as const).map((kind) => ({
    kind,
    heading: t(`paper.${kind}`),
  }));
}

/** Each part closes with its count. */
function linesOf(part: Part<ResultRow>, report: ResultReport, t: Translate): TableLine[] {
  return part.entries.flatMap((entry, at): TableLine[] => {
    if ('part' in entry) {
      const { part: below } = entry;
      const words = plain(below.heading);
      return [
        { kind: 'heading', level: below.level, words },
        ...linesOf(below, report, t),
        { kind: 'closing', words: countWords('paper.partDone', below, t, words) },
      ];
    }
    const { item: row } = entry;
    const no = row.task.row.no || String(at + 1);
    return [rowOf(row, no, report, t), ...row.steps.map((step) => stepOf(step, report, t))];
  });
}

function rowOf(row: ResultRow, no: string, report: ResultReport, t: Translate): TableLine {
  const { task } = row;
  const words = [no, task.title, task.deadline.text].map(plain);
  return { kind: 'row', cells: [...words, resultCell(row, report, t), evidenceCell(row.reports, t)] };
}

function stepOf(row: Omit<ResultRow, 'steps'>, report: ResultReport, t: Translate): TableLine {
  const title = plain(t('paper.step', { title: row.task.title }));
  const cells = ['', title, plain(row.task.deadline.text), resultCell(row, report, t)];
  return { kind: 'row', cells: [...cells, evidenceCell(row.reports, t)] };
}

/** What was said of it; where nothing was, when it was done or how it stands. */
function resultCell(
  { task, dates, reports }: Omit<ResultRow, 'steps'>,
  report: ResultReport,
  t: Translate,
): Cell {
  if (dates.length === 0) {
    const isPast = task.occurrences.some(({ kind, state }) => kind === 'due' && state === 'past');
    return t(isPast ? 'paper.past' : 'paper.notStarted');
  }
  const toCome = dates.filter((one) => dateStands(one, report.work.reports, report.sight) === 'to-come');
  // Of dates that are still to come the next one is enough.
  const told = dates.filter((date) => !toCome.slice(1).includes(date));
  const lines = told.map((date) => {
    const said = reports
      .filter(({ occurrenceId }) => occurrenceId === date.id)
      .map(saidIn)
      .filter((words) => words !== '');
    const words = said.length > 0 ? said.join('; ') : standsWords(date, report, t);
    return dates.length > 1 && date.kind === 'due'
      ? t('paper.dateNamed', { day: writtenDay(plannedDay(date)), words })
      : words;
  });
  return plain(lines.join('\n'));
}

/** A report of results was written for this column; a message in chat first says that something is done. */
function saidIn({ text, memberId }: ReportRecord): string {
  return memberId === null ? text : resultSaid(evidenceIn(text).rest.replace(/\s+/g, ' '));
}

function standsWords(date: Occurrence, { work, sight }: PaperAbout, t: Translate): string {
  const planned = writtenDay(plannedDay(date));
  const day = doneOn(date, work.reports, sight.unitId);
  if (date.kind !== 'due') return t('paper.doneOn', { day: writtenDay(day ?? date.lastDay) });
  switch (dateStands(date, work.reports, sight)) {
    case 'in-time':
      return t('paper.doneOn', { day: writtenDay(day ?? '') });
    case 'late':
      return t('paper.doneLateOn', { day: writtenDay(day ?? ''), planned });
    case 'waiting':
      return t('paper.waiting');
    case 'to-come':
      return t('paper.toCome', { planned });
    case 'overdue':
      return t('paper.overdue', { planned });
  }
}

function evidenceCell(reports: ReportRecord[], t: Translate): Cell {
  const shown = new Map<string, string | null>();
  for (const item of reports.flatMap(({ evidence }) => evidence)) {
    shown.set(plain(evidenceWords(item, t)), item.kind === 'link' ? item.value : null);
  }
  return [...shown].map(([text, url]) => ({ text, url }));
}

function evidenceWords(item: EvidenceKept, t: Translate): string {
  if (item.kind !== 'file') return item.value;
  return item.name === null ? t('report.fileUnnamed') : t('report.file', { name: item.name });
}

/** Two figures, as such papers write them: "hoàn thành 07/07". */
function countWords(
  key: 'paper.partDone' | 'paper.wholeDone' | 'paper.done',
  part: Part<ResultRow>,
  t: Translate,
  heading = '',
): string {
  const rows = itemsIn(part);
  const done = rows.filter(({ isDone }) => isDone).length;
  const figures = {
    done: twoFigures(done),
    given: twoFigures(rows.length),
    percent: percentOf(done, rows.length),
  };
  return [heading, t(key, figures)].filter((words) => words !== '').join(': ');
}

function twoFigures(count: number): string {
  return String(count).padStart(2, '0');
}

function letterWords(report: ResultReport, t: Translate): Letter {
  const { work, sight, plan, unit, whole } = report;
  const { today, period } = sight;
  const { name } = work.board.office;
  const said = periodWords(period, t);
  const count = countWords('paper.done', whole, t);
  const day = writtenDay(today);
  const { isCommittee, place } = officeNamed(name);
  const opening = { office: name, period: said };
  return {
    issuer: isCommittee ? [t('paper.peoplesCommittee'), place.toUpperCase()] : [name.toUpperCase()],
    number: t('paper.number', { office: symbolOf(name, t) }),
    nation: t('paper.nation'),
    motto: t('paper.motto'),
    placeAndDate: t('paper.placeAndDate', {
      place: place.replace(/^(?:phường|xã|thị trấn|đặc khu)\s+/iu, ''),
      year: yearOf(today),
    }),
    kind: t('paper.kind'),
    subject: plain(
      plan?.number
        ? t('paper.resultSubjectOfPlan', { plan: plan.number, period: said })
        : t('paper.resultSubject', { period: said }),
    ),
    paragraphs: [
      plan
        ? t('paper.opening', { ...opening, plan: citedPlan(plan, t) })
        : t('paper.openingOfPlans', opening),
      unit ? t('paper.wholeOfUnit', { unit: unit.name, count, day }) : t('paper.whole', { count, day }),
      ...partsOf(whole).map((part) =>
        t('paper.part', { heading: part.heading, count: countWords('paper.done', part, t) }),
      ),
      t('paper.attached'),
      t('paper.closing', opening),
    ].map(plain),
    recipients: {
      heading: t('paper.recipients'),
      lines: [t('paper.recipientAbove'), t('paper.recipientFiles')],
    },
    signer: isCommittee ? [t('paper.signFor'), t('paper.signer')] : [t('paper.signerTitle')],
  };
}

function citedPlan({ number, title: named, issuedOn }: PlanRecord, t: Translate): string {
  const title = named.replace(/^kế hoạch\s+(?:về\s+)?/iu, '');
  if (number === null) return t('paper.planCitedNoNumber', { title });
  const dated = issuedOn === null ? '' : t('paper.planDated', { day: writtenDay(issuedOn) });
  return t('paper.planCited', { number, dated, title });
}

export function attachedWords({ work, sight }: PaperAbout, t: Translate): string {
  const { name } = work.board.office;
  return plain(t('paper.attachedTo', { office: symbolOf(name, t), year: yearOf(sight.today), name }));
}

/** "UBND phường Sen Vàng" */
function officeNamed(name: string): { isCommittee: boolean; place: string } {
  const [, place] = /^(?:ubnd|(?:ủy|uỷ) ban nhân dân)\s+(.+)$/iu.exec(name.normalize('NFC').trim()) ?? [];
  return place === undefined ? { isCommittee: false, place: '…' } : { isCommittee: true, place };
}

/** By which its documents are numbered. */
function symbolOf(name: string, t: Translate): string {
  return officeNamed(name).isCommittee ? 'UBND' : t('paper.someOffice');
}
