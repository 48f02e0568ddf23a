/** Times of day ("17h00", "16 giờ 30 phút", "10 giờ sáng") and lengths of time ("05 ngày làm việc", "24 giờ"). */
import type { RelativeDeadline } from './deadline.ts';
import type { Reader } from './lexeme.ts';
import { readNumberWord } from './number-words.ts';
import { afterGloss, digitsOf, isWord, phrases, type Tokens } from './phrases.ts';

const LAST_MINUTE = '23:59';
const hourWord = phrases('h|g|gio|:');
const minuteWord = phrases('phut', 'p', "'", '’');

export const readTime: Reader = (tokens, at) => {
  const hour = digitsOf(tokens[at], 2);
  if (hour === null || hour > 24) return null;
  const afterHour = hourWord(tokens, at + 1);
  if (afterHour === at + 1 || isLength(tokens, at, afterHour)) return null;
  const minute = minuteAt(tokens, afterHour);
  if (tokens[at + 1]?.text === ':' && (minute === null || tokens[at + 2]?.text.length !== 2)) return null;
  const end = minute === null ? afterHour : minuteWord(tokens, afterHour + 1);
  const half = isWord(tokens[end], 'chieu', 'toi') && hour < 12 ? 12 : 0;
  const to = isWord(tokens[end], 'chieu', 'toi', 'sang', 'trua') ? end + 1 : end;
  // midnight at the end of the day is still that day
  if (hour === 24) return { kind: 'time', time: LAST_MINUTE, to };
  const clock = `${String(hour + half).padStart(2, '0')}:${String(minute ?? 0).padStart(2, '0')}`;
  return { kind: 'time', time: clock, to };
};

/** The "00" of "17 giờ 00"; the 20 of "17h 20/11" is a date's. */
function minuteAt(tokens: Tokens, at: number): number | null {
  const minute = digitsOf(tokens[at], 2);
  // a new line may begin with another figure
  const isOther = tokens[at]?.gap === 'line' && !isWord(tokens[at + 1], 'phut', 'ngay');
  return minute === null || minute > 59 || isOther || isDayOfDate(tokens, at) ? null : minute;
}

function isDayOfDate(tokens: Tokens, at: number): boolean {
  if (isWord(tokens[at + 1], '/', '-')) return true;
  return isWord(tokens[at + 1], '.') && tokens[at + 2]?.kind === 'number' && tokens[at + 2]?.gap === 'none';
}

const countingFrom = phrases('lam viec|ke|ke tu|tinh|tinh tu|sau|truoc khi|tu khi|tu luc|/|, ke|truoc gio');

/** "08 giờ làm việc", "trong vòng 24 giờ kể từ khi …" are lengths. */
function isLength(tokens: Tokens, at: number, to: number): boolean {
  if (tokens[at + 1]?.text === ':' || tokens[to]?.kind === 'number') return false;
  const isWithin = isWord(tokens[at - 1], 'trong') && !isWord(tokens[to], 'ngay');
  return countingFrom(tokens, to) > to || isWithin || isWord(tokens[at - 1], 'vong');
}

type Unit = RelativeDeadline['offset']['unit'];

const units: [ReturnType<typeof phrases>, Unit][] = [
  [phrases('ngay lam viec|ngay cong|ngay lv|nglv|ngay l / v|ngay lviec'), 'working_day'],
  [phrases('ngay|ngay lich|ngay duong lich'), 'day'],
  [phrases('gio lam viec|tieng lam viec|gio hanh chinh'), 'working_hour'],
  [phrases('gio|tieng|h'), 'hour'],
  [phrases('tuan|tuan le'), 'week'],
  [phrases('thang'), 'month'],
];

export const readDuration: Reader = (tokens, at) => {
  const written = digitsOf(tokens[at], 3);
  const number = written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
  if (!number || number.value === 0) return null;
  const start = afterGloss(tokens, number.to);
  for (const [word, unit] of units) {
    const to = word(tokens, start);
    if (to === start) continue;
    return isDate(tokens, at, to, unit) ? null : { kind: 'duration', n: number.value, unit, to };
  }
  return null;
};

const HALF_A_DAY = 4;
const halfDay = phrases('1 / 2 ngay|nua ngay|1 / 2 ngay lam viec|nua ngay lam viec');
const sameDay = phrases('trong ngay|ngay trong ngay');
const sameWorkingDay = phrases('trong ngay lam viec|ngay trong ngay lam viec');
const nextWorkingDay = phrases(
  'ngay lam viec tiep theo|ngay lam viec ke tiep|ngay lam viec sau|ngay lam viec lien ke',
);
/** "trong ngày làm việc đầu tiên của tháng" names another day. */
const PLACES = ['cuoi', 'dau', 'thu', 'tiep', 'ke', 'sau', 'lien'];
const dayOfEvent = phrases('tiep nhan|nhan|nop|lam viec|ky|ban hanh|phat sinh');

/** Lengths in words: "1/2 ngày làm việc", "ngay trong ngày", "ngày làm việc tiếp theo". */
export const readWordedDuration: Reader = (tokens, at) => {
  const afterHalf = halfDay(tokens, at);
  if (afterHalf > at) return { kind: 'duration', n: HALF_A_DAY, unit: 'working_hour', to: afterHalf };
  const afterNext = nextWorkingDay(tokens, at);
  if (afterNext > at) return { kind: 'duration', n: 1, unit: 'working_day', to: afterNext };
  const afterWorking = sameWorkingDay(tokens, at);
  if (isWord(tokens[afterWorking], ...PLACES) && afterWorking > at) return null;
  if (afterWorking > at) return { kind: 'duration', n: 0, unit: 'working_day', to: afterWorking };
  const afterSame = sameDay(tokens, at);
  const isOwnDay = tokens[afterSame] === undefined || tokens[afterSame]?.kind === 'mark';
  if (afterSame === at || !(isOwnDay || dayOfEvent(tokens, afterSame) > afterSame)) return null;
  return { kind: 'duration', n: 0, unit: 'day', to: afterSame };
};

const nthDayFrom = phrases('ke tu|tinh tu|sau|, ke tu|, tinh tu');

/** "ngày thứ 90 kể từ …", "ngày thứ mười, kể từ …" */
export const readNthDay: Reader = (tokens, at) => {
  if (!isWord(tokens[at], 'ngay') || !isWord(tokens[at + 1], 'thu')) return null;
  const figures = digitsOf(tokens[at + 2], 3);
  const nth = figures === null ? readNumberWord(tokens, at + 2) : { value: figures, to: at + 3 };
  return nth && nthDayFrom(tokens, nth.to) > nth.to
    ? { kind: 'duration', n: nth.value, unit: 'day', to: nth.to }
    : null;
};

/** "hằng năm ngày 15/3": the word "năm" and then a date. */
function isDate(tokens: Tokens, at: number, to: number, unit: Unit): boolean {
  if (unit === 'working_day' && isWord(tokens[to], 'dau', 'cuoi')) return true;
  if (unit === 'day' && (tokens[to]?.kind === 'number' || isWord(tokens[to], 'thu', 'cuoi', 'dau')))
    return true;
  // "tu tuan 2", typed plain: from week 2
  if (unit === 'week' && tokens[to]?.kind === 'number') return true;
  if (tokens[at]?.text !== 'nam') return unit === 'month' && tokens[to]?.kind === 'number';
  return isWord(tokens[at - 1], 'hang', 'moi', 'tung', 'ky', 'trong') && countingFrom(tokens, to) === to;
}
