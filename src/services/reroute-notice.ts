import type { Day } from '../domain/day.ts';
import type { Chat } from './ports/chats.ts';
import type { Notice } from './ports/outbox.ts';
import { type ReminderKey, reminderId } from './ports/reminders.ts';
import type { Store } from './ports/store.ts';

/**
 * A chat cannot be reached for good: says so where the clerk sees it, and sends the reminders of the notice by the
 * next way: another platform of the same person, else the group of the person's unit, if that has not been told of the
 * same already. A reply to a message has no other way; it ends here.
 * @returns the chats for which notices now wait.
 */
export async function reroute(
  store: Store,
  notice: Notice,
  chat: Chat,
  reason: string,
  now: Date,
): Promise<number[]> {
  await store.chats.setReachable(chat.id, { why: reason, at: now });
  await store.outbox.end(notice.id, 'undeliverable', now, reason);
  if (notice.day === null || chat.organizationId === null) return [];

  const others = (await store.chats.ofOrganization(chat.organizationId)).filter(
    (other) => other.reachable && other.id !== chat.id,
  );
  const next =
    chat.memberId === null
      ? others.find((other) => chat.unitId !== null && other.kind === 'group' && other.unitId === null)
      : others.find((other) => other.memberId === chat.memberId);
  if (next) {
    const id = await nextNotice(store, notice, next, now);
    await store.reminders.moveToNotice(notice.id, id);
    return [next.id];
  }
  return tellGroups(store, notice, notice.day, others, now);
}

async function tellGroups(
  store: Store,
  notice: Notice,
  sendOn: Day,
  chats: Chat[],
  now: Date,
): Promise<number[]> {
  const reminders = await store.reminders.ofNotice(notice.id);
  const woken = new Set<number>();
  for (const reminder of reminders) {
    for (const toGroup of await forUnitsOf(store, reminder)) {
      const unitId = toGroup.recipient.id;
      const groups = chats.filter(({ kind }) => kind === 'group');
      const group = groups.find((one) => one.unitId === unitId) ?? groups.find((one) => one.unitId === null);
      const known = await store.reminders.known([toGroup.occurrenceId]);
      if (!group || known.has(reminderId(toGroup))) continue;
      await store.reminders.add(await nextNotice(store, notice, group, now), sendOn, [toGroup]);
      woken.add(group.id);
    }
  }
  return [...woken];
}

async function forUnitsOf(store: Store, reminder: ReminderKey): Promise<ReminderKey[]> {
  const unitIds = await store.plans.leadUnitsOfOccurrence(reminder.occurrenceId);
  return unitIds.map((id) => ({ ...reminder, recipient: { kind: 'unit', id } }));
}

async function nextNotice(store: Store, notice: Notice, chat: Chat, now: Date): Promise<number> {
  const key = `${notice.key}>${chat.id}`;
  return (await store.outbox.add({ key, chatId: chat.id, day: notice.day, content: null, at: now })).id;
}
