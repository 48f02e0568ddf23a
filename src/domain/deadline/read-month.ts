/** Months and quarters, alone or in lists: "tháng 10-12/2025", "Quý III-IV/2025", "T6/2026". */
import type { LexemeValue, MonthSpan, Stretch, WrittenYear } from './lexeme.ts';
import { lunarWord, lunarYearAt } from './lunar-year.ts';
import { type NumberRead, readNumberWord } from './number-words.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import { fullYear, readYearAfter } from './read-year.ts';

export type StretchRead = LexemeValue & { kind: 'stretch'; to: number };

const quarterWord = phrases('quy|qui|cac quy|cac qui');

export function readQuarters(tokens: Tokens, at: number): StretchRead | null {
  const glued = gluedQuarter(tokens, at);
  const afterWord = quarterWord(tokens, at);
  // "Q. 3" alone is a district
  const isDated = romanAt(tokens, at + 1) !== null || fullYear(tokens[at + 3]) !== null;
  const isShort = tokens[at + 1]?.gap === 'none' || isDated;
  const short = isWord(tokens[at], 'q') && isShort ? at + 1 : at;
  const start = afterWord > at ? afterWord : isWord(tokens[short], '.') && short > at ? short + 1 : short;
  const list = glued ?? (start > at ? readList(tokens, start, quarterAt, quarterWord) : null);
  if (!list) return null;
  const year = yearOfStretch(tokens, list.to);
  nameFirst(list, at);
  const months = list.values.map(({ first, last, words }) => ({
    first: first * 3 - 2,
    last: last * 3,
    words,
  }));
  return stretch({ unit: 'quarter', months, year: year.year, shift: year.shift }, year.to);
}

/** "QuýIV/2025", "QIV": the word and the numeral run together. */
function gluedQuarter(tokens: Tokens, at: number): NumberList | null {
  const numeral = /^q(?:u[yi])?([ivl]{1,3})$/u.exec(tokens[at]?.text ?? '')?.[1];
  const value = numeral ? romanNumeral(numeral) : null;
  return value === null
    ? null
    : { values: [{ first: value, last: value, words: { from: at, to: at + 1 } }], to: at + 1 };
}

function quarterAt(tokens: Tokens, at: number): NumberRead | null {
  const start = isWord(tokens[at], 'thu') ? at + 1 : at;
  const value = digitsOf(tokens[start], 2);
  const written = value === null || value > 4 ? null : { value, to: start + 1 };
  const read = romanAt(tokens, start) ?? written ?? readNumberWord(tokens, start);
  return read && read.value >= 1 && read.value <= 4 && !isCount(tokens, read.to) ? read : null;
}

/** Scanners set "I V" and "I I I" apart and read "1V" and "111"; "1" alone is a figure. */
function romanAt(tokens: Tokens, at: number): NumberRead | null {
  let found: NumberRead | null = null;
  let numeral = '';
  for (let to = at; numeral.length < 3 && /^[ilv1]+$/u.test(tokens[to]?.text ?? ''); to += 1) {
    numeral += tokens[to]?.text;
    const value = numeral === '1' ? null : romanNumeral(numeral.replace(/1/gu, 'i'));
    const isWhole = to === at || /[ilv]/u.test(numeral);
    if (value !== null && isWhole) found = { value, to: to + 1 };
  }
  return found;
}

/** Scanners give "lV" and "lll" for "IV" and "III". */
export function romanNumeral(text: string): number | null {
  const index = ['i', 'ii', 'iii', 'iv'].indexOf(text.replace(/l/gu, 'i'));
  return index < 0 ? null : index + 1;
}

const monthWord = phrases('thang|cac thang');

export function readMonths(tokens: Tokens, at: number): StretchRead | null {
  const numeric = numericMonth(tokens, at);
  if (numeric) return numeric;
  const start = monthStart(tokens, at);
  const list = start > at ? readMonthList(tokens, start) : null;
  if (!list) return null;
  const isLunar = isWord(tokens[start], ...LUNAR_MONTHS) || lunarWord(tokens, list.to) > list.to;
  if (isLunar) return lunarMonths(tokens, list);
  const year = yearOfStretch(tokens, list.to);
  nameFirst(list, at);
  return stretch({ unit: 'month', months: list.values, year: year.year, shift: year.shift }, year.to);
}

/** Giêng and Chạp name the first and the last month of the lunar year. */
const LUNAR_MONTHS = ['gieng', 'chap'];

/** "tháng Giêng", "tháng 3 âm lịch năm Bính Ngọ" */
function lunarMonths(tokens: Tokens, list: NumberList): StretchRead {
  const afterWord = lunarWord(tokens, list.to);
  const named = lunarYearAt(tokens, afterWord);
  const { year, shift, to } = named
    ? { year: named.year, shift: 0, to: named.to }
    : readYearAfter(tokens, afterWord);
  return stretch({ unit: 'month', months: list.values, year, shift, lunar: true }, to);
}

function monthStart(tokens: Tokens, at: number): number {
  const afterWord = monthWord(tokens, at);
  if (afterWord > at) return afterWord;
  if (!isWord(tokens[at], 't', 'th')) return at;
  const number = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  return tokens[number]?.kind === 'number' ? number : at;
}

/** "11/2025", "11-12/2025", unless it ends a longer date. */
function numericMonth(tokens: Tokens, at: number): StretchRead | null {
  const first = digitsOf(tokens[at], 2);
  const lastAt = isWord(tokens[at + 1], '-') ? at + 2 : at;
  const last = digitsOf(tokens[lastAt], 2);
  const year = fullYear(tokens[lastAt + 2]);
  if (first === null || last === null || year === null || first < 1 || last > 12 || first > last) return null;
  if (tokens[lastAt + 1]?.text !== '/' || isWord(tokens[at - 1], '/', '.')) return null;
  return stretch({ unit: 'month', months: [{ first, last }], year, shift: 0 }, lastAt + 3);
}

/** Also "Quý I/26": a month cannot be so large. */
function yearOfStretch(tokens: Tokens, at: number): WrittenYear & { to: number } {
  const year = shortYearAfter(tokens, at);
  return year === null ? readYearAfter(tokens, at) : { year, shift: 0, to: at + 2 };
}

function shortYearAfter(tokens: Tokens, at: number): number | null {
  const year = tokens[at + 1]?.text.length === 2 ? digitsOf(tokens[at + 1], 2) : null;
  const isYear = year !== null && year > 12 && tokens[at + 1]?.gap === 'none';
  return isYear && isWord(tokens[at], '/') && !isWord(tokens[at + 2], '/') ? 2000 + year : null;
}

export function readMonthList(tokens: Tokens, at: number): NumberList | null {
  return readList(tokens, at, monthAt, monthWord);
}

function monthAt(tokens: Tokens, at: number): NumberRead | null {
  const lunar = LUNAR_MONTHS.indexOf(tokens[at]?.text ?? '-');
  if (lunar >= 0) return { value: lunar === 0 ? 1 : 12, to: at + 1 };
  const value = digitsOf(tokens[at], 2);
  const read = value === null ? readNumberWord(tokens, at) : { value, to: at + 1 };
  return read && read.value >= 1 && read.value <= 12 && !isCount(tokens, read.to) ? read : null;
}

/** The number belongs to a date ("15/7", "10 tháng 12") or is a share ("90%"). */
function isCount(tokens: Tokens, at: number): boolean {
  if (isWord(tokens[at], 'thang') && tokens[at]?.gap !== 'line') return fullYear(tokens[at + 1]) === null;
  if (isWord(tokens[at], '%', 'ngay')) return true;
  return (
    isWord(tokens[at], '/') && digitsOf(tokens[at + 1], 2) !== null && shortYearAfter(tokens, at) === null
  );
}

export interface NumberList {
  values: MonthSpan[];
  to: number;
}

/** The first member is shown with its "tháng" or "quý". */
function nameFirst(list: NumberList, at: number): void {
  const words = list.values[0]?.words;
  if (words) words.from = at;
}

type ReadNumber = (tokens: Tokens, at: number) => NumberRead | null;

/** There are no more months in a year. */
const LONGEST_LIST = 12;

/** "6", "6, 7 và 8", "10-12", "4 đến tháng 10". */
function readList(
  tokens: Tokens,
  at: number,
  readOne: ReadNumber,
  word: typeof monthWord,
): NumberList | null {
  const first = readOne(tokens, at);
  if (!first) return null;
  const values: MonthSpan[] = [{ first: first.value, last: first.value, words: { from: at, to: first.to } }];
  let to = first.to;
  while (values.length < LONGEST_LIST) {
    const separator = tokens[to]?.text ?? '';
    const isRange = separator === '-' || separator === 'den' || separator === 'toi';
    if (!isRange && ![',', 'va', '&', '/', '+'].includes(separator)) return { values, to };
    const both = separator === ',' && isWord(tokens[to + 1], 'va') ? to + 2 : to + 1;
    const start = word(tokens, both);
    const next = readOne(tokens, start);
    const last = values.at(-1);
    if (!next || !last || (isRange && next.value <= last.last)) return { values, to };
    if (isRange) last.last = next.value;
    else values.push({ first: next.value, last: next.value, words: { from: both, to: next.to } });
    to = next.to;
  }
  return { values, to };
}

export function stretch(value: Stretch, to: number): StretchRead {
  return { kind: 'stretch', stretch: value, to };
}
