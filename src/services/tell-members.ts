import type { Member } from '../domain/member.ts';
import { chatFor } from './plan-reminders.ts';
import type { NoticeContent } from './ports/outbox.ts';
import type { Store } from './ports/store.ts';

/** What one member's doing means for others: said to each once, in the private chat. @returns the chats to wake */
export async function tellMembers(
  store: Store,
  members: Member[],
  { key, content, at }: { key: string; content: NoticeContent; at: Date },
): Promise<number[]> {
  const [first] = members;
  if (!first) return [];
  const chats = await store.chats.ofOrganization(first.organizationId);
  const told: number[] = [];
  for (const { id } of members) {
    const chat = chatFor({ kind: 'member', id }, chats);
    if (!chat) continue;
    await store.outbox.add({ key: `${key}:member:${id}`, chatId: chat.id, day: null, content, at });
    told.push(chat.id);
  }
  return told;
}
