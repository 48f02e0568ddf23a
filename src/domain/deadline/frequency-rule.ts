/** Rhythms: which of a clause's frequencies governs a day, and what a frequency means by itself. */
import { type Clause, type Source, tokenOf } from './clause.ts';
import { unfixedPeriod } from './external-rule.ts';
import type { Lexeme, MonthSlot } from './lexeme.ts';
import { isWord } from './phrases.ts';
import { plainReading, type Reading } from './reading.ts';
import { everyPeriod } from './recurring-rule.ts';

type FrequencyLexeme = Extract<Lexeme, { kind: 'frequency' }>;

export interface StatedFrequency {
  lexeme: FrequencyLexeme;
  at: number;
}

export function frequenciesOf(
  source: Source,
  clause: Clause,
  taken: (at: number) => boolean,
): StatedFrequency[] {
  const found: StatedFrequency[] = [];
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind === 'frequency' && !taken(at)) found.push({ lexeme, at });
  }
  return found;
}

/** The one right behind, else the last before, else any after. */
export function nearestFrequency(
  source: Source,
  from: number,
  to: number,
  frequencies: readonly StatedFrequency[],
): StatedFrequency | undefined {
  const usable = frequencies.filter(({ lexeme }) => lexeme.frequency !== null);
  const behind = isWord(tokenOf(source, to), '(', 'cua', 'cac') ? to + 1 : to;
  return (
    usable.find(({ at }) => at === to || at === behind) ??
    usable.findLast(({ at }) => at < from) ??
    usable.find(({ at }) => at >= to)
  );
}

/** A rhythm without a day: the end of each period. `mentioned` is what the clause's dates and stretches gave. */
export function frequencyReadings(
  source: Source,
  clause: Clause,
  frequencies: readonly StatedFrequency[],
  mentioned: readonly Reading[],
): Reading[] {
  if (mentioned.some(({ draft }) => draft.kind === 'recurring')) return [];
  const limited = mentioned.some(({ draft }) => draft.kind === 'date');
  const stated = frequencies.filter(({ lexeme, at }) => !lexeme.named && !isGoverned(source, clause, at));
  const rules = stated.flatMap(({ lexeme, at }) => {
    // "báo cáo hằng năm … trước ngày 30/11/2025": the year's date has been given
    if (lexeme.frequency === null || (limited && lexeme.frequency === 'yearly')) return [];
    return [plainReading(everyPeriod(lexeme.frequency, timeIn(source, clause)), at, at + 1)];
  });
  if (rules.length > 0 || mentioned.length > 0) return rules;
  const unfixed = stated.filter(({ lexeme }) => lexeme.frequency === null);
  if (unfixed.length === 0)
    return [placeReading(source, clause) ?? reportList(frequencies)].filter((found) => found !== null);
  return unfixed.map(({ at }) => {
    return plainReading({ kind: 'external', condition: unfixedPeriod(source, at, clause.to) }, at, at + 1);
  });
}

const ALL_DAY = { strictBefore: false, time: null };

/** "trong tháng", "đầu tháng", "tuần này" of no month: a person must say which. */
const UNNAMED_PERIOD = {
  kind: 'period',
  firstDay: null,
  lastDay: null,
  statedDay: null,
  strictBefore: false,
} as const;

/** "cuối quý", "cuối tháng", "tháng cuối quý" without a number: the end of each. */
function placeReading(source: Source, clause: Clause): Reading | null {
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind !== 'slot') continue;
    const unnamed = unnamedPeriod(source, clause, at, lexeme.slot);
    if (unnamed) return unnamed;
    const { monthInQuarter, frequency } = lexeme.slot;
    if (frequency && monthInQuarter)
      return plainReading({ ...everyPeriod('quarterly', ALL_DAY), monthInQuarter }, at, at + 1);
    if (frequency && isWord(tokenOf(source, at - 1), 'cuoi'))
      return plainReading(everyPeriod(frequency, ALL_DAY), at - 1, at + 1);
  }
  return null;
}

function unnamedPeriod(source: Source, clause: Clause, at: number, slot: MonthSlot): Reading | null {
  const { once, periodOffset } = slot;
  const isWithin = isWord(tokenOf(source, at), 'trong');
  const isAlone = clause.to - clause.from === 1;
  const isWhole = once ? isAlone || isWithin : isAlone && (isWithin || periodOffset !== undefined);
  if (isWhole) return plainReading(UNNAMED_PERIOD, at, at + 1);
  const parts = once ? ['dau', 'giua', 'cuoi'] : ['dau', 'giua'];
  const isPart = at - 1 === clause.from && isWord(tokenOf(source, at - 1), ...parts);
  return isPart ? plainReading({ ...UNNAMED_PERIOD, fuzzy: true }, at - 1, at + 1) : null;
}

/** "Báo cáo quý, 6 tháng, năm": one name is a report, a list of them a rhythm. */
function reportList(frequencies: readonly StatedFrequency[]): Reading | null {
  const list = frequencies.find(({ lexeme }) => lexeme.named && lexeme.to - lexeme.from > 3);
  return list?.lexeme.frequency
    ? plainReading(everyPeriod(list.lexeme.frequency, ALL_DAY), list.at, list.at + 1)
    : null;
}

/** "theo kế hoạch hằng năm của tỉnh": the plan is yearly, not the task. */
function isGoverned(source: Source, clause: Clause, at: number): boolean {
  for (let back = at - 1; back >= clause.from; back -= 1) {
    if (source.lexemes[back]?.kind === 'trigger')
      return at - back > 1 && !isWord(tokenOf(source, back), 'dot');
    if (isWord(tokenOf(source, back), ',', '(')) return false;
  }
  return false;
}

/** The clause's time of day ("trước 16h00 hằng ngày"). */
function timeIn(source: Source, clause: Clause): { time: string | null; strictBefore: boolean } {
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind !== 'time') continue;
    const before = source.lexemes[at - 1];
    return { time: lexeme.time, strictBefore: before?.kind === 'marker' && before.marker === 'before' };
  }
  return ALL_DAY;
}
