import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Day, monthOf, yearOf } from '../../domain/day.ts';
import type { Organization } from '../ports/offices.ts';

/** From the last month of a year on, dates of the next are counted down to. */
const NEXT_YEAR_FROM_MONTH = 12;

/**
 * A year that is needed and whose days off nobody knows: neither were they announced when this version was made, nor have
 * all offices entered their own. Null: none.
 */
export function yearUnknown(
  today: Day,
  offices: readonly Pick<Organization, 'settings'>[],
  calendar: WorkingCalendar,
): number | null {
  const year = yearOf(today);
  const needed = monthOf(today) >= NEXT_YEAR_FROM_MONTH ? [year, year + 1] : [year];
  const isUnknown = (one: number) =>
    !calendar.isYearAnnounced(one) &&
    !(offices.length > 0 && offices.every((office) => hasDaysOf(one, office)));
  return needed.find(isUnknown) ?? null;
}

/** Whether an office has said itself when it does not work in that year. */
export function hasDaysOf(year: number, { settings }: Pick<Organization, 'settings'>): boolean {
  const off = [...(settings.daysOff ?? []), ...(settings.swaps ?? []).map((one) => one.off)];
  return off.some((day) => yearOf(day) === year);
}
