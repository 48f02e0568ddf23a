/** Months and quarters told by their place: "tháng cuối quý", "của tháng sau", "tháng báo cáo". */
import type { MonthSlot, Reader } from './lexeme.ts';
import { isYear, readNumberWord } from './number-words.ts';
import { isWord, mayBe, phrases, type Tokens } from './phrases.ts';

interface SlotRead {
  slot: MonthSlot;
  to: number;
}

const of = phrases('cua|trong|cua moi|cua hang|trong moi|thuoc');
const next = phrases('sau|tiep theo|ke tiep|lien ke|lien ke sau|toi|ke sau|lien sau|sau lien ke|tiep sau');
const reportedWord = phrases('bao cao|do|danh gia|hien tai|ay');
const period = phrases('ky bao cao|ky|thang bao cao|quy bao cao');
const places: [ReturnType<typeof phrases>, 1 | 2 | 3][] = [
  [phrases('cuoi|cuoi cung|thu ba|thu 3|ket thuc'), 3],
  [phrases('dau|dau tien|thu nhat|thu 1'), 1],
  [phrases('giua|thu hai|thu 2'), 2],
];

export const readSlot: Reader = (tokens, at) => {
  const start = of(tokens, at);
  const found =
    onceSlot(tokens, start) ??
    monthSlot(tokens, start) ??
    quarterSlot(tokens, start) ??
    periodSlot(tokens, start);
  const known = found ?? (start > at || endsDayOf(tokens, at) ? wholeSlot(tokens, start) : null);
  return known && !isNumbered(tokens, known.to) ? { kind: 'slot', ...known } : null;
};

const thisOne = phrases('tuan nay|thang nay|quy nay|tuan sau|tuan toi|tuan ke tiep|tuan tiep theo');

function onceSlot(tokens: Tokens, at: number): SlotRead | null {
  const to = thisOne(tokens, at);
  return to > at ? { slot: { frequency: null, once: true }, to } : null;
}

function monthSlot(tokens: Tokens, at: number): SlotRead | null {
  if (!isWord(tokens[at], 'thang', 'th')) return null;
  for (const [wording, place] of places) {
    const to = wording(tokens, at + 1);
    if (to > at + 1) return monthAtPlace(tokens, to, place);
  }
  const afterNext = nextAt(tokens, at + 1);
  if (afterNext > at + 1) return nextMonth(tokens, afterNext);
  const afterReported = reported(tokens, at + 1);
  return afterReported > at + 1 ? { slot: { frequency: 'monthly' }, to: afterReported } : null;
}

/** "tháng sau", or after a quarter the first month of the next: "tháng tiếp theo của quý báo cáo". */
function nextMonth(tokens: Tokens, at: number): SlotRead {
  const whole = of(tokens, at);
  if (!isWord(tokens[whole], 'quy', 'qui'))
    return { slot: { frequency: 'monthly', periodOffset: 1 }, to: period(tokens, at) };
  return {
    slot: { frequency: 'quarterly', monthInQuarter: 1, periodOffset: 1 },
    to: reported(tokens, whole + 1),
  };
}

function monthAtPlace(tokens: Tokens, at: number, place: 1 | 2 | 3): SlotRead | null {
  const whole = of(tokens, at);
  if (isWord(tokens[whole], 'moi', 'hang', 'cac')) return monthAtPlace(tokens, whole + 1, place);
  if (isWord(tokens[whole], 'quy', 'qui')) {
    const slot: MonthSlot = { frequency: 'quarterly', monthInQuarter: place };
    const afterNext = nextAt(tokens, whole + 1);
    if (afterNext > whole + 1) return { slot: { ...slot, periodOffset: 1 }, to: afterNext };
    return { slot, to: reported(tokens, whole + 1) };
  }
  if (isWord(tokens[whole], 'nam') && place !== 2)
    return { slot: { frequency: 'yearly', month: place === 1 ? 1 : 12 }, to: whole + 1 };
  const afterPeriod = period(tokens, whole);
  if (place !== 3) return null;
  return { slot: { frequency: null, periodEnd: true }, to: Math.max(afterPeriod, at) };
}

/** "sáu" is a month's number, "sau" the next one. */
function nextAt(tokens: Tokens, at: number): number {
  const isSix = isWord(tokens[at], 'sau') && (!mayBe(tokens[at], 'sau') || isYear(tokens, at + 1));
  return isSix ? at : next(tokens, at);
}

/** Past "báo cáo", or past the "trước" of "tháng trước đến …", where it is no limit. */
function reported(tokens: Tokens, at: number): number {
  const isPrevious =
    isWord(tokens[at], 'truoc') && (!tokens[at + 1] || isWord(tokens[at + 1], 'den', 'toi', '-'));
  return isPrevious ? at + 1 : reportedWord(tokens, at);
}

function quarterSlot(tokens: Tokens, at: number): SlotRead | null {
  if (!isWord(tokens[at], 'quy', 'qui')) return null;
  const afterNext = nextAt(tokens, at + 1);
  const slot: MonthSlot = { frequency: 'quarterly', monthInQuarter: 1, periodOffset: 1 };
  if (afterNext > at + 1) return { slot, to: afterNext };
  const afterReported = reported(tokens, at + 1);
  return afterReported > at + 1 ? { slot: { frequency: 'quarterly' }, to: afterReported } : null;
}

const periodEnd = phrases('ky bao cao|cuoi ky|cuoi ky bao cao');

function periodSlot(tokens: Tokens, at: number): SlotRead | null {
  const to = periodEnd(tokens, at);
  return to > at ? { slot: { frequency: null, periodEnd: true }, to } : null;
}

/** The "tháng" of "ngày cuối cùng của tháng", "cuối quý". */
function wholeSlot(tokens: Tokens, at: number): SlotRead | null {
  const to = reported(tokens, at + 1);
  if (isWord(tokens[at], 'thang', 'th')) return { slot: { frequency: 'monthly' }, to };
  if (isWord(tokens[at], 'quy', 'qui')) return { slot: { frequency: 'quarterly' }, to };
  if (isWord(tokens[at], 'tuan')) return { slot: { frequency: 'weekly' }, to };
  return null;
}

function endsDayOf(tokens: Tokens, at: number): boolean {
  return isWord(tokens[at - 1], 'cuoi', 'cung', 'dau', 'tien', 'giua');
}

/** "tháng cuối quý IV", "của tháng 6": a month of the calendar after all. */
function isNumbered(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.kind === 'number' || readNumberWord(tokens, at)) return true;
  return isWord(tokens[at], 'i', 'ii', 'iii', 'iv', 'gieng', 'chap');
}
