/** How often: "hằng tháng", "mỗi quý", "02 lần/năm", "6 tháng một lần", "báo cáo quý". */
import type { Frequency } from './deadline.ts';
import type { LexemeValue, Reader } from './lexeme.ts';
import { readNumberWord } from './number-words.ts';
import { afterGloss, digitsOf, isWord, mayBe, phrases, type Tokens } from './phrases.ts';

type FrequencyRead = LexemeValue & { kind: 'frequency'; to: number };

/** From the finest on: of "hằng quý, 6 tháng và hằng năm" the quarter is what returns most often. */
const FROM_FINEST: Frequency[] = ['daily', 'weekly', 'monthly', 'quarterly', 'semiannual', 'yearly'];

export const readFrequency: Reader = (tokens, at) =>
  everyWorkingDay(tokens, at) ??
  timesInPeriod(tokens, at) ??
  everyPeriod(tokens, at) ??
  allMonths(tokens, at) ??
  timesPerPeriod(tokens, at) ??
  oncePerPeriods(tokens, at) ??
  onceInSeveral(tokens, at) ??
  reportName(tokens, at);

const every = phrases(
  'hang|moi|tung|dinh ky|dinh ki|dinh ky hang|dinh ki hang|dinh ky moi|dinh ky theo|hang /',
  'dinh ky vao|dinh ky cac|theo tung|dinh ky theo tung|vao hang|vao moi|dinh ky tung',
);

function everyPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const afterTheo = isWord(tokens[at], 'theo') ? at + 1 : at;
  const start = every(tokens, at) > at ? every(tokens, at) : afterTheo;
  if (start === at) return null;
  const first = readPeriod(tokens, start);
  if (first && !(afterTheo > at && isNamedPeriod(tokens, first.to))) return withMorePeriods(tokens, first);
  const unfixed = phrases('dinh ky|dinh ki')(tokens, at);
  return unfixed > at ? { kind: 'frequency', frequency: null, named: false, to: unfixed } : null;
}

const workingDays = phrases('cac ngay lam viec|cac ngay lam viec trong tuan|cac ngay trong tuan');

function everyWorkingDay(tokens: Tokens, at: number): FrequencyRead | null {
  const to = workingDays(tokens, at);
  return to > at ? { kind: 'frequency', frequency: 'daily', named: false, to } : null;
}

/** "ngày 25 các tháng", but not "các tháng cuối năm", "các tháng 3, 6, 9". */
function allMonths(tokens: Tokens, at: number): FrequencyRead | null {
  const next = tokens[at + 2];
  const isSome =
    next?.kind === 'number' || isWord(next, 'dau', 'cuoi', 'giua', 'truoc', 'sau', 'tiep', 'con', 'he', 'do');
  if (!isWord(tokens[at], 'cac') || !isWord(tokens[at + 1], 'thang') || isSome) return null;
  if (readNumberWord(tokens, at + 2)) return null;
  const inYear = phrases('trong nam')(tokens, at + 2);
  return { kind: 'frequency', frequency: 'monthly', named: false, to: inYear };
}

/** "theo năm học", "theo quý III" are not rules. */
function isNamedPeriod(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at], 'hoc', 'i', 'ii', 'iii', 'iv') || tokens[at]?.kind === 'number';
}

interface PeriodRead {
  frequency: Frequency;
  to: number;
}

const PERIODS: [ReturnType<typeof phrases>, Frequency][] = [
  [phrases('ngay|ngay lam viec'), 'daily'],
  [phrases('tuan'), 'weekly'],
  [phrases('thang|th'), 'monthly'],
  [phrases('quy|qui'), 'quarterly'],
  [phrases('nua nam|ban nien'), 'semiannual'],
  [phrases('nam'), 'yearly'],
];
const BY_MONTHS = new Map<number, Frequency>([
  [1, 'monthly'],
  [3, 'quarterly'],
  [6, 'semiannual'],
  [9, 'quarterly'],
  [12, 'yearly'],
]);

function readPeriod(tokens: Tokens, at: number): PeriodRead | null {
  for (const [word, frequency] of PERIODS) {
    const to = word(tokens, at);
    if (to > at && !isOtherWord(tokens, at)) return { frequency, to };
  }
  return readMonthCount(tokens, at);
}

/** "quy định", "quy chế", "thang điểm", "ngành": the same letters, another word. */
function isOtherWord(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (isWord(tokens[at], 'quy', 'qui')) {
    return isWord(
      next,
      'dinh',
      'che',
      'trinh',
      'hoach',
      'mo',
      'uoc',
      'chuan',
      'tac',
      'cach',
      'luat',
      'doi',
      'dat',
      'phuc',
    );
  }
  // "định kỳ vào ngày 10"
  const isDayNumber = next?.kind === 'number' && !isWord(tokens[at + 2], 'lan');
  if (isWord(tokens[at], 'ngay')) return isDayNumber || isWord(next, 'thu', 'cuoi', 'dau', 'mung', 'ram');
  return isWord(tokens[at], 'thang') && isWord(next, 'diem', 'bang', 'do');
}

function readMonthCount(tokens: Tokens, at: number): PeriodRead | null {
  const count = numberAt(tokens, at);
  const unitAt = count ? afterGloss(tokens, count.to) : at;
  if (!count || !isWord(tokens[unitAt], 'thang', 'th')) return null;
  const side = isWord(tokens[unitAt + 1], 'dau', 'cuoi') && isWord(tokens[unitAt + 2], 'nam');
  const frequency = BY_MONTHS.get(count.value);
  return frequency && !side ? { frequency, to: unitAt + 1 } : null;
}

/** "…, quý, 6 tháng và hằng năm": the rest of the list belongs to the same words. */
function withMorePeriods(tokens: Tokens, first: PeriodRead): FrequencyRead {
  let { frequency, to } = first;
  for (;;) {
    const afterComma = isWord(tokens[to], ',', '/') ? to + 1 : to;
    const connected = isWord(tokens[afterComma], 'va', 'hoac') ? afterComma + 1 : afterComma;
    if (connected === to) break;
    const afterWord = isWord(tokens[connected], 'ca') ? connected + 1 : every(tokens, connected);
    const next = readPeriod(tokens, afterWord);
    if (!next || isNamedPeriod(tokens, next.to)) break;
    // "hằng tháng, ngày 25": a day of the month, not another period
    if (next.frequency === 'daily' && afterWord === connected) break;
    frequency = finest(frequency, next.frequency);
    to = next.to;
  }
  return { kind: 'frequency', frequency, named: false, to };
}

function finest(a: Frequency, b: Frequency): Frequency {
  return FROM_FINEST.indexOf(a) <= FROM_FINEST.indexOf(b) ? a : b;
}

const per = phrases('/|moi|trong|trong mot|trong 1|mot|trong moi|/ 1|/ 01|/ mot');

/** "01 lần/tháng", "02 lần/năm", "ít nhất mỗi quý một lần" is read by its "mỗi quý". */
function timesPerPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const times = numberAt(tokens, at);
  if (!times || !isTime(tokens, times.to)) return null;
  const start = per(tokens, times.to + 1);
  if (start === times.to + 1) return null;
  const period = readPeriod(tokens, start);
  if (!period) return null;
  return { kind: 'frequency', frequency: timesOf(period, times.value), named: false, to: period.to };
}

const oncePeriod = phrases('moi|mot|1|01|trong mot|trong moi|hang');

/** "mỗi năm 02 lần", "một năm 2 kỳ": the count behind the period. */
function timesInPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const start = oncePeriod(tokens, at);
  const period = start > at ? readPeriod(tokens, start) : null;
  const times = period && numberAt(tokens, atLeast(tokens, period.to));
  if (!period || !times || !isTime(tokens, times.to)) return null;
  return { kind: 'frequency', frequency: timesOf(period, times.value), named: false, to: times.to + 1 };
}

const atLeast = phrases('it nhat|toi thieu|khong it hon');

function isTime(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at], 'lan', 'ky', 'ki', 'dot');
}

function numberAt(tokens: Tokens, at: number) {
  const written = digitsOf(tokens[at], 2);
  return written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
}

function timesOf({ frequency }: PeriodRead, times: number): Frequency {
  return frequency === 'yearly' ? timesPerYear(times) : frequency;
}

function timesPerYear(times: number): Frequency {
  if (times >= 12) return 'monthly';
  if (times >= 3) return 'quarterly';
  return times === 2 ? 'semiannual' : 'yearly';
}

const once = phrases('/ lan|/ 1 lan|/ 01 lan|/ mot lan|mot lan|1 lan|01 lan|/ ky');

/** "6 tháng/lần", "quý một lần". */
function oncePerPeriods(tokens: Tokens, at: number): FrequencyRead | null {
  const period = readPeriod(tokens, at);
  if (!period) return null;
  // "5 năm một lần" is no yearly rule
  if (tokens[at - 1]?.kind === 'number' && Number(tokens[at - 1]?.text) > 1) return null;
  const to = once(tokens, period.to);
  return to > period.to ? { kind: 'frequency', frequency: period.frequency, named: false, to } : null;
}

/** "2 năm/lần", "hai tuần một lần": returns, but by no rule known here; a person must say when. */
function onceInSeveral(tokens: Tokens, at: number): FrequencyRead | null {
  const count = numberAt(tokens, at);
  const unit = count && count.value > 1 ? readPeriod(tokens, count.to) : null;
  const to = unit ? once(tokens, unit.to) : at;
  return unit && to > unit.to ? { kind: 'frequency', frequency: null, named: false, to } : null;
}

const reportWord = phrases('bao cao|giao ban|hop giao ban|so ket|tong hop|bao cao ket qua');

/**
 * "Báo cáo tháng: trước ngày 25": the report's name says how often, but only where a day needs it. At the head of
 * a list item the period may stand alone ("quý: trước ngày 20 tháng cuối quý").
 */
function reportName(tokens: Tokens, at: number): FrequencyRead | null {
  const afterWord = reportWord(tokens, at);
  const atHead = at === 0 || isWord(tokens[at - 1], ';', '-', '+', ',', '.');
  const period = afterWord > at || atHead ? readPeriod(tokens, afterWord) : null;
  if (!period || period.frequency === 'daily' || isNamedPeriod(tokens, period.to)) return null;
  if (afterWord === at && !isWord(tokens[period.to], ':', '-')) return null;
  // "báo cáo tháng sau", "báo cáo năm học"
  if (isWord(tokens[period.to], 'truoc', 'sau') && !isLimitWord(tokens, period.to)) return null;
  const read = withMorePeriods(tokens, period);
  return { ...read, named: true };
}

function isLimitWord(tokens: Tokens, at: number): boolean {
  return mayBe(tokens[at], 'trước') && (isWord(tokens[at + 1], 'ngay') || tokens[at + 1]?.kind === 'number');
}
