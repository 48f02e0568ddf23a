import { addDays, type Day, instantAt, mondayOf, weekOf } from '../domain/day.ts';
import { channelsOf } from './channels.ts';
import { dayAtWork, type OfficeRules } from './office-rules.ts';
import type { PlannerDeps } from './plan-reminders.ts';

/**
 * Once a week each clerk gets a note of who cannot be reached: on the week's first working day, when reminders begin,
 * or later that week if nobody ran then. What it says is found when it is sent; nothing to say, nothing is sent.
 * Whoever joined since that morning has the next one.
 */
export async function noteUnreached({ storage, queue, clock, rules }: PlannerDeps): Promise<void> {
  const now = clock.now();
  const today = dayAtWork(now, rules);
  if (today === null) return;
  const dueAt = instantAt(firstWorkingDay(today, rules), rules.remindFrom);
  for (const office of await storage.offices.all()) {
    const [members, chats, joined] = await Promise.all([
      storage.offices.members(office.id),
      storage.chats.ofOrganization(office.id),
      storage.offices.joined(office.id),
    ]);
    for (const { id, role } of members) {
      const joinedAt = joined.get(id);
      const [chat] = channelsOf(id, chats);
      if (role !== 'clerk' || !chat || !joinedAt || joinedAt > dueAt) continue;
      const { isNew } = await storage.outbox.add({
        key: `unreached:${weekOf(today)}:${id}`,
        kind: 'unreached',
        chatId: chat.id,
        day: null,
        content: null,
        at: now,
      });
      if (isNew) await queue.wake({ name: 'outbox', chatId: chat.id });
    }
  }
}

/** Of the week of a working day. */
function firstWorkingDay(today: Day, { calendar }: OfficeRules): Day {
  let day = mondayOf(today);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
