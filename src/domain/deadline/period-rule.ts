/**
 * Stretches of time. By custom đầu / giữa / cuối tháng are the days 1-10, 11-20 and 21 to the end; of a quarter they
 * are its first, second and last month; đầu năm is the first quarter and cuối năm the fourth.
 */
import { addDays, type Day, dayOf, lastDayOfMonth, weekdayOf } from '../day.ts';
import { resolveLunarMonths } from './date-rule.ts';
import type { DateDeadline, PeriodDeadline } from './deadline.ts';
import type { Extent, Marker, MonthSpan, Stretch, StretchPart } from './lexeme.ts';

export type PeriodDraft = Omit<PeriodDeadline, 'text'>;

export interface Days {
  firstDay: Day;
  lastDay: Day;
}

export interface StretchDays extends Days {
  /** Tokens of this member of a list. */
  words?: Extent;
}

/** The stretches as written, neighbours joined; "tháng 6, tháng 12" stay two. */
export function resolveStretch(stretch: Stretch, planYear: number): StretchDays[] {
  const year = (stretch.year ?? planYear) + stretch.shift;
  const joined: MonthSpan[] = [];
  for (const months of stretch.months) {
    const open = joined.at(-1);
    if (open && months.first === open.last + 1 && !stretch.part) open.last = months.last;
    else joined.push({ ...months });
  }
  const lunarYear = stretch.year === null ? null : year;
  return joined.flatMap(({ first, last, words }) => {
    if (!stretch.lunar) return [{ ...partOf(stretch, year, first, last), words }];
    const whole = resolveLunarMonths(first, last, lunarYear, planYear);
    return whole ? [{ ...partOfMonth(whole, stretch.part, whole.firstDay), words }] : [];
  });
}

function partOf(stretch: Stretch, year: number, first: number, last: number): Days {
  const whole = {
    firstDay: monthStart(year, first),
    lastDay: lastDayOfMonth(stretch.lastYear ?? year, last),
  };
  const { week = 1, lastWeek = week } = stretch;
  if (stretch.unit === 'week-of-year') return weekOfYear(year, week);
  if (stretch.unit === 'week') {
    return {
      firstDay: weekOfMonth(year, first, week).firstDay,
      lastDay: weekOfMonth(year, first, lastWeek).lastDay,
    };
  }
  if (!stretch.part) return whole;
  if (stretch.days !== undefined) return edgeOf(whole, stretch.part, stretch.days);
  if (stretch.unit === 'quarter') {
    const [from, to] = MONTHS_OF_QUARTER[stretch.part];
    return months(year, first + from, first + to);
  }
  if (stretch.unit === 'year') {
    const [from, to] = MONTHS_OF_YEAR[stretch.part];
    return months(stretch.lastYear ?? year, from, to);
  }
  return partOfMonth(whole, stretch.part, monthStart(year, last));
}

/** @param start of the last month. */
function partOfMonth(whole: Days, part: StretchPart | undefined, start: Day): Days {
  if (!part) return whole;
  const [from, to] = DAYS_OF_MONTH[part];
  return {
    firstDay: addDays(whole.firstDay, from - 1),
    lastDay: to === null ? whole.lastDay : addDays(start, to - 1),
  };
}

function edgeOf({ firstDay, lastDay }: Days, part: StretchPart, days: number): Days {
  if (part === 'start') return { firstDay, lastDay: addDays(firstDay, days - 1) };
  return { firstDay: addDays(lastDay, 1 - days), lastDay };
}

const DAYS_OF_MONTH = {
  start: [1, 10],
  middle: [11, 20],
  end: [21, null],
  'first-half': [1, 15],
  'second-half': [16, null],
} as const;

/** Counted from the quarter's first month. */
const MONTHS_OF_QUARTER = {
  start: [0, 0],
  middle: [1, 1],
  end: [2, 2],
  'first-half': [0, 1],
  'second-half': [1, 2],
} as const;

const MONTHS_OF_YEAR = {
  start: [1, 3],
  middle: [6, 6],
  end: [10, 12],
  'first-half': [1, 6],
  'second-half': [7, 12],
} as const;

function months(year: number, first: number, last: number): Days {
  return { firstDay: monthStart(year, first), lastDay: lastDayOfMonth(year, last) };
}

function monthStart(year: number, month: number): Day {
  return dayOf(year, month, 1) ?? lastDayOfMonth(year, month);
}

/** Monday to Sunday, counted from the first full week; the last is the last full one. */
function weekOfMonth(year: number, month: number, week: number): Days {
  const start = monthStart(year, month);
  const end = lastDayOfMonth(year, month);
  if (week === -1) {
    const sunday = addDays(end, -(weekdayOf(end) % 7));
    return { firstDay: addDays(sunday, -6), lastDay: sunday };
  }
  const monday = addDays(start, (8 - weekdayOf(start)) % 7);
  const firstDay = addDays(monday, 7 * (week - 1));
  return { firstDay, lastDay: addDays(firstDay, 6) };
}

/** ISO 8601: the first week is the one with 4 January. */
function weekOfYear(year: number, week: number): Days {
  const inFirst = addDays(monthStart(year, 1), 3);
  const firstDay = addDays(inFirst, 7 * (week - 1) + 1 - weekdayOf(inFirst));
  return { firstDay, lastDay: addDays(firstDay, 6) };
}

/** A stretch with the words before it: "trước quý IV" and "hết tháng 6" name one day, "trong quý IV" a period. */
export function limitedStretch(
  days: Days,
  stretch: Stretch,
  markers: ReadonlySet<Marker>,
): PeriodDraft | Omit<DateDeadline, 'text'> {
  const { firstDay, lastDay } = days;
  const lunar = stretch.lunar ? { lunar: stretch.lunar } : {};
  if (markers.has('before')) {
    const statedDay = stretch.part === 'end' ? lastDay : firstDay;
    return {
      kind: 'date',
      lastDay: addDays(statedDay, -1),
      statedDay,
      strictBefore: true,
      time: null,
      ...lunar,
    };
  }
  if (markers.has('until')) {
    return { kind: 'date', lastDay, statedDay: lastDay, strictBefore: false, time: null, ...lunar };
  }
  if (markers.has('from') && !spansRange(stretch)) return openPeriod(firstDay);
  if (markers.has('after')) return openPeriod(addDays(lastDay, 1));
  const draft: PeriodDraft = { ...closedPeriod(firstDay, lastDay, false), ...lunar };
  if (stretch.part && stretch.days === undefined) draft.fuzzy = true;
  if (markers.has('planned')) draft.tentative = true;
  return draft;
}

/** "từ tháng 4 đến tháng 10" is read as one stretch with both ends. */
function spansRange({ unit, months, lastYear, lastWeek }: Stretch): boolean {
  const length = unit === 'quarter' ? 3 : unit === 'year' || unit === 'week-of-year' ? 12 : 1;
  return (
    lastYear !== undefined ||
    lastWeek !== undefined ||
    months.some(({ first, last }) => last - first >= length)
  );
}

export function openPeriod(firstDay: Day): PeriodDraft {
  return { kind: 'period', firstDay, lastDay: null, statedDay: null, strictBefore: false, openEnded: true };
}

export function closedPeriod(firstDay: Day, statedDay: Day, strictBefore: boolean): PeriodDraft {
  const lastDay = strictBefore ? addDays(statedDay, -1) : statedDay;
  return { kind: 'period', firstDay, lastDay, statedDay, strictBefore };
}
