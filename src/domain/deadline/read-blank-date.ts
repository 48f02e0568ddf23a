/** Forms nobody filled in: dots or nothing where a day or a month should be. */
import type { Reader } from './lexeme.ts';
import { digitsOf, isWord, type Tokens } from './phrases.ts';
import { readYearAfter } from './read-year.ts';

/** "...​/.../2025", "ngày   tháng   năm 2026": dots or nothing where figures should be. */
export const readBlankDate: Reader = (tokens, at) => {
  const named = isWord(tokens[at], 'ngay');
  const day = blankAt(tokens, named ? at + 1 : at);
  if (!named && !day.dots) return null;
  const toMonth = tokens[day.to]?.text === '/' ? day.to + 1 : monthWordAfter(tokens, day.to);
  if (toMonth === day.to) return named && day.dots ? { kind: 'blank-date', to: day.to } : null;
  const month = blankAt(tokens, toMonth);
  const figures = digitsOf(tokens[month.to], 2);
  if (figures !== null && !named) return null;
  const afterMonth = figures === null ? month.to : month.to + 1;
  const year = readYearAfter(tokens, afterMonth);
  if (year.to === afterMonth && !day.dots) return null;
  return { kind: 'blank-date', to: blankAt(tokens, year.to).to };
};

/** Longer dotted lines are leaders of a table of contents. */
const LONGEST_BLANK = 60;

/** "…", "__", "[...]", "xx/xx", "dd/mm" */
const PLACEHOLDERS = '. _ [ ] x xx dd mm'.split(' ');

function blankAt(tokens: Tokens, at: number): { to: number; dots: boolean } {
  let to = at;
  while (to - at < LONGEST_BLANK && isWord(tokens[to], ...PLACEHOLDERS)) to += 1;
  return { to, dots: to > at };
}

function monthWordAfter(tokens: Tokens, at: number): number {
  return isWord(tokens[at], 'thang', 'th') && tokens[at + 1]?.kind !== 'number' ? at + 1 : at;
}
