import type { Member } from '../domain/member.ts';
import { chatFor } from './channels.ts';
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
    const word = { kind: 'word', chatId: chat.id, day: null, content, at } as const;
    await store.outbox.add({ ...word, key: `${key}:member:${id}` });
    told.push(chat.id);
  }
  return told;
}
