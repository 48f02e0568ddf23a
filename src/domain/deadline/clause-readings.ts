/** Everything a clause says about when: all rules together, and which of them give way to others. */
import { type Clause, type Source, tokenOf, wordsOf } from './clause.ts';
import type { NoDeadline } from './deadline.ts';
import {
  frequenciesOf,
  frequencyReadings,
  nearestFrequency,
  type StatedFrequency,
} from './frequency-rule.ts';
import type { Lexeme, MonthSlot } from './lexeme.ts';
import { type MentionGroup, mentionGroups } from './mention.ts';
import { readingsOf } from './mention-rule.ts';
import { isWord, mayBe, phrases } from './phrases.ts';
import { plainReading, type Reading } from './reading.ts';
import { relativeReadings } from './relative-rule.ts';
import type { Returning } from './returning-rule.ts';
import { settle } from './settle.ts';
import { voidReasons } from './void-rule.ts';
import { withWaiting } from './waiting-rule.ts';

export interface ClauseReadings {
  readings: Reading[];
  /** Why dates in it were passed over. */
  voided: NoDeadline['reason'] | null;
}

export function readClause(source: Source, whole: Clause): ClauseReadings {
  const clause = { from: whole.from, to: exceptionIn(source, whole) ?? whole.to };
  const relative = relativeReadings(source, clause);
  const taken = coverage(relative);
  const groups = mentionGroups(source, clause, taken);
  const frequencies = frequenciesOf(source, clause, taken);
  const mentioned = groups.flatMap((group, index) => {
    const saidWithDay = [groups[index - 1], groups[index + 1]].some(
      (day) => monthsBeside(day, [group]).length > 0,
    );
    return saidWithDay
      ? []
      : readingsOf(source, group, returningOf(source, clause, group, groups, frequencies));
  });

  const reasonFor = voidReasons(source, clause);
  let voided: NoDeadline['reason'] | null = null;
  const kept = mentioned.filter((reading) => {
    const reason = reasonFor(reading);
    voided ??= reason;
    return reason === null;
  });
  const returning = frequencyReadings(source, clause, frequencies, mentioned);
  const named = withoutNames(source, kept);
  const constant = continuousReadings(source, clause);
  const timed = [...relative, ...named, ...returning, ...constant].sort((a, b) => a.from - b.from);
  const firm = timed.some((reading) => !reading.loose) ? timed.filter((reading) => !reading.loose) : timed;
  const settled = settle(source, clause, firm);
  const readings = voided !== null && settled.length === 0 ? [] : withWaiting(source, clause, settled);
  return { readings: withException(source, whole, clause.to, readings), voided };
}

function coverage(readings: readonly Reading[]): (at: number) => boolean {
  return (at) => readings.some((reading) => !reading.loose && at >= reading.from && at < reading.to);
}

/** What in the clause makes this group return. */
function returningOf(
  source: Source,
  clause: Clause,
  group: MentionGroup,
  groups: readonly MentionGroup[],
  frequencies: readonly StatedFrequency[],
): Returning {
  const last = group.mentions.at(-1) ?? group.mentions[0];
  const frequency = nearestFrequency(source, group.mentions[0].at, last.to, frequencies);
  const bare = last.lexeme.kind === 'days';
  const isPlaced = bare || last.lexeme.kind === 'weekday';
  const index = groups.indexOf(group);
  const before = groups[index - 1]?.mentions.at(-1)?.to ?? clause.from;
  const after = groups[index + 1]?.mentions[0].limit.from ?? clause.to;
  return {
    frequency: frequency && (bare || !frequency.lexeme.named) ? frequency.lexeme.frequency : null,
    slot: isPlaced ? slotBetween(source, before, last.to, after) : null,
    months: monthsBeside(group, [groups[index + 1], groups[index - 1]]),
  };
}

function slotBetween(source: Source, before: number, at: number, after: number): MonthSlot | null {
  const isSlot = (lexeme: Lexeme) => lexeme.kind === 'slot';
  const found =
    source.lexemes.slice(at, after).find(isSlot) ?? source.lexemes.slice(before, at).findLast(isSlot);
  return found?.kind === 'slot' ? found.slot : null;
}

/** The months of a neighbour that a bare day is said of: "ngày 15 các tháng 3, 6, 9, 12". */
function monthsBeside(
  group: MentionGroup | undefined,
  neighbours: readonly (MentionGroup | undefined)[],
): number[] {
  if (group?.mentions[0].lexeme.kind !== 'days') return [];
  for (const neighbour of neighbours) {
    const lexeme = neighbour?.mentions[0].lexeme;
    if (lexeme?.kind === 'stretch' && lexeme.stretch.unit === 'month' && lexeme.stretch.months.length > 1) {
      return lexeme.stretch.months.map(({ last }) => last);
    }
  }
  return [];
}

/** "Báo cáo tháng 11 trước ngày 25/11", "nhiệm vụ năm 2026 …": beside a limit the stretch only names something. */
function withoutNames(source: Source, readings: readonly Reading[]): Reading[] {
  const returns = readings.some(({ draft }) => draft.kind === 'recurring');
  const isName = (reading: Reading): boolean => {
    const { draft, within, hard, planned, peak, listed, coreFrom, coreTo } = reading;
    if (within || hard || planned || peak || listed || coreTo - coreFrom > 1) return false;
    // "hằng tháng, từ tháng 6" begins the rule
    if (draft.kind === 'period') return !(draft.openEnded && returns);
    return draft.kind === 'recurring' && source.lexemes[coreFrom]?.kind === 'stretch';
  };
  const onlyNames = readings.every((reading) => reading.peak || isName(reading));
  return onlyNames ? [...readings] : readings.filter((reading) => !isName(reading));
}

function continuousReadings(source: Source, clause: Clause): Reading[] {
  const at = source.lexemes.slice(clause.from, clause.to).findIndex((lexeme) => lexeme.kind === 'continuous');
  return at < 0 ? [] : [plainReading({ kind: 'continuous' }, clause.from + at, clause.from + at + 1)];
}

const exception = phrases('tru truong hop|tru khi|tru');

/** Where "trừ trường hợp …", "(trừ tháng 6)" begins: what it names is no deadline. "khấu trừ" is another word. */
function exceptionIn(source: Source, { from, to }: Clause): number | null {
  for (let at = from + 1; at < to; at += 1) {
    const first = source.lexemes[at]?.from ?? 0;
    const before = tokenOf(source, at - 1);
    if (exception(source.tokens, first) === first || !mayBe(source.tokens[first], 'trừ')) continue;
    if (before?.kind === 'mark') return isWord(before, '(') ? at - 1 : at;
  }
  return null;
}

/** The exception stays with the rule it limits. */
function withException(source: Source, whole: Clause, from: number, readings: readonly Reading[]): Reading[] {
  const [only] = readings;
  if (from === whole.to || readings.length !== 1 || only?.draft.kind !== 'recurring') return [...readings];
  return [{ ...only, draft: { ...only.draft, condition: wordsOf(source, from, whole.to) } }];
}
