/** The figures of the quarterly form and of the report of results, counted one by one, as src/domain/README.md defines them. */
import { type Day, plusDays } from './calendar.ts';
import { type DateKept, doneOn, type Register, type Work } from './register.ts';

export interface Period {
  from: Day;
  to: Day;
}

/** The columns of the form: đề ra, đã hoàn thành; được giao, trong hạn, quá hạn, chưa hoàn thành trong hạn, quá hạn. */
export type Figures = [number, number, number, number, number, number, number];

/** With the 14th a month's data close: the first quarter is from 15/12 to 14/3. */
export function quarter(nth: number, year: number): Period {
  return period(nth * 3 - 3, nth * 3, year);
}

export function wholeYear(year: number): Period {
  return period(0, 12, year);
}

function period(after: number, last: number, year: number): Period {
  const closing = (month: number) =>
    month === 0 ? `${year - 1}-12-14` : `${year}-${String(month).padStart(2, '0')}-14`;
  return { from: plusDays(closing(after), 1), to: closing(last) };
}

/** @param unit whose part it is; null: everybody's */
export function figures(
  works: Work[],
  within: Period,
  { year, today, unit = null }: { year: number; today: Day; unit?: string | null },
): Figures {
  const theirs = works.filter(({ isActive, units }) => isActive && (unit === null || units.includes(unit)));
  const planned = year === 2026 ? theirs : [];
  const doneBy = planned.filter((work) => isDoneBy(work, within.to, unit));
  const count: Figures = [planned.length, doneBy.length, 0, 0, 0, 0, 0];
  for (const work of theirs) {
    for (const date of work.dates) {
      if (!isOwed(date) || date.planned < within.from || date.planned > within.to) continue;
      const done = ownDone(work, date, unit);
      count[2] += 1;
      if (done !== null) count[done > date.planned ? 4 : 3] += 1;
      else count[today > date.planned ? 6 : 5] += 1;
    }
  }
  return count;
}

/** Every date that it has in its year; of what has no date one report will do. */
function isDoneBy(work: Work, to: Day, unit: string | null): boolean {
  const isDone = (date: DateKept) => {
    const done = ownDone(work, date, unit);
    return done !== null && done <= to;
  };
  const due = work.dates.filter(({ kind }) => kind === 'due');
  if (due.length === 0) return work.dates.some(isDone);
  // A rule goes on into the next year, and is not the plan's affair there.
  const isRule = ['monthly', 'quarterly', 'weekly'].includes(work.when.is);
  const owed = due.filter((date) => isOwed(date) && !(isRule && date.planned > '2026-12-31'));
  return owed.length > 0 && owed.every(isDone);
}

function isOwed({ kind, isPast }: DateKept): boolean {
  return kind === 'due' && !isPast;
}

function ownDone(work: Work, date: DateKept, unit: string | null): Day | null {
  const own =
    unit === null ? undefined : date.told.find(({ stands, units }) => stands && units.includes(unit));
  return own?.on ?? doneOn(work, date);
}

/** Of a year: its plan, row by row, and how many of them are done by now. */
export function resultsOfYear({ works }: Register): { heading: string; done: number; given: number }[] {
  const headings = new Map<string, Work[]>();
  for (const work of works.filter(({ isActive }) => isActive)) {
    headings.set(work.section, [...(headings.get(work.section) ?? []), work]);
  }
  return [...headings].map(([heading, all]) => ({
    heading,
    done: all.filter((work) => isDoneBy(work, '9999-12-31', null)).length,
    given: all.length,
  }));
}
