/** On which days an office works. Pure: it knows no "today". */
import { addDays, type Day, yearOf } from '../day.ts';
import { ANNOUNCEMENTS } from './announcements.ts';
import { type DayOff, daysOffOf } from './days-off.ts';

/** What one office decides for itself; it goes before the law's days and the announced ones. */
export interface OfficeDays {
  daysOff: readonly { day: Day; name: string }[];
  workedDays: readonly Day[];
}

export class WorkingCalendar {
  /** The years whose official announcement is known, ascending. */
  readonly knownYears: readonly number[] = Object.keys(ANNOUNCEMENTS).map(Number);
  readonly #officeDaysOff: ReadonlyMap<Day, DayOff>;
  readonly #officeWorkedDays: ReadonlySet<Day>;

  constructor(office: OfficeDays = { daysOff: [], workedDays: [] }) {
    this.#officeDaysOff = new Map(office.daysOff.map(({ day, name }) => [day, { reason: 'swap', name }]));
    this.#officeWorkedDays = new Set(office.workedDays);
  }

  /**
   * False: the year's days off are only what the law and custom lead one to expect, and somebody must look up the
   * announcement and add it to announcements.ts.
   */
  isYearAnnounced(year: number): boolean {
    return year in ANNOUNCEMENTS;
  }

  /** Why nobody works on that day, or null on a working day. */
  dayOff(day: Day): DayOff | null {
    if (this.#officeWorkedDays.has(day)) return null;
    return this.#officeDaysOff.get(day) ?? daysOffOf(yearOf(day)).get(day) ?? null;
  }

  isWorkingDay(day: Day): boolean {
    return this.dayOff(day) === null;
  }

  /** Strictly before. */
  previousWorkingDay(day: Day): Day {
    return this.onOrBefore(addDays(day, -1));
  }

  /** Strictly after. */
  nextWorkingDay(day: Day): Day {
    return this.onOrAfter(addDays(day, 1));
  }

  onOrBefore(day: Day): Day {
    let candidate = day;
    while (!this.isWorkingDay(candidate)) candidate = addDays(candidate, -1);
    return candidate;
  }

  onOrAfter(day: Day): Day {
    let candidate = day;
    while (!this.isWorkingDay(candidate)) candidate = addDays(candidate, 1);
    return candidate;
  }

  /**
   * The n-th working day after `day`, which itself does not count ("02 ngày làm việc từ khi …"); before it when n is
   * negative. Zero leaves the day as it is, even a day off.
   */
  addWorkingDays(day: Day, n: number): Day {
    let reached = day;
    for (let left = Math.abs(n); left > 0; left--) {
      reached = n > 0 ? this.nextWorkingDay(reached) : this.previousWorkingDay(reached);
    }
    return reached;
  }

  /**
   * Working days from `from`, which does not count, to `to`, which does: the n of {@link addWorkingDays}. Negative
   * when `to` is earlier.
   */
  workingDaysBetween(from: Day, to: Day): number {
    const step = to > from ? 1 : -1;
    let count = 0;
    for (let day = from; day !== to; ) {
      day = addDays(day, step);
      if (this.isWorkingDay(day)) count += step;
    }
    return count;
  }
}
