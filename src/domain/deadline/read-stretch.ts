/** Months, quarters, half-years, years and their parts: "Quý III-IV/2025", "6 tháng đầu năm", "cuối tháng 6". */
import type { LexemeValue, MonthSpan, Reader, Stretch, StretchPart } from './lexeme.ts';
import { type NumberRead, readNumberWord } from './number-words.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import { fullYear, readYearAfter, relativeYear } from './read-year.ts';

type StretchRead = LexemeValue & { kind: 'stretch'; to: number };

export const readStretch: Reader = (tokens, at) => readPart(tokens, at) ?? readWhole(tokens, at);

function readWhole(tokens: Tokens, at: number): StretchRead | null {
  return (
    readMonthsOfYear(tokens, at) ??
    readQuarters(tokens, at) ??
    readMonths(tokens, at) ??
    readWeekOfMonth(tokens, at) ??
    readYears(tokens, at)
  );
}

const quarterWord = phrases('quy|qui|cac quy|cac qui');

function readQuarters(tokens: Tokens, at: number): StretchRead | null {
  const glued = gluedQuarter(tokens, at);
  const afterWord = quarterWord(tokens, at);
  const short = isWord(tokens[at], 'q') && tokens[at + 1]?.gap === 'none' ? at + 1 : at;
  const start = afterWord > at ? afterWord : isWord(tokens[short], '.') && short > at ? short + 1 : short;
  const list = glued ?? (start > at ? readList(tokens, start, quarterAt, quarterWord) : null);
  if (!list) return null;
  const year = readYearAfter(tokens, list.to);
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
  const token = tokens[at];
  const value = digitsOf(token, 2) ?? romanNumeral(token?.text ?? '');
  const read = value === null ? readNumberWord(tokens, at) : { value, to: at + 1 };
  return read && read.value >= 1 && read.value <= 4 && !isCount(tokens, read.to) ? read : null;
}

/** Scanners give "lV" and "lll" for "IV" and "III". */
function romanNumeral(text: string): number | null {
  const index = ['i', 'ii', 'iii', 'iv'].indexOf(text.replace(/l/gu, 'i'));
  return index < 0 ? null : index + 1;
}

const monthWord = phrases('thang|cac thang');

function readMonths(tokens: Tokens, at: number): StretchRead | null {
  const numeric = numericMonth(tokens, at);
  if (numeric) return numeric;
  const start = monthStart(tokens, at);
  const list = start > at ? readMonthList(tokens, start) : null;
  if (!list) return null;
  const year = readYearAfter(tokens, list.to);
  nameFirst(list, at);
  return stretch({ unit: 'month', months: list.values, year: year.year, shift: year.shift }, year.to);
}

function monthStart(tokens: Tokens, at: number): number {
  const afterWord = monthWord(tokens, at);
  if (afterWord > at) return afterWord;
  if (!isWord(tokens[at], 't', 'th')) return at;
  const number = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  return tokens[number]?.kind === 'number' ? number : at;
}

/** "11/2025", unless it ends a longer date. */
function numericMonth(tokens: Tokens, at: number): StretchRead | null {
  const month = digitsOf(tokens[at], 2);
  const year = fullYear(tokens[at + 2]);
  if (month === null || month < 1 || month > 12 || year === null) return null;
  if (tokens[at + 1]?.text !== '/' || isWord(tokens[at - 1], '/', '.')) return null;
  return stretch({ unit: 'month', months: [{ first: month, last: month }], year, shift: 0 }, at + 3);
}

export function readMonthList(tokens: Tokens, at: number): NumberList | null {
  return readList(tokens, at, monthAt, monthWord);
}

function monthAt(tokens: Tokens, at: number): NumberRead | null {
  const value = digitsOf(tokens[at], 2);
  const read = value === null ? readNumberWord(tokens, at) : { value, to: at + 1 };
  return read && read.value >= 1 && read.value <= 12 && !isCount(tokens, read.to) ? read : null;
}

/** The number belongs to a date ("15/7", "10 tháng 12") or is a share ("90%"). */
function isCount(tokens: Tokens, at: number): boolean {
  if (isWord(tokens[at], '%', 'thang', 'ngay')) return true;
  return tokens[at]?.text === '/' && digitsOf(tokens[at + 1], 2) !== null;
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
  for (;;) {
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
}

/** "6 tháng đầu năm", "3 tháng cuối năm", "nửa đầu năm". */
function readMonthsOfYear(tokens: Tokens, at: number): StretchRead | null {
  const half = halfYear(tokens, at);
  if (half) return half;
  const written = digitsOf(tokens[at], 2);
  const count = written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
  if (!count || count.value < 2 || count.value > 11 || !isWord(tokens[count.to], 'thang', 'th', 't'))
    return null;
  const side = tokens[count.to + 1]?.text;
  const yearAt = isWord(tokens[count.to + 2], 'cua') ? count.to + 3 : count.to + 2;
  if ((side !== 'dau' && side !== 'cuoi') || !isWord(tokens[yearAt], 'nam')) return null;
  return monthsOfYear(tokens, yearAt, side === 'dau' ? [1, count.value] : [13 - count.value, 12]);
}

const firstHalf = phrases('nua dau|nua nam dau');
const secondHalf = phrases('nua cuoi|nua sau|nua nam cuoi');

function halfYear(tokens: Tokens, at: number): StretchRead | null {
  const afterFirst = firstHalf(tokens, at);
  const to = afterFirst > at ? afterFirst : secondHalf(tokens, at);
  if (to === at) return null;
  const yearAt = isWord(tokens[to - 2], 'nam') ? to - 1 : to;
  if (yearAt === to && !isWord(tokens[to], 'nam')) return null;
  return monthsOfYear(tokens, yearAt, afterFirst > at ? [1, 6] : [7, 12]);
}

function monthsOfYear(tokens: Tokens, yearAt: number, [first, last]: [number, number]): StretchRead {
  const year = yearWord(tokens, yearAt);
  return stretch({ unit: 'month', months: [{ first, last }], year: year.year, shift: year.shift }, year.to);
}

/** The year at the word "năm" itself, which need not be followed by a number. */
function yearWord(tokens: Tokens, at: number): { year: number | null; shift: number; to: number } {
  const relative = relativeYear(tokens, at);
  if (relative) return relative;
  const year = fullYear(tokens[at + 1]);
  if (year !== null) return { year, shift: 0, to: at + 2 };
  return readYearAfter(tokens, at + 1);
}

const wholeYear = phrases('ca nam|trong nam|het nam|suot nam|ca trong nam');
const yearRangeWord = phrases('giai doan|nhiem ky|nam|cac nam');

function readYears(tokens: Tokens, at: number): StretchRead | null {
  const whole = wholeYear(tokens, at - 1);
  if (whole > at - 1 && isWord(tokens[at], 'nam') && !isWord(tokens[at + 1], 'hoc', 'ngay')) {
    const year = yearWord(tokens, at);
    if (year.year === null) return yearStretch(year.year, year.shift, year.to);
  }
  const relative = relativeYear(tokens, at);
  if (relative && !isWord(tokens[at - 1], 'hang', 'moi'))
    return yearStretch(null, relative.shift, relative.to);
  const schoolYear = readSchoolYear(tokens, at);
  if (schoolYear) return schoolYear;
  const afterWord = yearRangeWord(tokens, at);
  const start = afterWord > at ? afterWord : isBareYear(tokens, at) ? at : null;
  const year = start === null ? null : fullYear(tokens[start]);
  if (start === null || year === null) return null;
  const connector = isWord(tokens[start + 1], '-', 'den', 'va', ',') ? start + 2 : null;
  const lastAt = connector !== null && isWord(tokens[connector], 'nam') ? connector + 1 : connector;
  const lastYear = lastAt === null ? null : fullYear(tokens[lastAt]);
  if (lastAt === null || lastYear === null || lastYear <= year) return yearStretch(year, 0, start + 1);
  const read = yearStretch(year, 0, lastAt + 1);
  return { ...read, stretch: { ...read.stretch, lastYear } };
}

/** "năm học 2026-2027": from September to the end of May. */
function readSchoolYear(tokens: Tokens, at: number): StretchRead | null {
  if (!isWord(tokens[at], 'nam') || !isWord(tokens[at + 1], 'hoc')) return null;
  const year = fullYear(tokens[at + 2]);
  const lastYear = isWord(tokens[at + 3], '-') ? fullYear(tokens[at + 4]) : null;
  if (year === null || lastYear === null || lastYear <= year) return null;
  return stretch({ unit: 'year', months: [{ first: 9, last: 5 }], year, shift: 0, lastYear }, at + 5);
}

function isBareYear(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const opens =
    before === undefined ||
    (at === 1 && before.kind === 'mark') ||
    isWord(before, 'trong', 'het', 'cuoi', 'dau', '(', 'ca', 'den', 'toi');
  return opens && (after === undefined || after.kind === 'mark') && after?.text !== '/';
}

function yearStretch(year: number | null, shift: number, to: number): StretchRead {
  return stretch({ unit: 'year', months: [{ first: 1, last: 12 }], year, shift }, to);
}

const PARTS: [ReturnType<typeof phrases>, StretchPart][] = [
  [phrases('dau|thuong tuan|nhung ngay dau|nhung thang dau|cac thang dau|may thang dau'), 'start'],
  [phrases('giua|trung tuan|nhung thang giua'), 'middle'],
  [phrases('cuoi|ha tuan|nhung ngay cuoi|nhung thang cuoi|cac thang cuoi|may thang cuoi|dip cuoi'), 'end'],
  [phrases('nua dau'), 'first-half'],
  [phrases('nua cuoi|nua sau'), 'second-half'],
];

/** "cuối tháng 6", "đầu quý II", "những tháng cuối năm 2025". */
function readPart(tokens: Tokens, at: number): StretchRead | null {
  for (const [word, part] of PARTS) {
    const to = word(tokens, at);
    if (to === at) continue;
    const start = isWord(tokens[to], 'cua') ? to + 1 : to;
    const whole = partedWhole(tokens, start, part);
    if (whole) return { ...whole, stretch: { ...whole.stretch, part } };
  }
  return null;
}

function partedWhole(tokens: Tokens, at: number, part: StretchPart): StretchRead | null {
  const isHalf = part === 'first-half' || part === 'second-half';
  if (isWord(tokens[at], 'nam')) {
    if (isHalf || isWord(tokens[at + 1], 'hoc', 'ngay')) return null;
    const year = yearWord(tokens, at);
    return yearStretch(year.year, year.shift, year.to);
  }
  return readQuarters(tokens, at) ?? readMonths(tokens, at);
}

const weekNames: [ReturnType<typeof phrases>, number][] = [
  [phrases('dau tien|dau|thu nhat'), 1],
  [phrases('cuoi cung|cuoi'), -1],
];

/** "tuần 2 tháng 6", "tuần cuối của tháng 12/2025". */
function readWeekOfMonth(tokens: Tokens, at: number): StretchRead | null {
  if (!isWord(tokens[at], 'tuan')) return null;
  const week = weekNumber(tokens, at + 1);
  if (!week) return null;
  const monthAt = isWord(tokens[week.to], 'cua', 'trong', ',', '/') ? week.to + 1 : week.to;
  const month = readMonths(tokens, monthAt);
  if (!month) return null;
  return { ...month, stretch: { ...month.stretch, unit: 'week', week: week.value } };
}

function weekNumber(tokens: Tokens, at: number): NumberRead | null {
  for (const [name, value] of weekNames) {
    const to = name(tokens, at);
    if (to > at) return { value, to };
  }
  const start = isWord(tokens[at], 'thu') ? at + 1 : at;
  const value = digitsOf(tokens[start], 1) ?? romanNumeral(tokens[start]?.text ?? '');
  const read = value === null ? readNumberWord(tokens, start) : { value, to: start + 1 };
  return read && read.value >= 1 && read.value <= 5 ? read : null;
}

function stretch(value: Stretch, to: number): StretchRead {
  return { kind: 'stretch', stretch: value, to };
}
