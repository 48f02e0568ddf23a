/** Years: "năm 2026", "/2026", "năm sau". */
import type { WrittenYear } from './lexeme.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import type { Token } from './token.ts';

const nextYear = phrases(
  'nam sau|nam toi|nam tiep theo|nam ke tiep|nam lien ke|nam lien sau|nam lien ke sau',
  'nam sau lien ke|nam ke sau|nam ke hoach sau|nam ke hoach tiep theo|nam hoc sau|nam hoc tiep theo',
);
const previousYear = phrases('nam truoc|nam ngoai|nam lien truoc|nam truoc lien ke|nam lien ke truoc');
const thisYear = phrases('nam nay|nam bao cao|nam ke hoach|nam hien tai|nam do');

export function fullYear(token: Token | undefined): number | null {
  const year = token?.text.length === 4 ? digitsOf(token, 4) : null;
  return year !== null && year >= 1800 && year < 2200 ? year : null;
}

/** The year written after a day, month or quarter; `to` equals `at` when there is none. */
export function readYearAfter(tokens: Tokens, at: number): WrittenYear & { to: number } {
  const separated = ['/', '-', '.'].includes(tokens[at]?.text ?? '');
  const attached = fullYear(tokens[separated ? at + 1 : at]);
  if (attached !== null) return { year: attached, shift: 0, to: separated ? at + 2 : at + 1 };

  const bracket = tokens[at]?.text === '(';
  let word = [',', '(', '/', '-'].includes(tokens[at]?.text ?? '') ? at + 1 : at;
  if (isWord(tokens[word], 'cua', 'trong')) word += 1;
  const relative = relativeYear(tokens, word);
  if (relative) return relative;
  // "tháng 06 tháng 2026" is a slip for "năm 2026"
  const year = isWord(tokens[word], 'nam', 'thang') ? fullYear(tokens[word + 1]) : null;
  if (year === null) return { year: null, shift: 0, to: at };
  const closed = bracket && tokens[word + 2]?.text === ')';
  return { year, shift: 0, to: word + (closed ? 3 : 2) };
}

export function relativeYear(tokens: Tokens, at: number): (WrittenYear & { to: number }) | null {
  const next = nextYear(tokens, at);
  if (next > at && !isWord(tokens[at - 1], 'nhung', 'cac')) return { year: null, shift: 1, to: next };
  const previous = previousYear(tokens, at);
  // "tổng kết năm trước ngày 15/12" limits by the date
  const isLimit = isWord(tokens[previous], 'ngay', 'thang') || tokens[previous]?.kind === 'number';
  if (previous > at && !isLimit) return { year: null, shift: -1, to: previous };
  const current = thisYear(tokens, at);
  return current > at ? { year: null, shift: 0, to: current } : null;
}
