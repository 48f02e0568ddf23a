import { addDays, type Day, instantAt, mondayOf, weekOf } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { forEachOffice } from '../office/for-each-office.ts';
import { dayAtWork, type OfficeRules } from '../office/office-rules.ts';
import { noteOnce } from './note-once.ts';
import type { PlannerDeps } from './plan-reminders.ts';

/**
 * Once a week each clerk gets a note of who cannot be reached: on the week's first working day, when reminders begin,
 * or later that week if nobody ran then. What it says is found when it is sent; nothing to say, nothing is sent.
 * Whoever joined since that morning has the next one.
 * @throws {AggregateError} names the offices whose clerks could not be written to; the others have been.
 */
export async function noteUnreached(deps: PlannerDeps): Promise<void> {
  const { storage, clock, rules } = deps;
  const today = dayAtWork(clock.now(), rules);
  if (today === null) return;
  const keyOf = ({ id }: Member) => `unreached:${weekOf(today)}:${id}`;
  const clerks = await storage.offices.clerksJoinedBy(
    instantAt(firstWorkingDay(today, rules), rules.remindFrom),
  );
  const known = await storage.outbox.known(clerks.map(keyOf));
  const missing = clerks.filter((clerk) => !known.has(keyOf(clerk)));
  if (missing.length === 0) return;
  const concerned = new Set(missing.map(({ organizationId }) => organizationId));
  const offices = (await storage.offices.all()).filter(({ id }) => concerned.has(id));
  await forEachOffice(offices, 'Clerks not told who is unreached', ({ id }) => {
    const clerksHere = missing.filter(({ organizationId }) => organizationId === id);
    return noteOnce(deps, id, clerksHere, { kind: 'unreached', day: null, keyOf });
  });
}

/** Of the week of a working day. */
export function firstWorkingDay(today: Day, { calendar }: OfficeRules): Day {
  let day = mondayOf(today);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
