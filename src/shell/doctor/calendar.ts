import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Day, monthOf, yearOf } from '../../domain/day.ts';
import { type Finding, inOrder, worthKnowing } from './finding.ts';

/** The days off of a year are announced in the last months of the year before. */
const NEXT_YEAR_FROM_MONTH = 11;

export function* checkCalendar(calendar: WorkingCalendar, today: Day): Generator<Finding> {
  const year = yearOf(today);
  const years = monthOf(today) >= NEXT_YEAR_FROM_MONTH ? [year, year + 1] : [year];
  for (const one of years) {
    yield calendar.isYearAnnounced(one)
      ? inOrder(`Calendar: the days off of ${one} are known`)
      : worthKnowing(
          `Calendar: the official days off of ${one} are not known; Tết and swapped days are only guessed`,
          'Install a newer version, or add the announcement to src/domain/calendar/announcements.ts.',
        );
  }
}
