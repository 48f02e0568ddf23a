/** The days of a period by the calendar: months and quarters are the calendar's, weeks begin on Monday. */
import {
  addDays,
  clampedDayOf,
  type Day,
  dayOf,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  weekdayOf,
  weekOf,
  yearOf,
} from './day.ts';
import type { Period, PeriodAsked, Side, SpanUnit, WholeUnit } from './period.ts';

/** Without a year it is this one. Null where there is no such period: "tháng 13", "31/2". */
export function daysOf(asked: PeriodAsked, today: Day): Period | null {
  switch (asked.unit) {
    case 'day':
      return { from: addDays(today, asked.ahead), to: addDays(today, asked.ahead) };
    case 'weekday':
      return weekdayNear(asked, today);
    case 'ahead':
      return { from: today, to: moved(today, asked.count, asked.of) };
    case 'back':
      return { from: moved(today, -asked.count, asked.of), to: today };
    case 'so-far':
      return { from: near(asked.of, 'this', today).from, to: today };
    case 'rest':
      return { from: today, to: near(asked.of, 'this', today).to };
    case 'dates':
      return datesNear(asked, today);
    case 'months':
      return ofMonths(yearAsked(asked.year, today) ?? yearOf(today), asked.first, asked.last);
    default:
      return typeof asked.which === 'string'
        ? near(asked.unit, asked.which, today)
        : numbered(asked.unit, asked.which, yearAsked(asked.year, today) ?? yearOf(today));
  }
}

/** The year that words name; null where they name none. */
export function yearAsked(year: number | Side | null, today: Day): number | null {
  return year === null || typeof year === 'number' ? year : yearOf(today) + STEPS[year];
}

export const STEPS: Readonly<Record<Side, number>> = { last: -1, this: 0, next: 1 };
export const MONTHS_IN: Readonly<Record<Exclude<SpanUnit, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  'nine-months': 9,
  year: 12,
};

function weekdayNear({ weekday, week }: Extract<PeriodAsked, { unit: 'weekday' }>, today: Day): Period {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const day = week === null ? addDays(today, ahead) : addDays(mondayOf(today), 7 * STEPS[week] + weekday - 1);
  return { from: day, to: day };
}

function near(unit: SpanUnit, which: Side, today: Day): Period {
  if (unit === 'week') return weekFrom(addDays(mondayOf(today), 7 * STEPS[which]));
  const length = MONTHS_IN[unit];
  const count = Math.floor((monthOf(today) - 1) / length) + STEPS[which];
  const inYear = Math.floor(12 / length);
  const year = yearOf(today) + Math.floor(count / inYear);
  const first = (((count % inYear) + inYear) % inYear) * length + 1;
  return ofMonths(year, first, first + length - 1) ?? { from: today, to: today };
}

function numbered(unit: SpanUnit, which: number, year: number): Period | null {
  if (unit === 'week') return weekNumbered(which, year);
  const length = MONTHS_IN[unit];
  return which < 1 ? null : ofMonths(year, (which - 1) * length + 1, which * length);
}

/** As calendars number them: the first has the year's first Thursday. */
function weekNumbered(which: number, year: number): Period | null {
  const monday = addDays(mondayOf(clampedDayOf(year, 1, 4)), 7 * (which - 1));
  return weekOf(monday) === `${year}-W${String(which).padStart(2, '0')}` ? weekFrom(monday) : null;
}

function weekFrom(monday: Day): Period {
  return { from: monday, to: addDays(monday, 6) };
}

function ofMonths(year: number, first: number, last: number): Period | null {
  if (first < 1 || last > 12 || first > last) return null;
  return { from: clampedDayOf(year, first, 1), to: lastDayOfMonth(year, last) };
}

function moved(day: Day, count: number, of: 'day' | WholeUnit): Day {
  if (of === 'day' || of === 'week') return addDays(day, of === 'day' ? count : 7 * count);
  const month = monthOf(day) - 1 + count * MONTHS_IN[of];
  return clampedDayOf(
    yearOf(day) + Math.floor(month / 12),
    (((month % 12) + 12) % 12) + 1,
    Number(day.slice(8)),
  );
}

type Dates = Extract<PeriodAsked, { unit: 'dates' }>;

/** "Từ 15/12 đến 14/1" is over only once its end is. */
function datesNear(asked: Dates, today: Day): Period | null {
  const period = chosenDays(asked, yearOf(today));
  const isOver = period !== null && yearOf(period.from) < yearOf(period.to) && period.to < today;
  return isOver ? chosenDays(asked, yearOf(today) + 1) : period;
}

/** @param year that of its last day, where the words name none */
export function chosenDays({ from, to }: Dates, year: number): Period | null {
  const [, , toYear] = partsOf(to);
  const [, , fromYear] = partsOf(from);
  const first = fromYear === null ? null : dayIn(from, fromYear);
  const last = lastOf(to, toYear ?? fromYear ?? year, first);
  if (last === null) return null;
  if (fromYear !== null) return first !== null && first <= last ? { from: first, to: last } : null;
  const begun = dayIn(from, yearOf(last));
  // It began in the year before.
  const begins = begun !== null && begun > last ? dayIn(from, yearOf(last) - 1) : begun;
  return begins === null ? null : { from: begins, to: last };
}

/** "Từ 15/12/2026 đến 14/1": of the year after. */
function lastOf(to: string, year: number, first: Day | null): Day | null {
  const last = dayIn(to, year);
  const hasYear = partsOf(to)[2] !== null;
  return !hasYear && first !== null && last !== null && last < first ? dayIn(to, year + 1) : last;
}

function partsOf(written: string): [day: number, month: number, year: number | null] {
  const [day = 0, month = 0, year = null] = written.split(/[/.-]/).map(Number);
  return [day, month, year !== null && year < 100 ? 2000 + year : year];
}

function dayIn(written: string, year: number): Day | null {
  const [day, month, own] = partsOf(written);
  return dayOf(own ?? year, month, day);
}
