import type { Member } from '../../domain/member.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { NoticeContent } from '../ports/outbox.ts';
import type { Store } from '../ports/store.ts';
import { channelsOf } from './channels.ts';

export interface WordForMembers {
  /** Said to each once under this key. */
  key: string;
  content: NoticeContent;
  at: Date;
  /** A platform in trouble: nobody can be told there. */
  notOn?: PlatformName;
  /** A platform that may soon be: whoever can be told elsewhere is. */
  ratherNotOn?: PlatformName;
}

/**
 * Something that is said to some members of one office, each in the chat in which they hear.
 * @returns the chats for which something new waits
 */
export async function tellMembers(
  store: Store,
  members: Member[],
  { key, content, at, notOn, ratherNotOn }: WordForMembers,
): Promise<number[]> {
  const [first] = members;
  if (!first) return [];
  const chats = await store.chats.ofOrganization(first.organizationId);
  const woken: number[] = [];
  for (const { id } of members) {
    const ways = channelsOf(id, chats).filter(({ platform }) => platform !== notOn);
    const chat = ways.find(({ platform }) => platform !== ratherNotOn) ?? ways[0];
    if (!chat) continue;
    const word = { kind: 'word', chatId: chat.id, day: null, content, at } as const;
    const { isNew } = await store.outbox.add({ ...word, key: `${key}:member:${id}` });
    if (isNew) woken.push(chat.id);
  }
  return woken;
}
