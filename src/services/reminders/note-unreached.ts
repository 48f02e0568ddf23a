import { addDays, type Day, instantAt, mondayOf, weekOf } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Part } from './plan-office.ts';
import { isClerk, tellEach } from './tell-each.ts';

/**
 * Once a week each clerk gets a note of who cannot be reached: on the week's first working day, when reminders begin,
 * or later that week if nobody ran then. What it says is found when it is sent; nothing to say, nothing is sent.
 * Whoever joined since that morning has the next one.
 */
export const noteUnreached: Part = async (_store, office) => {
  const { today, rules } = office;
  const since = instantAt(firstWorkingDay(today, rules), rules.remindFrom);
  const keyOf = ({ id }: Member) => `unreached:${weekOf(today)}:${id}`;
  return tellEach(office, { kind: 'unreached', day: null, keyOf, isFor: isClerk, since });
};

/** Of the week of a working day. */
export function firstWorkingDay(today: Day, { calendar }: OfficeRules): Day {
  let day = mondayOf(today);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
