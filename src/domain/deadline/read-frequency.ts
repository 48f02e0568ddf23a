/** How often: "hằng tháng", "mỗi quý", "02 lần/năm", "6 tháng một lần", "báo cáo quý". */
import type { Frequency } from './deadline.ts';
import type { FrequencyRead, Reader } from './lexeme.ts';
import { readNumberWord } from './number-words.ts';
import { isWord, phrases, type Tokens } from './phrases.ts';
import { type PeriodRead, readPeriod } from './read-period.ts';
import {
  onceInSeveral,
  oncePerPeriods,
  piecesPerPeriod,
  timesInPeriod,
  timesPerPeriod,
} from './read-times.ts';

/** From the finest on: of "hằng quý, 6 tháng và hằng năm" the quarter is what returns most often. */
const FROM_FINEST: Frequency[] = ['daily', 'weekly', 'monthly', 'quarterly', 'semiannual', 'yearly'];

export const readFrequency: Reader = (tokens, at) =>
  everyWorkingDay(tokens, at) ??
  timesInPeriod(tokens, at) ??
  everyPeriod(tokens, at) ??
  allMonths(tokens, at) ??
  timesPerPeriod(tokens, at) ??
  piecesPerPeriod(tokens, at) ??
  oncePerPeriods(tokens, at) ??
  onceInSeveral(tokens, at) ??
  reportName(tokens, at);

const every = phrases(
  'hang|moi|tung|dinh ky|dinh ki|dinh ky hang|dinh ki hang|dinh ky moi|dinh ky theo|hang /',
  'dinh ky vao|dinh ky cac|theo tung|dinh ky theo tung|vao hang|vao moi|dinh ky tung',
);

const unfixedWord = phrases('dinh ky|dinh ki');

function everyPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const afterTheo = isWord(tokens[at], 'theo') ? at + 1 : at;
  const start = every(tokens, at) > at ? every(tokens, at) : afterTheo;
  if (start === at) return null;
  const first = readPeriod(tokens, start);
  const unfixed = unfixedWord(tokens, at);
  // "theo quý III", "sinh hoạt định kỳ tháng 6/2026"
  const mayBeNamed = afterTheo > at || unfixed === start;
  if (first && !(mayBeNamed && isNamedPeriod(tokens, first.to))) return withMorePeriods(tokens, first);
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

const reportWord = phrases('bao cao|giao ban|hop giao ban|so ket|tong hop|bao cao ket qua');

/**
 * "Báo cáo tháng: trước ngày 25": the report's name says how often, but only where a day needs it. At the head of
 * a list item the period may stand alone ("quý: trước ngày 20 tháng cuối quý").
 */
function reportName(tokens: Tokens, at: number): FrequencyRead | null {
  const afterWord = reportWord(tokens, at);
  const atHead = at === 0 || isWord(tokens[at - 1], ';', '-', '+', ',', '.', '"', '“');
  const period = afterWord > at || atHead ? readPeriod(tokens, afterWord) : null;
  if (!period || period.frequency === 'daily' || isNamedPeriod(tokens, period.to)) return null;
  const read = withMorePeriods(tokens, period);
  // "6 tháng, năm" by itself is a rhythm
  const isList = read.to > period.to && (tokens[read.to]?.kind ?? 'mark') === 'mark';
  if (afterWord === at && !isWord(tokens[period.to], ':', '-')) return isList ? read : null;
  // "báo cáo tháng sau", "báo cáo năm học"
  if (isWord(tokens[period.to], 'truoc', 'sau') && !isLimitWord(tokens, period.to)) return null;
  return { ...read, named: true };
}

function isLimitWord(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at], 'truoc') && (isWord(tokens[at + 1], 'ngay') || tokens[at + 1]?.kind === 'number');
}
