import { writtenDay } from '../../domain/day.ts';
import type { Progress } from '../../domain/progress.ts';
import type { RankedOffice, Ranking } from '../../services/figures/ranking.ts';
import type { Button, Line } from '../../services/ports/messenger.ts';
import type { ReportSheet, TableLine, Tone } from '../../services/ports/report-writer.ts';
import { buttonData } from '../button-data.ts';
import type { Translate } from '../translate.ts';
import { plain } from './plain-words.ts';
import { percentOf, sharesOf } from './progress-words.ts';

/** More than a phone is patient with; the table has all of them. */
const MOST_LINES = 30;

/** To the parent: its offices, the best first. */
export function rankingWords({ parent, today, offices }: Ranking, t: Translate): Line[] {
  const hidden = offices.length - MOST_LINES;
  return [
    { text: t('ranking.heading', { name: parent.name, day: writtenDay(today) }), style: 'heading' },
    ...offices.slice(0, MOST_LINES).map((one) => ({ text: lineOf(one, t) })),
    ...(hidden > 0 ? [{ text: t('ranking.more', { count: hidden }), style: 'quiet' as const }] : []),
    { text: t('ranking.counting'), style: 'quiet' },
  ];
}

/** To an office: its own place, and of the others how many they are. */
export function ownRankWords({ parent, today, offices }: Ranking, own: RankedOffice, t: Translate): Line[] {
  const said = { name: parent.name, day: writtenDay(today), rank: own.place, count: offices.length };
  return [
    { text: t('ranking.own', said), style: 'heading' },
    { text: lineOf(own, t) },
    { text: t('ranking.counting'), style: 'quiet' },
  ];
}

export function rankingButtons(t: Translate): Button[][] {
  return [
    [
      { label: t('summary.picture'), data: buttonData({ press: 'ranking-picture', number: 0 }) },
      { label: t('summary.table'), data: buttonData({ press: 'ranking-table', number: 0 }) },
    ],
  ];
}

function lineOf({ of, place, figures, before }: RankedOffice, t: Translate): string {
  const { inTime, overdue, open } = figures;
  const line = t('ranking.line', { rank: place, name: of.name, inTime: shareWords(inTime), overdue, open });
  return before === null
    ? line
    : `${line} ${t('ranking.before', { rank: before.place, inTime: shareWords(before.inTime) })}`;
}

function shareWords(inTime: number | null): string {
  return inTime === null ? '–' : `${inTime}%`;
}

/** The same as a picture or a table. */
export function rankingSheet({ parent, today, offices }: Ranking, now: Date, t: Translate): ReportSheet {
  const count = (key: keyof Progress) => offices.reduce((sum, { progress }) => sum + progress[key], 0);
  const [done, given] = [count('done'), count('given')];
  const all = offices.map(({ progress }) => sharesOf(progress));
  const shares = (tone: Tone) => all.reduce((sum, one) => sum + one[tone], 0);
  const title = plain(t('ranking.title', { name: parent.name }));
  return {
    fileName: t('ranking.fileName', { day: today }),
    title,
    asOf: t('export.asOf', { day: writtenDay(today) }),
    summary: t('export.summary', { done, given, percent: percentOf(done, given) }),
    figures: [
      { label: t('export.given'), count: given },
      { label: t('export.doneInTime'), count: count('doneInTime') },
      { label: t('export.doneLate'), count: count('doneLate') },
      { label: t('export.notDoneInTime'), count: count('notDoneInTime') },
      { label: t('export.notDoneOverdue'), count: count('notDoneOverdue') },
    ],
    shares: {
      done: shares('done'),
      'in-time': shares('in-time'),
      'due-soon': shares('due-soon'),
      overdue: shares('overdue'),
    },
    legend: {
      done: t('export.done'),
      'in-time': t('export.inTime'),
      'due-soon': t('export.dueSoon'),
      overdue: t('export.overdue'),
    },
    barsMean: t('ranking.bars'),
    units: offices.map(({ of, place, figures, progress }) => ({
      name: plain(`${place}. ${of.name}`),
      shares: sharesOf(progress),
      label: shareWords(figures.inTime),
    })),
    table: {
      columns: [
        { kind: 'order', heading: t('ranking.place') },
        { kind: 'task', heading: t('ranking.office') },
        { kind: 'count', heading: t('ranking.inTime') },
        { kind: 'count', heading: t('ranking.overdue') },
        { kind: 'count', heading: t('ranking.open') },
        { kind: 'count', heading: t('ranking.given') },
        { kind: 'count', heading: t('ranking.placeBefore') },
        { kind: 'count', heading: t('ranking.inTimeBefore') },
      ],
      lines: offices.map(
        ({ of, place, figures, before }): TableLine => ({
          kind: 'row',
          cells: [
            place,
            plain(of.name),
            shareWords(figures.inTime),
            figures.overdue,
            figures.open,
            figures.given,
            before?.place ?? '',
            before === null ? '' : shareWords(before.inTime),
          ],
        }),
      ),
    },
    calendar: { name: title, madeAt: now, dates: [] },
  };
}
