import { channelsOf, groupsOf } from '../people/channels.ts';
import { tellMembers } from '../people/tell-members.ts';
import type { Chat } from '../ports/chats.ts';
import type { Line, UnreachableReason } from '../ports/messenger.ts';
import type { Notice } from '../ports/outbox.ts';
import { isRetired, type ReminderKey, reminderId } from '../ports/reminders.ts';
import type { Store } from '../ports/store.ts';

/**
 * A chat cannot be reached for good: says so where the clerk sees it, and sends the notice by the next way. A reply to
 * a message has no other way; it ends here.
 * @returns the chats for which notices now wait.
 */
export async function rerouteFromLostChat(
  store: Store,
  notice: Notice,
  chat: Chat,
  reason: UnreachableReason,
  now: Date,
): Promise<number[]> {
  if (!(await store.outbox.hold(notice))) return [];
  await store.chats.setReachable(chat.id, { why: reason, at: now });
  const others = (await chatsBeside(store, chat)).filter(({ id }) => id !== chat.id);
  const { woken, isHeard } = await sendAnotherWay(store, notice, chat, others, now);
  // Nobody was told: planned anew, the clerks are, and the person as soon as there is a way again.
  await store.outbox.end(notice, 'undeliverable', now, reason);
  if (!isHeard && woken.length === 0) {
    await store.reminders.release(notice.id);
    await store.outbox.freeKeys(firstKey(notice));
  }
  return woken;
}

/**
 * A topic is closed or was deleted: the notice goes to the group itself, and the clerks hear of it, once. The topic
 * stays the place of the office, and is tried again with the next notice.
 * @param lostTopic says so to the clerks, in the office's language
 * @returns the chats for which notices now wait.
 */
export async function rerouteFromTopic(
  store: Store,
  notice: Notice,
  chat: Chat,
  now: Date,
  lostTopic: (chat: Chat, locale: string) => Line[],
): Promise<number[]> {
  const { platform, address, organizationId } = chat;
  const group = await store.chats.at({ platform, chat: { id: address.id, kind: 'group' } });
  if (group.id === chat.id) return rerouteFromLostChat(store, notice, chat, 'blocked', now);
  if (!(await store.outbox.hold(notice))) return [];
  const { id, isNew } = await passOn(store, withoutQuote(notice), group, now);
  if (!isNew) return rerouteFromLostChat(store, notice, chat, 'chat-gone', now);
  await store.reminders.moveToNotice(notice.id, id);
  await store.outbox.end(notice, 'undeliverable', now, 'topic-gone');
  if (organizationId === null) return [group.id];
  const { locale } = await store.offices.byId(organizationId);
  const clerks = (await store.offices.members(organizationId)).filter(({ role }) => role === 'clerk');
  const content = { lines: lostTopic(chat, locale) };
  const told = await tellMembers(store, clerks, { key: `topic-gone:${chat.id}`, content, at: now });
  return [group.id, ...told];
}

/** In the group what was quoted stands elsewhere. */
function withoutQuote(notice: Notice): Notice {
  if (notice.content === null) return notice;
  const { replyToMessageId: _, quoting: __, ...content } = notice.content;
  return { ...notice, content };
}

/**
 * The platform's account is out of service: what waits for the chat goes by the next way on another platform, and what
 * has none waits here until the account is back. Replies wait, too, and must not hold back reminders behind them.
 * @param retryAfterMs when the notice may be tried here again
 * @returns the chats for which notices now wait.
 */
export async function rerouteFromOutage(
  store: Store,
  notice: Notice,
  chat: Chat,
  now: Date,
  retryAfterMs: number,
): Promise<number[]> {
  const others = (await chatsBeside(store, chat)).filter(({ platform }) => platform !== chat.platform);
  const woken: number[] = [];
  for (const one of [notice, ...(await store.outbox.waitingForPerson(chat.id))]) {
    if (!(await store.outbox.hold(one))) continue;
    const sent = await sendAnotherWay(store, one, chat, others, now);
    woken.push(...sent.woken);
    // Also what goes another way may come back here, and not before this.
    if (sent.isHeard || one.id === notice.id)
      await store.outbox.postpone(one, retryAfterMs, 'out-of-service');
    if (sent.isHeard) await store.outbox.end(one, 'undeliverable', now, 'out-of-service');
  }
  return woken;
}

async function chatsBeside(store: Store, { organizationId }: Chat): Promise<Chat[]> {
  return organizationId === null ? [] : store.chats.ofOrganization(organizationId);
}

interface Sent {
  /** The chats for which notices now wait. */
  woken: number[];
  /** Nothing of it is left that somebody hears only where it failed. */
  isHeard: boolean;
}

/**
 * Another platform of the same person, else the groups of the units concerned, if they have not been told of the same
 * already, else a platform that was out of service when it was tried; for a group another one of the unit, else of the
 * office.
 */
async function sendAnotherWay(
  store: Store,
  notice: Notice,
  chat: Chat,
  others: Chat[],
  now: Date,
): Promise<Sent> {
  if (notice.kind === 'reply') return { woken: [], isHeard: false };
  const ways = chat.memberId === null ? groupsOf(chat.unitId, others) : channelsOf(chat.memberId, others);
  for (const way of ways) {
    const { id, isNew } = await passOn(store, notice, way, now);
    // Tried before: whoever is lost and comes back by turns must not send a notice in circles.
    if (!isNew) continue;
    await store.reminders.moveToNotice(notice.id, id);
    return { woken: [way.id], isHeard: true };
  }
  const told =
    chat.memberId === null ? { woken: [], isHeard: false } : await tellGroups(store, notice, others, now);
  if (told.isHeard) return told;
  for (const way of ways) {
    const id = await store.outbox.resume(keyOn(way, notice));
    if (id === null) continue;
    await store.reminders.moveToNotice(notice.id, id);
    return { woken: [...told.woken, way.id], isHeard: true };
  }
  return told;
}

/** A word for a clerk is nothing for a group: it has no reminders, and is heard by nobody. */
async function tellGroups(store: Store, notice: Notice, others: Chat[], now: Date): Promise<Sent> {
  // A notice that was begun keeps what it said of a day that has been moved since: nobody else need hear it.
  const reminders = (await store.reminders.ofNotice(notice.id)).filter((reminder) => !isRetired(reminder));
  const known = await store.reminders.known(reminders.map(({ occurrenceId }) => occurrenceId));
  const untold = new Map<Chat, ReminderKey[]>();
  let isHeard = reminders.length > 0;
  for (const reminder of reminders) {
    const unitIds = await store.plans.leadUnitsOfOccurrence(reminder.occurrenceId);
    if (unitIds.length === 0) isHeard = false;
    for (const id of unitIds) {
      const [group] = groupsOf(id, others);
      const toGroup: ReminderKey = { ...reminder, recipient: { kind: 'unit', id } };
      if (!group) isHeard = false;
      else if (!known.has(reminderId(toGroup))) untold.set(group, [...(untold.get(group) ?? []), toGroup]);
    }
  }
  const woken: number[] = [];
  for (const [group, ofGroup] of untold) {
    const { id, isNew } = await passOn(store, notice, group, now);
    if (isNew) {
      await store.reminders.add(id, notice.day ?? '', ofGroup);
      woken.push(group.id);
    } else isHeard = false;
  }
  return { woken, isHeard };
}

/** One notice of a kind a chat: its key is that of the first one with the chat behind it, however long the way. */
function passOn(
  store: Store,
  notice: Notice,
  chat: Chat,
  now: Date,
): Promise<{ id: number; isNew: boolean }> {
  const { kind, day, content } = notice;
  return store.outbox.add({ key: keyOn(chat, notice), kind, chatId: chat.id, day, content, at: now });
}

function keyOn(chat: Chat, notice: Notice): string {
  return `${firstKey(notice)}>${chat.id}`;
}

function firstKey({ key }: Notice): string {
  return key.split('>')[0] ?? key;
}
