/** Days without a calendar date: "ngày 20", "ngày 10 và 25", "ngày làm việc cuối cùng". */
import type { Extent, Reader } from './lexeme.ts';
import { lunarWord } from './lunar-year.ts';
import { readNumberWord } from './number-words.ts';
import { afterGloss, digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import { startsDate } from './read-date.ts';

const dayWord = phrases('ngay|ng|mung|mong|ngay mung|cac ngay|nhung ngay');
const workingDayWord = phrases('ngay lam viec|buoi lam viec');
const lastWord = phrases('cuoi cung|cuoi');
const firstWord = phrases('dau tien|thu nhat|dau');

/** "trước 15 hằng tháng" leaves "ngày" out. */
const everyMonth = phrases('hang thang|moi thang|cua thang|/ hang thang');

export const readDays: Reader = (tokens, at) => {
  // "10 ngày cuối tháng" counts days
  if (tokens[at - 1]?.kind === 'number') return null;
  const bare = digitsOf(tokens[at], 2);
  const edge = bare === null ? null : edgeOfMonth(tokens, at, bare);
  if (edge) return edge;
  const isOther = isWord(tokens[at - 1], 'tuan', 'thu', 'lan', 'quy', ',', 'va');
  if (!isOther && bare !== null && bare >= 1 && bare <= 31 && everyMonth(tokens, at + 1) > at + 1) {
    return { kind: 'days', days: [bare], workingDay: false, ordinal: false, to: at + 1 };
  }
  const afterWorking = workingDayWord(tokens, at);
  const workingDay = afterWorking > at;
  const start = workingDay ? afterWorking : dayWord(tokens, at);
  if (isWord(tokens[start], 'ram') && everyMonth(tokens, start + 1) > start + 1) {
    return { kind: 'days', days: [15], workingDay, ordinal: false, lunar: true, to: start + 1 };
  }
  if (start === at) return null;
  const afterLast = lastWord(tokens, start);
  if (afterLast > start) return { kind: 'days', days: [-1], workingDay, ordinal: false, to: afterLast };
  const afterFirst = firstWord(tokens, start);
  if (afterFirst > start) return { kind: 'days', days: [1], workingDay, ordinal: false, to: afterFirst };

  const ordinal = isWord(tokens[start], 'thu');
  if (workingDay && !ordinal) return null;
  const list = readDayList(tokens, ordinal ? start + 1 : start);
  if (!list) return null;
  const { days, words } = list;
  const afterLunar = lunarWord(tokens, list.to);
  const lunar = afterLunar > list.to ? { lunar: true as const } : {};
  return { kind: 'days', days, words, workingDay, ordinal, ...lunar, to: afterLunar };
};

const ofEachMonth = phrases('thang|moi thang|hang thang|cua thang|cua moi thang|trong thang');

/** "10 ngày đầu tháng", "05 ngày cuối mỗi tháng": their last day. */
function edgeOfMonth(tokens: Tokens, at: number, length: number): ReturnType<Reader> {
  const afterWorking = workingDayWord(tokens, at + 1);
  const workingDay = afterWorking > at + 1;
  const edge = workingDay ? afterWorking : at + 2;
  const isDays = workingDay || isWord(tokens[at + 1], 'ngay');
  if (!isDays || !isWord(tokens[edge], 'dau', 'cuoi') || ofEachMonth(tokens, edge + 1) === edge + 1)
    return null;
  const day = isWord(tokens[edge], 'dau') ? length : -1;
  return { kind: 'days', days: [day], workingDay, ordinal: false, to: edge + 1 };
}

function readDayList(tokens: Tokens, at: number): { days: number[]; words: Extent[]; to: number } | null {
  const first = dayAt(tokens, at);
  if (!first) return null;
  const days = [first.value];
  const words = [{ from: at, to: first.to }];
  let to = first.to;
  for (;;) {
    const isRange = isWord(tokens[to], '-', 'den');
    if (!isRange && !isWord(tokens[to], ',', 'va', '&')) return { days, words, to };
    const afterAnd = isWord(tokens[to], ',') && isWord(tokens[to + 1], 'va') ? to + 2 : to + 1;
    const start = dayWord(tokens, afterAnd);
    const next = dayAt(tokens, start);
    if (!next || isMonthNumber(tokens, next.to)) return { days, words, to };
    // the end of "ngày 20-25 hằng tháng" is what counts
    if (isRange) {
      days.pop();
      words.pop();
    }
    days.push(next.value);
    words.push({ from: start, to: next.to });
    to = next.to;
  }
}

/** The second day of "ngày 5 đến ngày 10 tháng 6", "mùng 4 đến mùng 8 Tết" is a date. */
function isMonthNumber(tokens: Tokens, at: number): boolean {
  if (isWord(tokens[at], 'tet')) return true;
  const month = tokens[at + 1];
  return isWord(tokens[at], 'thang', 'th') && (month?.kind === 'number' || isWord(month, 'gieng', 'chap'));
}

function dayAt(tokens: Tokens, at: number): { value: number; to: number } | null {
  const written = digitsOf(tokens[at], 2);
  const read = written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
  if (
    !read ||
    isWord(tokens[read.to], '%') ||
    startsDate(tokens, read.to - 1) ||
    read.value < 1 ||
    read.value > 31
  )
    return null;
  return { value: read.value, to: afterGloss(tokens, read.to) };
}
