/** Phrases a second, ours and chrono-node's Vietnamese parser, on the same phrases in the same run. */
import { parse as parseWithChrono } from 'chrono-node/vi';
import { parseDeadline } from '../src/domain/deadline/parse-deadline.ts';
import type { Label } from './labels.ts';

export interface Contender {
  name: string;
  read: (label: Label) => unknown;
}

export const CONTENDERS: Contender[] = [
  { name: 'nhachan', read: ({ phrase, context_year: year }) => parseDeadline(phrase, { year }) },
  { name: 'chrono-node/vi', read: chronoReads },
];

const SECONDS = 2;

/** In turns, so that a busy machine slows down both alike; the first turn only warms up. */
export function phrasesPerSecond(labels: readonly Label[]): Map<string, number> {
  const spent = new Map(CONTENDERS.map(({ name }) => [name, { ms: 0, phrases: 0 }]));
  for (let turn = 0; [...spent.values()].some(({ ms }) => ms < 1000 * SECONDS); turn++) {
    for (const { name, read } of CONTENDERS) {
      const from = performance.now();
      for (const label of labels) read(label);
      const own = spent.get(name);
      if (own === undefined || turn === 0) continue;
      own.ms += performance.now() - from;
      own.phrases += labels.length;
    }
  }
  return new Map([...spent].map(([name, { ms, phrases }]) => [name, (1000 * phrases) / ms]));
}

/** Of the phrases that state one day, those of which the day as written is read. */
export function daysRight(labels: readonly Label[]): { name: string; right: number; of: number }[] {
  const days = labels.filter(({ kind, due_inclusive: day }) => kind === 'date' && typeof day === 'string');
  const ours = days.filter(({ phrase, context_year: year, due_inclusive: day }) => {
    const deadline = parseDeadline(phrase, { year });
    return deadline.kind === 'date' && deadline.statedDay === day;
  });
  // It finds several days in "trước ngày 30/11"; any of them counts.
  const theirs = days.filter((label) =>
    chronoReads(label).some(({ start }) => {
      const [year, month, date] = (['year', 'month', 'day'] as const).map((part) => String(start.get(part)));
      return `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` === label.due_inclusive;
    }),
  );
  return [
    { name: 'nhachan', right: ours.length, of: days.length },
    { name: 'chrono-node/vi', right: theirs.length, of: days.length },
  ];
}

function chronoReads({ phrase, context_year: year }: Label) {
  return parseWithChrono(phrase, new Date(year, 0, 1));
}
