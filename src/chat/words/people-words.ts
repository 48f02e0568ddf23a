import { writtenDay } from '../../domain/day.ts';
import type { Figures } from '../../domain/statistics.ts';
import type { PeopleFigures } from '../../services/figures/paper.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { PaperSheet } from '../../services/ports/report-writer.ts';
import type { Translate } from '../translate.ts';
import { attachedWords, periodSlug, periodWords } from './paper-words.ts';
import { plain } from './plain-words.ts';

/** A screen of a phone; the file has everybody. */
const MOST_PEOPLE = 15;

/** By person, whoever is late with most first. */
export function peopleLines({ people }: PeopleFigures, t: Translate): Line[] {
  if (people.length === 0) return [{ text: t('people.none') }];
  const lines = people
    .toSorted((one, other) => other.figures.notDoneOverdue - one.figures.notDoneOverdue)
    .slice(0, MOST_PEOPLE)
    .map(({ person, figures }) => ({ text: t('people.line', { name: person.name, ...figures }) }));
  const hidden = people.length - lines.length;
  return [
    { text: t('people.legend'), style: 'quiet' },
    ...lines,
    ...(hidden > 0 ? [{ text: t('people.more', { count: hidden }) }] : []),
  ];
}

/** The same for the monthly meeting, as a table. */
export function peopleSheetWords(about: PeopleFigures, t: Translate): PaperSheet {
  const { sight, unit, people } = about;
  const { period, today } = sight;
  const shown = COUNTS.filter(
    ({ key }) => key !== 'waiting' || people.some(({ figures }) => figures.waiting > 0),
  );
  return {
    fileName: t('people.fileName', { period: periodSlug(period) }),
    letter: null,
    appendix: {
      heading: t('paper.appendix'),
      title: plain(t('people.title', { period: periodWords(period, t) }).toUpperCase()),
      attachedTo: attachedWords(about, t),
      table: {
        columns: [
          { kind: 'order', heading: t('paper.order') },
          { kind: 'units', heading: t('people.name') },
          { kind: 'units', heading: t('people.unit') },
          ...shown.map(({ heading }) => ({ kind: 'count' as const, heading: t(heading) })),
        ],
        lines: people.map(({ person, unit: own, figures }, at) => ({
          kind: 'row',
          cells: [
            String(at + 1),
            plain(person.name),
            plain(own?.name ?? person.title),
            ...shown.map(({ key }) => figures[key]),
          ],
        })),
      },
      notes: [
        ...(unit === null ? [] : [t('paper.ofUnit', { unit: plain(unit.name) })]),
        t('paper.asOf', { from: writtenDay(period.from), to: writtenDay(period.to), day: writtenDay(today) }),
        t('people.counting'),
      ],
    },
  };
}

const COUNTS = [
  { key: 'given', heading: 'paper.given' },
  { key: 'doneInTime', heading: 'paper.doneInTime' },
  { key: 'doneLate', heading: 'paper.doneLate' },
  { key: 'waiting', heading: 'paper.waitingCount' },
  { key: 'notDoneInTime', heading: 'paper.notDoneInTime' },
  { key: 'notDoneOverdue', heading: 'paper.notDoneOverdue' },
] as const satisfies readonly { key: keyof Figures; heading: string }[];
