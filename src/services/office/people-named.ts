import type { Chat } from '../ports/chats.ts';
import type { Line, Mention } from '../ports/messenger.ts';
import type { Storage } from '../ports/store.ts';

/**
 * Who of the office is named in a group's message and is on its platform: they are to be told of it. A name that two
 * people share calls nobody.
 */
export async function peopleNamed(storage: Storage, chat: Chat, lines: Line[]): Promise<Mention[]> {
  if (chat.kind !== 'group' || chat.organizationId === null) return [];
  const text = lines.map((line) => line.text).join('\n');
  const members = await storage.offices.members(chat.organizationId);
  const named = members.filter(({ name }) => text.includes(name));
  const unmistakable = named.filter(({ name }) => members.filter((one) => one.name === name).length === 1);
  if (unmistakable.length === 0) return [];
  const chats = await storage.chats.ofOrganization(chat.organizationId);
  return unmistakable.flatMap(({ id, name }) => {
    // In a private chat the chat's id is the person's.
    const own = chats.find((one) => one.memberId === id && one.platform === chat.platform);
    return own ? [{ userId: own.address.id, name }] : [];
  });
}
