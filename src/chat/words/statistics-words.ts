import { writtenDay } from '../../domain/day.ts';
import type { Figures } from '../../domain/statistics.ts';
import type { Statistics } from '../../services/figures/paper.ts';
import type { Column, PaperSheet, TableLine } from '../../services/ports/report-writer.ts';
import type { Translate } from '../translate.ts';
import { attachedWords, periodSlug, periodWords } from './paper-words.ts';
import { plain } from './plain-words.ts';

/** Thống kê: the columns of the quarterly form, by field and by unit. */
export function statisticsWords(statistics: Statistics, t: Translate): PaperSheet {
  const { sight, unit } = statistics;
  const { period, today } = sight;
  const { from, to, year } = period;
  return {
    fileName: t('paper.statisticsFileName', { period: periodSlug(period) }),
    letter: null,
    appendix: {
      heading: t('paper.appendix'),
      title: plain(t('paper.statisticsTitle', { period: periodWords(period, t) }).toUpperCase()),
      attachedTo: attachedWords(statistics, t),
      table: tableOf(statistics, t),
      notes: [
        ...(unit === null ? [] : [t('paper.ofUnit', { unit: plain(unit.name) })]),
        t('paper.asOf', { from: writtenDay(from), to: writtenDay(to), day: writtenDay(today) }),
        t('paper.counting', { year }),
        ...(isShared(statistics) ? [t('paper.shared')] : []),
      ],
    },
  };
}

/** A column that has nothing but zeros in most offices stands there only where it has something. */
function tableOf(statistics: Statistics, t: Translate): PaperSheet['appendix']['table'] {
  const { figures, byPart, byUnit } = statistics;
  const shown = COUNTS.filter(({ key }) => key !== 'waiting' || figures.waiting > 0);
  const columns: Column[] = [
    { kind: 'order', heading: t('paper.order') },
    { kind: 'task', heading: t('paper.field') },
    ...shown.map(({ heading, group }) => ({ kind: 'count' as const, heading: t(heading), group: t(group) })),
  ];
  const row = (no: string, words: string, of: Figures, isBold = false): TableLine => ({
    kind: 'row',
    cells: [no, words, ...shown.map(({ key }) => of[key])],
    isBold,
  });
  const lines = byPart.map(({ heading, level, figures: of }) => {
    const { no, words } = numbered(plain(heading) || t('paper.otherTasks'));
    return row(no, words, of, level === 1);
  });
  return {
    columns,
    lines: [
      row('', t('paper.total'), figures, true),
      ...(lines.length > 0 ? [heading(t('paper.byField')), ...lines] : []),
      ...(byUnit.length > 0 ? [heading(t('paper.byUnit'))] : []),
      ...byUnit.map(({ unit, figures: of }, at) =>
        row(String(at + 1), plain(unit?.name ?? t('paper.nobody')), of),
      ),
    ],
  };
}

const COUNTS = [
  { key: 'planned', heading: 'paper.planned', group: 'paper.planGroup' },
  { key: 'plannedDone', heading: 'paper.plannedDone', group: 'paper.planGroup' },
  { key: 'given', heading: 'paper.given', group: 'paper.givenGroup' },
  { key: 'doneInTime', heading: 'paper.doneInTime', group: 'paper.givenGroup' },
  { key: 'doneLate', heading: 'paper.doneLate', group: 'paper.givenGroup' },
  { key: 'waiting', heading: 'paper.waitingCount', group: 'paper.givenGroup' },
  { key: 'notDoneInTime', heading: 'paper.notDoneInTime', group: 'paper.givenGroup' },
  { key: 'notDoneOverdue', heading: 'paper.notDoneOverdue', group: 'paper.givenGroup' },
] as const satisfies readonly { key: keyof Figures; heading: string; group: string }[];

function heading(words: string): TableLine {
  return { kind: 'heading', level: 1, words };
}

/** "II. CẢI CÁCH THỂ CHẾ" */
function numbered(heading: string): { no: string; words: string } {
  const [, no = '', words = heading] = /^([A-Z]|[IVXL]+|\d[\d.]*|[a-zđ])[.)]\s+(.+)$/su.exec(heading) ?? [];
  return { no, words };
}

function isShared({ figures, byUnit }: Statistics): boolean {
  return byUnit.reduce((sum, { figures: own }) => sum + own.planned, 0) > figures.planned;
}
