/** The periods of a rhythm: "tháng", "quý", "6 tháng". */
import type { Frequency } from './deadline.ts';
import { readNumberWord } from './number-words.ts';
import { afterGloss, digitsOf, isWord, phrases, type Tokens } from './phrases.ts';

export interface PeriodRead {
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

export function readPeriod(tokens: Tokens, at: number): PeriodRead | null {
  for (const [word, frequency] of PERIODS) {
    const to = word(tokens, at);
    if (to > at && !isOtherWord(tokens, at)) return { frequency, to };
  }
  return readMonthCount(tokens, at);
}

const OTHER_QUY = 'dinh che trinh hoach mo uoc chuan tac cach luat doi dat phuc'.split(' ');

/** "quy định", "quy chế", "thang điểm", "ngành": the same letters, another word. */
function isOtherWord(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (isWord(tokens[at], 'quy', 'qui')) {
    return isWord(next, ...OTHER_QUY);
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

/** A count in figures or words. */
export function numberAt(tokens: Tokens, at: number) {
  const written = digitsOf(tokens[at], 2);
  return written === null ? readNumberWord(tokens, at) : { value: written, to: at + 1 };
}
