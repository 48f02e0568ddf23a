/**
 * Reads the words of a plan's deadline column, or of a sentence that sets one.
 *
 * The text goes one way: tokens (folded, with their places) -> lexemes (dates, months, limiting words) -> clauses ->
 * readings by the rules of each kind -> one deadline, or several with their own words.
 */
import { type Clause, clausesOf, type Source, tokenOf, wordsOf, wordsOfTokens } from './clause.ts';
import { type ClauseReadings, readClause } from './clause-readings.ts';
import type { Deadline, SingleDeadline } from './deadline.ts';
import { reasonForNone } from './none-reason.ts';
import { isWord } from './phrases.ts';
import type { Draft, Reading } from './reading.ts';
import { scan } from './scan.ts';
import { tokenize } from './tokens.ts';

/** In characters. No deadline is longer; the rest of a page pasted into one cell is not looked at. */
const LONGEST_TEXT = 20_000;

/** @param context.year the plan's year; it stands in where the text names none. Never throws. */
export function parseDeadline(text: string, context: { year: number }): Deadline {
  const tokens = tokenize(text.slice(0, LONGEST_TEXT));
  const source: Source = { text, planYear: context.year, tokens, lexemes: scan(tokens) };
  const found = headedClauses(source).map((clause) => ({ clause, ...readClause(source, clause) }));
  const parts = found.flatMap(({ clause, readings }) => partsOf(source, clause, readings));
  const [only] = parts;
  if (only && parts.length === 1) return { ...only, text };
  if (parts.length > 1) return { kind: 'multiple', text, parts };
  return { kind: 'none', text, reason: voidedIn(found) ?? reasonForNone(source) };
}

function voidedIn(found: readonly ClauseReadings[]) {
  return found.find(({ voided }) => voided !== null)?.voided;
}

/** "Định kỳ hằng quý; trước ngày 15 …": a head that only says how often belongs to what follows. */
function headedClauses(source: Source): Clause[] {
  const clauses: Clause[] = [];
  for (const clause of clausesOf(source)) {
    const head = clauses.at(-1);
    if (head && saysOnlyHowOften(source, head) && !hasFrequency(source, clause)) head.to = clause.to;
    else clauses.push(clause);
  }
  return clauses;
}

function saysOnlyHowOften(source: Source, { from, to }: Clause): boolean {
  const lexemes = source.lexemes.slice(from, to);
  const meaningful = lexemes.filter(
    (lexeme) => lexeme.kind !== 'word' || source.tokens[lexeme.from]?.kind === 'word',
  );
  return (
    meaningful.length > 0 &&
    meaningful.every((lexeme) => lexeme.kind === 'frequency' && lexeme.frequency !== null)
  );
}

function hasFrequency(source: Source, { from, to }: Clause): boolean {
  return source.lexemes
    .slice(from, to)
    .some((lexeme) => lexeme.kind === 'frequency' || lexeme.kind === 'continuous');
}

function partsOf(source: Source, clause: Clause, readings: readonly Reading[]): SingleDeadline[] {
  const [only] = readings;
  if (only && readings.length === 1) return [withText(only.draft, wordsOf(source, clause.from, clause.to))];
  const isRepeated = readings.every(({ coreFrom }) => isWord(tokenOf(source, coreFrom), 'ngay'));
  return readings.map((reading, index) => {
    const from = startOfPart(source, clause, readings[index - 1], reading);
    const next = readings[index + 1];
    const to = next ? endOfPart(source, clause, reading, next) : clause.to;
    return withText(
      reading.draft,
      reading.listed ? coreWords(source, reading, isRepeated) : wordsOf(source, from, to),
    );
  });
}

/** A member of a list, without the "ngày" that only the first has: "20/3". */
function coreWords(source: Source, reading: Reading, isRepeated: boolean): string {
  if (reading.words) return wordsOfTokens(source, reading.words.from, reading.words.to);
  const first = source.lexemes[reading.coreFrom];
  const last = source.lexemes[reading.coreTo - 1];
  if (!first || !last) return '';
  const named = !isRepeated && isWord(source.tokens[first.from], 'ngay') && first.kind === 'date';
  return wordsOfTokens(source, named ? first.from + 1 : first.from, last.to);
}

function startOfPart(source: Source, clause: Clause, before: Reading | undefined, reading: Reading): number {
  if (!before) return clause.from;
  const separator = separatorBetween(source, before.to, reading.from);
  return separator === null ? before.to : separator + 1;
}

function endOfPart(source: Source, clause: Clause, reading: Reading, next: Reading): number {
  return separatorBetween(source, reading.to, next.from) ?? Math.min(reading.to, clause.to);
}

/** Where one deadline's words end and the next one's begin; a comma within brackets is no such place. */
function separatorBetween(source: Source, from: number, to: number): number | null {
  let open = 0;
  let bracket: number | null = null;
  for (let at = from; at < to; at += 1) {
    const token = tokenOf(source, at);
    if (token?.text === '(') {
      bracket ??= at;
      open += 1;
    } else if (token?.text === ')') open = Math.max(0, open - 1);
    else if (open === 0 && source.lexemes[at]?.kind === 'word' && isWord(token, ',', 'va', 'hoac', '-', '+'))
      return at;
  }
  return bracket;
}

function withText(draft: Draft, text: string): SingleDeadline {
  return { ...draft, text };
}
