/** Both ends of a range: "từ 01/12/2025 đến 15/01/2026", "từ tháng 12/2025 đến quý I/2026", "từ ngày 5 đến ngày 10 tháng 6". */
import { type Day, dayOf, monthOf, yearOf } from '../day.ts';
import { resolveDate, resolveFeast } from './date-rule.ts';
import type { Mention } from './mention.ts';
import { type Days, resolveStretch } from './period-rule.ts';

/** The days a range spans; null when one of its ends is no real day. A year said once holds for both ends. */
export function boundsOf(first: Mention, last: Mention, planYear: number): Days | null {
  const end = daysOf(last, null, planYear);
  if (!end) return null;
  if (writtenYear(last) === null) return boundsFrom(first, last, planYear);
  if (writtenYear(first) !== null) return span(daysOf(first, monthOfEnd(last, planYear), planYear), end);
  const year = yearOf(end.lastDay);
  const sameYear = daysOf(first, { year, month: monthOf(end.lastDay) }, planYear);
  // "từ 15/12 đến 10/01/2026" begins in the year before
  const isBefore = sameYear !== null && sameYear.firstDay <= end.lastDay;
  return span(isBefore ? sameYear : daysOf(first, { year: year - 1, month: 12 }, planYear), end);
}

/** "từ 15/12/2025 đến 10/01": an end that would come first is in the next year. */
function boundsFrom(first: Mention, last: Mention, planYear: number): Days | null {
  const start = daysOf(first, monthOfEnd(last, planYear), planYear);
  if (!start) return null;
  const year = yearOf(start.firstDay);
  const sameYear = daysOf(last, { year, month: 12 }, planYear);
  const isAfter = sameYear !== null && sameYear.lastDay >= start.firstDay;
  return span(start, isAfter ? sameYear : daysOf(last, { year: year + 1, month: 12 }, planYear));
}

function span(start: Days | null, end: Days | null): Days | null {
  return start && end && { firstDay: start.firstDay, lastDay: end.lastDay };
}

/** What the other end leaves to this one. */
interface OtherEnd {
  year: number;
  month: number;
  lunar?: boolean;
}

function monthOfEnd({ lexeme }: Mention, planYear: number): OtherEnd | null {
  if (lexeme.kind !== 'date') return null;
  const { year, month, lunar } = lexeme.date;
  return { year: year ?? planYear, month, lunar };
}

function writtenYear({ lexeme }: Mention): number | null {
  if (lexeme.kind === 'date') return lexeme.date.year ?? (lexeme.date.shift === 0 ? null : lexeme.date.shift);
  if (lexeme.kind === 'stretch')
    return lexeme.stretch.year ?? (lexeme.stretch.shift === 0 ? null : lexeme.stretch.shift);
  return lexeme.kind === 'feast' ? lexeme.year : null;
}

/** The days of one end of a range; a year or month it leaves out comes from the other end. */
function daysOf({ lexeme }: Mention, other: OtherEnd | null, planYear: number): Days | null {
  if (lexeme.kind === 'stretch') {
    const { stretch } = lexeme;
    const year = stretch.year ?? (stretch.shift === 0 ? (other?.year ?? null) : null);
    const days = resolveStretch({ ...stretch, year }, planYear);
    const [first] = days;
    const last = days.at(-1);
    return first && last ? { firstDay: first.firstDay, lastDay: last.lastDay } : null;
  }
  const day = dayOfMention(lexeme, other, planYear);
  return day === null ? null : { firstDay: day, lastDay: day };
}

function dayOfMention(lexeme: Mention['lexeme'], other: OtherEnd | null, planYear: number): Day | null {
  if (lexeme.kind === 'date') {
    const { date } = lexeme;
    // a lunar day finds its own year: the Chạp before this Tết is of the year before
    const left = date.shift === 0 && !date.lunar ? (other?.year ?? null) : null;
    return resolveDate({ ...date, year: date.year ?? left }, planYear);
  }
  if (lexeme.kind === 'feast') return resolveFeast(lexeme.feast, lexeme.year, planYear);
  if (lexeme.kind !== 'days' || other === null) return null;
  const day = lexeme.days[0] ?? 0;
  if (other.lunar)
    return resolveDate({ day, month: other.month, year: null, shift: 0, lunar: true }, planYear);
  return dayOf(other.year, other.month, day);
}
