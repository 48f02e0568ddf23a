/** Days without a calendar date: "ngày 20", "ngày làm việc cuối cùng", "thứ Năm". */
import type { Reader } from './lexeme.ts';
import { readNumberWord } from './number-words.ts';
import { afterGloss, digitsOf, isWord, phrases, type Tokens } from './phrases.ts';

const dayWord = phrases('ngay|ng|mung|mong|ngay mung|cac ngay|nhung ngay');
const workingDayWord = phrases('ngay lam viec|buoi lam viec');
const lastWord = phrases('cuoi cung|cuoi');
const firstWord = phrases('dau tien|thu nhat|dau');

/** "trước 15 hằng tháng" leaves "ngày" out. */
const everyMonth = phrases('hang thang|moi thang|cua thang');

export const readDays: Reader = (tokens, at) => {
  // "10 ngày cuối tháng" counts days
  if (tokens[at - 1]?.kind === 'number') return null;
  const bare = digitsOf(tokens[at], 2);
  if (bare !== null && bare >= 1 && bare <= 31 && everyMonth(tokens, at + 1) > at + 1) {
    return { kind: 'days', days: [bare], workingDay: false, ordinal: false, to: at + 1 };
  }
  const afterWorking = workingDayWord(tokens, at);
  const workingDay = afterWorking > at;
  const start = workingDay ? afterWorking : dayWord(tokens, at);
  if (start === at) return null;
  const afterLast = lastWord(tokens, start);
  if (afterLast > start) return { kind: 'days', days: [-1], workingDay, ordinal: false, to: afterLast };
  const afterFirst = firstWord(tokens, start);
  if (afterFirst > start) return { kind: 'days', days: [1], workingDay, ordinal: false, to: afterFirst };

  const ordinal = isWord(tokens[start], 'thu');
  if (workingDay && !ordinal) return null;
  const list = readDayList(tokens, ordinal ? start + 1 : start);
  return list ? { kind: 'days', days: list.days, workingDay, ordinal, to: list.to } : null;
};

function readDayList(tokens: Tokens, at: number): { days: number[]; to: number } | null {
  const first = dayAt(tokens, at);
  if (!first) return null;
  const days = [first.value];
  let to = first.to;
  for (;;) {
    const isRange = isWord(tokens[to], '-', 'den');
    if (!isRange && !isWord(tokens[to], ',', 'va', '&')) return { days, to };
    const afterAnd = isWord(tokens[to], ',') && isWord(tokens[to + 1], 'va') ? to + 2 : to + 1;
    const next = dayAt(tokens, dayWord(tokens, afterAnd));
    if (!next || isMonthNumber(tokens, next.to)) return { days, to };
    // the end of "ngày 20-25 hằng tháng" is what counts
    if (isRange) days.pop();
    days.push(next.value);
    to = next.to;
  }
}

/** The second day of "ngày 5 đến ngày 10 tháng 6" is a date. */
function isMonthNumber(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at], 'thang', 'th') && tokens[at + 1]?.kind === 'number';
}

function dayAt(tokens: Tokens, at: number): { value: number; to: number } | null {
  const written = digitsOf(tokens[at], 2);
  const read = written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
  if (!read || isWord(tokens[read.to], '/', '%') || read.value < 1 || read.value > 31) return null;
  return { value: read.value, to: afterGloss(tokens, read.to) };
}

const WEEKDAY_WORDS = ['', '', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay'];
const sunday = phrases('chu nhat|ngay chu nhat');
const weekdayWord = phrases('thu|ngay thu|chieu thu|sang thu');
/** "lần thứ 5", "kỳ họp thứ 3": an ordinal, not a day. */
const COUNTED = 'lan ky ki hop tuan thang khoa dot quy nhiem phien ngay viec nguon'.split(' ');
const weekdayFirst = phrases('dau tien|tuan dau tien|tuan dau|cua tuan dau tien|dau');
const weekdayLast = phrases('cuoi cung|tuan cuoi cung|tuan cuoi|cua tuan cuoi cung|cua tuan cuoi|cuoi');
const ofMonth = phrases('thang|cua thang|trong thang|hang thang|moi thang|cua moi thang|cua hang thang');

export const readWeekday: Reader = (tokens, at) => {
  const weekday = weekdayAt(tokens, at);
  if (!weekday) return null;
  const afterLast = weekdayLast(tokens, weekday.to);
  const afterPlace = afterLast > weekday.to ? afterLast : weekdayFirst(tokens, weekday.to);
  // "thứ Sáu cuối tuần": the place must be within a month
  if (afterPlace === weekday.to || ofMonth(tokens, afterPlace) === afterPlace) {
    return { kind: 'weekday', weekday: weekday.value, position: null, to: weekday.to };
  }
  return {
    kind: 'weekday',
    weekday: weekday.value,
    position: afterLast > weekday.to ? -1 : 1,
    to: afterPlace,
  };
};

function weekdayAt(tokens: Tokens, at: number): { value: number; to: number } | null {
  const afterSunday = sunday(tokens, at);
  if (afterSunday > at) return { value: 7, to: afterSunday };
  if (isWord(tokens[at], 't') && isWord(tokens[at + 2], 'hang', 'moi') && isWord(tokens[at + 3], 'tuan')) {
    const short = digitsOf(tokens[at + 1], 1);
    return short !== null && short >= 2 && short <= 7 ? { value: short - 1, to: at + 2 } : null;
  }
  const start = weekdayWord(tokens, at);
  if (start === at || isWord(tokens[at - 1], ...COUNTED)) return null;
  const word = tokens[start - 1];
  if (word && word.accented !== word.text && word.accented !== 'thứ') return null;
  const figure = digitsOf(tokens[start], 1);
  // "thứ năm" is Thursday, "thu năm 2025" the revenue of a year
  if (
    isWord(tokens[start], 'nam') &&
    tokens[start + 1]?.text.length === 4 &&
    tokens[start + 1]?.kind === 'number'
  )
    return null;
  const index = figure ?? WEEKDAY_WORDS.indexOf(tokens[start]?.text ?? '-');
  return index >= 2 && index <= 7 ? { value: index - 1, to: start + 1 } : null;
}
