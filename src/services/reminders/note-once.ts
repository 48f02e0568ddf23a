import type { Member } from '../../domain/member.ts';
import { channelsOf } from '../people/channels.ts';
import type { Chat } from '../ports/chats.ts';
import type { NoticeKind } from '../ports/outbox.ts';
import type { Store } from '../ports/store.ts';
import type { PlannerDeps } from './plan-reminders.ts';

/** A notice whose words are found when it is sent, once under its key for each. */
export interface Note {
  kind: NoticeKind;
  day: string | null;
  keyOf(member: Member): string;
}

export async function clerksOf(store: Store, organizationId: number): Promise<Member[]> {
  return (await store.offices.members(organizationId)).filter(({ role }) => role === 'clerk');
}

/** Each with the chat in which they hear; whoever hears nowhere is left out. */
export function withChats(people: readonly Member[], chats: Chat[]): { member: Member; chat: Chat }[] {
  return people.flatMap((member) => {
    const [chat] = channelsOf(member.id, chats);
    return chat ? [{ member, chat }] : [];
  });
}

/** To these people of one office, as far as they have not had it and can be written to; their chats are woken. */
export async function noteOnce(
  { storage, queue, clock }: PlannerDeps,
  organizationId: number,
  people: readonly Member[],
  { kind, day, keyOf }: Note,
): Promise<void> {
  const known = await storage.outbox.known(people.map(keyOf));
  const missing = people.filter((one) => !known.has(keyOf(one)));
  if (missing.length === 0) return;
  const chats = await storage.chats.ofOrganization(organizationId);
  for (const { member, chat } of withChats(missing, chats)) {
    const note = { key: keyOf(member), kind, chatId: chat.id, day, content: null, at: clock.now() };
    const { isNew } = await storage.outbox.add(note);
    if (isNew) await queue.wake({ name: 'outbox', chatId: chat.id });
  }
}
