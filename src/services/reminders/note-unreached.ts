import { addDays, type Day, instantAt, mondayOf, weekOf } from '../../domain/day.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { channelsOf } from '../people/channels.ts';
import type { Part } from './plan-office.ts';

/**
 * Once a week each clerk gets a note of who cannot be reached: on the week's first working day, when reminders begin,
 * or later that week if nobody ran then. What it says is found when it is sent; nothing to say, nothing is sent.
 * Whoever joined since that morning has the next one.
 */
export const noteUnreached: Part = async (_store, { members, joined, chats, today, rules }) => {
  const since = instantAt(firstWorkingDay(today, rules), rules.remindFrom);
  return members.flatMap(({ id, role }) => {
    const joinedAt = joined.get(id);
    const [chat] = channelsOf(id, chats);
    if (role !== 'clerk' || !chat || joinedAt === undefined || joinedAt > since) return [];
    return [{ key: `unreached:${weekOf(today)}:${id}`, kind: 'unreached', chatId: chat.id, day: null }];
  });
};

/** Of the week of a working day. */
export function firstWorkingDay(today: Day, { calendar }: OfficeRules): Day {
  let day = mondayOf(today);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
