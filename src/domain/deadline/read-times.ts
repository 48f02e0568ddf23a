/** How many times a period: "02 lần/năm", "mỗi năm 02 lần", "6 tháng một lần", "2 năm/lần". */
import type { Frequency } from './deadline.ts';
import type { FrequencyRead } from './lexeme.ts';
import { isWord, phrases, type Tokens } from './phrases.ts';
import { numberAt, type PeriodRead, readPeriod } from './read-period.ts';

const per = phrases('/|moi|trong|trong mot|trong 1|mot|trong moi|/ 1|/ 01|/ mot');

/** "01 lần/tháng", "02 lần/năm", "ít nhất mỗi quý một lần" is read by its "mỗi quý". */
export function timesPerPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const times = numberAt(tokens, at);
  if (!times || !isTime(tokens, times.to)) return null;
  const start = per(tokens, times.to + 1);
  if (start === times.to + 1) return null;
  const period = readPeriod(tokens, start);
  if (!period) return null;
  return { kind: 'frequency', frequency: timesOf(period, times.value), named: false, to: period.to };
}

const PIECES = 'bai tin video ngay gio luot'.split(' ');

/** "02 bài/tháng", "01 ngày/tháng": so many in each period, all of them by its end. */
export function piecesPerPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const pieces = numberAt(tokens, at);
  if (!pieces || !isWord(tokens[pieces.to], ...PIECES) || !isWord(tokens[pieces.to + 1], '/', 'moi'))
    return null;
  const period = readPeriod(tokens, pieces.to + 2);
  return period && { kind: 'frequency', frequency: period.frequency, named: false, to: period.to };
}

const oncePeriod = phrases('moi|mot|1|01|trong mot|trong moi|hang');

/** "mỗi năm 02 lần", "một năm 2 kỳ": the count behind the period. */
export function timesInPeriod(tokens: Tokens, at: number): FrequencyRead | null {
  const start = oncePeriod(tokens, at);
  const period = start > at ? readPeriod(tokens, start) : null;
  const times = period && numberAt(tokens, atLeast(tokens, period.to));
  if (!period || !times || !isTime(tokens, times.to)) return null;
  return { kind: 'frequency', frequency: timesOf(period, times.value), named: false, to: times.to + 1 };
}

const atLeast = phrases('it nhat|toi thieu|khong it hon');

function isTime(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at], 'lan', 'ky', 'ki', 'dot', 'cuoc', 'buoi', 'phien');
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
export function oncePerPeriods(tokens: Tokens, at: number): FrequencyRead | null {
  const period = readPeriod(tokens, at);
  if (!period) return null;
  // "5 năm một lần" is no yearly rule
  if (tokens[at - 1]?.kind === 'number' && Number(tokens[at - 1]?.text) > 1) return null;
  const to = once(tokens, period.to);
  return to > period.to ? { kind: 'frequency', frequency: period.frequency, named: false, to } : null;
}

/** "2 năm/lần", "hai tuần một lần": returns, but by no rule known here; a person must say when. */
export function onceInSeveral(tokens: Tokens, at: number): FrequencyRead | null {
  const count = numberAt(tokens, at);
  const unit = count && count.value > 1 ? readPeriod(tokens, count.to) : null;
  const to = unit ? once(tokens, unit.to) : at;
  return unit && to > unit.to ? { kind: 'frequency', frequency: null, named: false, to } : null;
}
