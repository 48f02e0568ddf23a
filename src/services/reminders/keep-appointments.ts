import { officeDayAt } from '../../domain/day.ts';
import { chatFor } from '../people/channels.ts';
import type { Telling } from '../ports/planning.ts';
import type { Part } from './plan-office.ts';

/**
 * Whoever wanted to hear of a task at a moment that has come. What has been reported meanwhile is not spoken of: the notice
 * looks again when it is sent. Who cannot be reached just now is told as soon as he can, if that is still on the same day.
 */
export const keepAppointments: Part = async (store, { appointments, chats, now, today }) => {
  const tellings: Telling[] = [];
  for (const { id, memberId, taskId, dueAt } of appointments.filter((one) => one.dueAt <= now)) {
    const recipient = { kind: 'member', id: memberId } as const;
    const chat = chatFor(recipient, chats);
    if (!chat && officeDayAt(dueAt) >= today) continue;
    await store.ownReminders.endAppointment(id);
    const [date] = (await store.plans.occurrencesOf(taskId)).filter(({ state }) => state === 'open');
    if (!chat || !date) continue;
    const reminders = [{ occurrenceId: date.id, recipient, stage: `own+${id}` }];
    tellings.push({
      key: `appointment:${id}`,
      kind: 'reminders',
      chatId: chat.id,
      day: today,
      reminders,
    });
  }
  return tellings;
};
