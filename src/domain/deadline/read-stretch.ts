/** Stretches of a year: months and quarters, half-years, years, weeks, and parts of them ("cuối tháng 6"). */
import type { Reader, StretchPart } from './lexeme.ts';
import { isNumbering } from './line-break.ts';
import { type NumberRead, readNumberWord } from './number-words.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import { readMonths, readQuarters, romanNumeral, type StretchRead, stretch } from './read-month.ts';
import { fullYear, readYearAfter, relativeYear } from './read-year.ts';

export const readStretch: Reader = (tokens, at) =>
  readDaysOfPart(tokens, at) ?? readPart(tokens, at) ?? readWhole(tokens, at);

function readWhole(tokens: Tokens, at: number): StretchRead | null {
  return (
    readMonthsOfYear(tokens, at) ??
    readQuarters(tokens, at) ??
    readMonths(tokens, at) ??
    readWeeks(tokens, at) ??
    readYears(tokens, at)
  );
}

/** "6 tháng đầu năm", "3 tháng cuối năm", "hai quý đầu năm", "nửa đầu năm". */
function readMonthsOfYear(tokens: Tokens, at: number): StretchRead | null {
  const half = halfYear(tokens, at);
  if (half) return half;
  const written = digitsOf(tokens[at], 2);
  const count = written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
  const length = isWord(tokens[count?.to ?? at], 'quy', 'qui') ? 3 : 1;
  const number = (count?.value ?? 0) * length;
  if (!count || number < 2 || number > 11 || !isWord(tokens[count.to], 'thang', 'th', 't', 'quy', 'qui'))
    return null;
  const side = tokens[count.to + 1]?.text;
  const yearAt = isWord(tokens[count.to + 2], 'cua') ? count.to + 3 : count.to + 2;
  if ((side !== 'dau' && side !== 'cuoi') || !isWord(tokens[yearAt], 'nam')) return null;
  return monthsOfYear(tokens, yearAt, side === 'dau' ? [1, number] : [13 - number, 12]);
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
    isNumbering(tokens, at - 2) ||
    isWord(before, 'trong', 'het', 'cuoi', 'dau', '(', ':', 'ca', 'tu', 'den', 'toi');
  const closes = after === undefined || after.kind === 'mark';
  // "từ 2026 đến 2030"
  const goesOn = isWord(after, 'den', 'toi') && fullYear(tokens[at + 2]) !== null;
  return opens && (closes || goesOn) && after?.text !== '/';
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

/** "10 ngày đầu tháng 6", "05 ngày cuối quý II". */
function readDaysOfPart(tokens: Tokens, at: number): StretchRead | null {
  const days = digitsOf(tokens[at], 2);
  if (days === null || !isWord(tokens[at + 1], 'ngay') || !isWord(tokens[at + 2], 'dau', 'cuoi')) return null;
  const part = isWord(tokens[at + 2], 'dau') ? 'start' : 'end';
  const whole = readQuarters(tokens, at + 3) ?? readMonths(tokens, at + 3);
  return whole && { ...whole, stretch: { ...whole.stretch, part, days } };
}

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

const weekWord = phrases('tuan|tuan le');

/** "tuần 2 tháng 6", "tuần cuối của tháng 12/2025", "tuần 1, 2 tháng 3"; by the year's count "tuần 45". */
function readWeeks(tokens: Tokens, at: number): StretchRead | null {
  const start = weekWord(tokens, at);
  const week = start > at ? weekNumber(tokens, start) : null;
  if (!week) return start > at ? readWeekOfYear(tokens, start) : null;
  const last = lastWeek(tokens, week);
  const monthAt = isWord(tokens[last.to], 'cua', 'trong', ',', '/') ? last.to + 1 : last.to;
  const month = readMonths(tokens, monthAt);
  if (!month) return readWeekOfYear(tokens, start);
  const lastOfSeveral = last.value > week.value ? { lastWeek: last.value } : {};
  return { ...month, stretch: { ...month.stretch, unit: 'week', week: week.value, ...lastOfSeveral } };
}

/** The "4" of "tuần 2 đến tuần 4", "tuần 3, 4". */
function lastWeek(tokens: Tokens, first: NumberRead): NumberRead {
  let last = first;
  while (isWord(tokens[last.to], '-', 'den', 'va', ',')) {
    const next = weekNumber(tokens, Math.max(weekWord(tokens, last.to + 1), last.to + 1));
    if (!next || next.value <= last.value) break;
    last = next;
  }
  return last;
}

/** A month has no sixth week: such a number, or one with a year, counts the weeks of the year. */
function readWeekOfYear(tokens: Tokens, at: number): StretchRead | null {
  const start = isWord(tokens[at], 'thu') ? at + 1 : at;
  const week = digitsOf(tokens[start], 2);
  const year = readYearAfter(tokens, start + 1);
  if (week === null || week < 1 || week > 53 || (week <= 5 && year.year === null)) return null;
  const whole = yearStretch(year.year, year.shift, year.to);
  return { ...whole, stretch: { ...whole.stretch, unit: 'week-of-year', week } };
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
