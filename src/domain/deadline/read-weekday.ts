/** Days of the week: "thứ Năm", "thứ 2, 4, 6", "thứ Sáu cuối cùng của tháng". */
import type { Reader } from './lexeme.ts';
import { type NumberRead, readNumberWord } from './number-words.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';

const WEEKDAY_WORDS = ['', '', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay'];
const sunday = phrases('chu nhat|ngay chu nhat');
const weekdayWord = phrases('thu|ngay thu|cac ngay thu|chieu thu|sang thu');
/** "lần thứ 5", "kỳ họp thứ 3": an ordinal, not a day. */
const COUNTED = 'lan ky ki hop tuan thang khoa dot quy nhiem phien ngay viec nguon'.split(' ');
const weekdayFirst = phrases('dau tien|tuan dau tien|tuan dau|cua tuan dau tien|dau');
const weekOfMonth = phrases('tuan|tuan thu|cua tuan|cua tuan thu|thu');
const weekdayLast = phrases('cuoi cung|tuan cuoi cung|tuan cuoi|cua tuan cuoi cung|cua tuan cuoi|cuoi');
const ofMonth = phrases('thang|cua thang|trong thang|hang thang|moi thang|cua moi thang|cua hang thang');

const everyWeek = phrases('hang tuan|moi tuan');

export const readWeekday: Reader = (tokens, at) => {
  const weekday = weekdayAt(tokens, at);
  if (!weekday) return null;
  const place = placeAt(tokens, weekday.to);
  // "thứ Sáu cuối tuần": the place must be within a month
  if (!place || ofMonth(tokens, place.to) === place.to) {
    return { kind: 'weekday', position: null, ...withMoreWeekdays(tokens, weekday) };
  }
  return { kind: 'weekday', weekdays: [weekday.value], position: place.value, to: place.to };
};

/** There is no fifth in every month. */
const LAST_COUNTED = 4;

/** "đầu tiên", "tuần cuối", "tuần thứ 2", "thứ ba". */
function placeAt(tokens: Tokens, at: number): NumberRead | null {
  const afterLast = weekdayLast(tokens, at);
  if (afterLast > at) return { value: -1, to: afterLast };
  const afterFirst = weekdayFirst(tokens, at);
  if (afterFirst > at) return { value: 1, to: afterFirst };
  const start = weekOfMonth(tokens, at);
  if (start === at) return null;
  if (isWord(tokens[start], 'nhat')) return { value: 1, to: start + 1 };
  const figure = digitsOf(tokens[start], 1);
  const count = figure === null ? readNumberWord(tokens, start) : { value: figure, to: start + 1 };
  return count && count.value >= 1 && count.value <= LAST_COUNTED ? count : null;
}

/** "thứ 2, 4, 6"; the 5 of "thứ 2, 5/6/2026" is a date's. */
function withMoreWeekdays(tokens: Tokens, first: { value: number; to: number }) {
  const weekdays = [first.value];
  let { to } = first;
  while (isWord(tokens[to], ',', 'va', '-')) {
    const figure = tokens[to + 1]?.text.length === 1 ? digitsOf(tokens[to + 1], 1) : null;
    const isDate = isWord(tokens[to + 2], '/', '-', 'thang');
    if (figure === null || figure <= (weekdays.at(-1) ?? 0) + 1 || figure > 7 || isDate) break;
    // "thứ 2 - 6" is every day between
    const first = isWord(tokens[to], '-') ? (weekdays.at(-1) ?? 0) + 1 : figure - 1;
    for (let day = first; day < figure; day += 1) weekdays.push(day);
    to += 2;
  }
  return { weekdays, to };
}

/** "CN hàng tuần", "T.6 hàng tuần" */
function shortWeekday(tokens: Tokens, at: number): NumberRead | null {
  if (isWord(tokens[at], 'cn') && everyWeek(tokens, at + 1) > at + 1) return { value: 7, to: at + 1 };
  const figureAt = isWord(tokens[at + 1], '.') ? at + 2 : at + 1;
  const figure = isWord(tokens[at], 't') ? digitsOf(tokens[figureAt], 1) : null;
  if (figure === null || figure < 2 || figure > 7 || everyWeek(tokens, figureAt + 1) === figureAt + 1)
    return null;
  return { value: figure - 1, to: figureAt + 1 };
}

function weekdayAt(tokens: Tokens, at: number): NumberRead | null {
  const afterSunday = sunday(tokens, at);
  if (afterSunday > at) return { value: 7, to: afterSunday };
  const short = shortWeekday(tokens, at);
  if (short) return short;
  const start = weekdayWord(tokens, at);
  const isCounted = isWord(tokens[at - 1], ...COUNTED) && !isWord(tokens[at - 2], 'hang', 'moi');
  if (start === at || isCounted) return null;
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
  // "ngày thứ hai mươi": the twentieth
  if (isWord(tokens[start + 1], 'muoi')) return null;
  const index = figure ?? WEEKDAY_WORDS.indexOf(tokens[start]?.text ?? '-');
  return index >= 2 && index <= 7 ? { value: index - 1, to: start + 1 } : null;
}
