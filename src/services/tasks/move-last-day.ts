import type { Day } from '../../domain/day.ts';
import type { Occurrence } from '../../domain/task.ts';
import type { Store } from '../ports/store.ts';

/**
 * An occurrence has another last day. Its reminders begin anew, counted from there: none that was planned for the former
 * day goes out any more, and none is left out because it went out for that one.
 */
export async function moveLastDay(store: Store, occurrence: Occurrence, to: Day): Promise<void> {
  const { id, lastDay } = occurrence;
  const planned = occurrence.originalDay ?? lastDay;
  await store.plans.moveOccurrence(id, { lastDay: to, originalDay: to === planned ? null : planned });
  await store.reminders.retire(id, lastDay);
}
