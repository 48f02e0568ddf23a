/** Calendar dates: "30/11/2025", "ngày 15 tháng 6 hằng năm", "30-6-26", "mùng 10 tháng 3 âm lịch", "23 tháng Chạp". */
import type { LexemeValue, Reader, WrittenDate } from './lexeme.ts';
import { lunarWord, lunarYearAt } from './lunar-year.ts';
import { readNumberWord } from './number-words.ts';
import { afterGloss, digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import { readMonthList } from './read-month.ts';
import { fullYear, readYearAfter } from './read-year.ts';

type DateRead = LexemeValue & { to: number };

const dayWord = phrases('ngay|ng|hom|mung|mong|ngay mung|ngay mong|ngay hom');
/** Words after which "30-6" or "30.6" is a date and not a sum. */
const CUES = 'truoc den toi tu het la vao nhat han cuoi quy kien hon qua trong chot'.split(' ');
const DAY_MONTH_SEPARATORS = ['/', '-', '.'];

export const readDate: Reader = (tokens, at) => {
  const start = dayWord(tokens, at);
  const named = start > at;
  const first = named && tokens[start]?.text === '.' ? start + 1 : start;
  return (
    isoDate(tokens, first) ??
    numericDate(tokens, first, named || isCued(tokens, at)) ??
    spacedDate(tokens, first, named || isWord(tokens[at - 1], 'truoc', 'den', 'het')) ??
    wordedDate(tokens, first, named) ??
    fullMoon(tokens, first) ??
    dayOfTet(tokens, first)
  );
};

function isCued(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at - 1], ...CUES) || isAlone(tokens, at) || endsRange(tokens, at);
}

/** The "10.4" of "từ ngày 10.3 - 10.4": written like the date before it. */
function endsRange(tokens: Tokens, at: number): boolean {
  const separator = tokens[at + 1]?.text ?? '';
  const isLikeBefore = isWord(tokens[at - 3], separator) && tokens[at - 4]?.kind === 'number';
  return separator === '.' && isWord(tokens[at - 1], '-') && isLikeBefore;
}

/** "20-11" and nothing else; "2.1" is an item's number. */
function isAlone(tokens: Tokens, at: number): boolean {
  const isDayAndMonth = isWord(tokens[at + 1], '-') && tokens[at]?.text.length === 2;
  return (
    isDayAndMonth && tokens.every(({ kind }, index) => kind === 'mark' || index === at || index === at + 2)
  );
}

function isoDate(tokens: Tokens, at: number): DateRead | null {
  const year = fullYear(tokens[at]);
  const separator = tokens[at + 1]?.text ?? '';
  if (year === null || !['-', '/'].includes(separator) || tokens[at + 3]?.text !== separator) return null;
  const month = digitsOf(tokens[at + 2], 2);
  const day = digitsOf(tokens[at + 4], 2);
  if (month === null || day === null) return null;
  return found({ day, month, year, shift: 0, lunar: false }, at + 5);
}

function numericDate(tokens: Tokens, at: number, cued: boolean): DateRead | null {
  const range = dayRange(tokens, at);
  const dayAt = range?.to ?? at;
  const day = digitsOf(tokens[dayAt], 2);
  const separator = tokens[dayAt + 1]?.text ?? '';
  const month = digitsOf(tokens[dayAt + 2], 2);
  if (day === null || month === null || !DAY_MONTH_SEPARATORS.includes(separator)) return null;

  const year = yearOfNumericDate(tokens, dayAt + 3, separator);
  const full = year.to > dayAt + 3;
  if (!full && tokens[dayAt + 3]?.text === '%') return null;
  if (!full && separator !== '/' && (!cued || month > 12 || isQuantity(tokens, dayAt + 3))) return null;
  const fromDay = range ? { fromDay: range.day } : {};
  return lunarOrSolar(
    tokens,
    { day, month, year: year.year, shift: year.shift, lunar: false, ...fromDay },
    year.to,
  );
}

/** "3.5 triệu", "1.500", "3-5 ngày làm việc": a decimal and a count are no dates. */
function isQuantity(tokens: Tokens, after: number): boolean {
  return tokens[after]?.kind === 'number' || isWord(tokens[after], 'ngay', 'gio', 'tuan', 'thang');
}

/** "trước ngày 30 6 2026": the strokes got lost. */
function spacedDate(tokens: Tokens, at: number, cued: boolean): DateRead | null {
  const day = digitsOf(tokens[at], 2);
  const month = digitsOf(tokens[at + 1], 2);
  const year = fullYear(tokens[at + 2]);
  const isWhole = year !== null || tokens[at + 2] === undefined;
  if (!cued || !isWhole || day === null || month === null || month < 1 || month > 12) return null;
  return found({ day, month, year, shift: 0, lunar: false }, year === null ? at + 2 : at + 3);
}

/** The "01-" of "01-15/12/2025", "19-20 tháng 3"; the "28/4-" of "28/4-2/5" is a date of its own. */
function dayRange(tokens: Tokens, at: number): { day: number; to: number } | null {
  const day = digitsOf(tokens[at], 2);
  const between = tokens[at + 1]?.text;
  if (day === null || (between !== '-' && between !== 'den')) return null;
  const next = digitsOf(tokens[at + 2], 2);
  const isDate = startsDate(tokens, at + 2) || (between === '-' && isWord(tokens[at + 3], 'thang'));
  if (next === null || next <= day || !isDate) return null;
  return { day, to: at + 2 };
}

/** "25/7", "25.7.2026", "25-7-2026" */
export function startsDate(tokens: Tokens, at: number): boolean {
  const separator = tokens[at + 1]?.text ?? '';
  if (separator === '/') return true;
  const isWhole = tokens[at + 3]?.text === separator && fullYear(tokens[at + 4]) !== null;
  return DAY_MONTH_SEPARATORS.includes(separator) && digitsOf(tokens[at + 2], 2) !== null && isWhole;
}

/** A year of two figures is parted as the day and the month are: "10.3.26", but not the 10 of "10.3 - 10.4". */
function yearOfNumericDate(
  tokens: Tokens,
  at: number,
  separator: string,
): { year: number | null; shift: number; to: number } {
  const separated = isWord(tokens[at], separator);
  const short = separated && tokens[at + 1]?.text.length === 2 ? digitsOf(tokens[at + 1], 2) : null;
  const closed = !startsDate(tokens, at + 1) && tokens[at]?.gap !== 'space';
  if (short !== null && closed) return { year: 2000 + short, shift: 0, to: at + 2 };
  return readYearAfter(tokens, at);
}

function wordedDate(tokens: Tokens, at: number, named: boolean): DateRead | null {
  const range = isWord(tokens[at - 1], ...ORDERED) ? null : dayRange(tokens, at);
  const day = dayNumber(tokens, range?.to ?? at, named);
  if (!day) return null;
  const glossed = afterGloss(tokens, day.to);
  const monthAt = isWord(tokens[glossed], '/', '-', ',') ? glossed + 1 : glossed;
  if (!isWord(tokens[monthAt], 'thang', 'th')) return null;
  // "ngày 15 tháng 3, 6, 9, 12": a day of several months
  if ((readMonthList(tokens, monthAt + 1)?.values.length ?? 0) > 1) return null;
  const lunarMonth = lunarMonthAt(tokens, monthAt + 1);
  const figures = digitsOf(tokens[monthAt + 1], 2);
  const inWords = figures === null ? readNumberWord(tokens, monthAt + 1) : null;
  const month = lunarMonth ?? figures ?? inWords?.value ?? null;
  const afterMonth = inWords?.to ?? monthAt + 2;
  // "6 tháng một lần"
  if (month === null || isWord(tokens[afterMonth], 'lan')) return null;
  const year = readYearAfter(tokens, afterGloss(tokens, afterMonth));
  const fromDay = range ? { fromDay: range.day } : {};
  const written = { year: year.year, shift: year.shift, lunar: lunarMonth !== null };
  const date = { day: day.value, month, ...written, ...fromDay };
  return lunarOrSolar(tokens, date, year.to);
}

const ORDERED = ['dot', 'lan', 'ky', 'vong', 'buoc', 'vu'];

function dayNumber(tokens: Tokens, at: number, named: boolean): { value: number; to: number } | null {
  const day = digitsOf(tokens[at], 2);
  // "đợt 1 tháng 3-4": the first round, in March and April
  if (day !== null) return isWord(tokens[at - 1], ...ORDERED) ? null : { value: day, to: at + 1 };
  return named ? readNumberWord(tokens, at) : null;
}

/** Giêng and Chạp name the first and the last month of the lunar year. */
function lunarMonthAt(tokens: Tokens, at: number): number | null {
  if (isWord(tokens[at], 'gieng')) return 1;
  return isWord(tokens[at], 'chap') ? 12 : null;
}

/** "rằm tháng Giêng", "rằm tháng 7": always by the lunar calendar. */
function fullMoon(tokens: Tokens, at: number): DateRead | null {
  if (!isWord(tokens[at], 'ram') || !isWord(tokens[at + 1], 'thang')) return null;
  const inWords = readNumberWord(tokens, at + 2);
  const month = lunarMonthAt(tokens, at + 2) ?? digitsOf(tokens[at + 2], 2) ?? inWords?.value ?? null;
  if (month === null) return null;
  const year = readYearAfter(tokens, inWords?.to ?? at + 3);
  return lunarOrSolar(tokens, { day: 15, month, year: year.year, shift: year.shift, lunar: true }, year.to);
}

/** "30 Tết" closes the old lunar year, "mùng 3 Tết" is of the new one. */
function dayOfTet(tokens: Tokens, at: number): DateRead | null {
  const day = digitsOf(tokens[at], 2);
  if (day === null || !isWord(tokens[at + 1], 'tet')) return null;
  const month = day > LAST_DAY_OF_TET ? 12 : 1;
  return lunarOrSolar(tokens, { day, month, year: null, shift: 0, lunar: true }, at + 2);
}

const LAST_DAY_OF_TET = 10;

function lunarOrSolar(tokens: Tokens, date: WrittenDate, at: number): DateRead {
  const to = lunarWord(tokens, at);
  const lunar = date.lunar || to > at;
  if (!lunar || date.year !== null || date.shift !== 0) return found({ ...date, lunar }, to);
  const named = lunarYearAt(tokens, to);
  if (named) return found({ ...date, lunar, year: named.year }, named.to);
  const year = readYearAfter(tokens, to);
  return found({ ...date, lunar, year: year.year, shift: year.shift }, year.to);
}

function found(date: WrittenDate, to: number): DateRead {
  return { kind: 'date', date, to };
}
