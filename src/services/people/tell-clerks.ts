import type { Line } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';
import { tellMembers, type WordForMembers } from './tell-members.ts';

export interface WordForClerks extends Omit<WordForMembers, 'content'> {
  /** @param locale the office's */
  lines(locale: string): Line[];
}

/**
 * Something that only a person can mend, said to every clerk who can be reached, each in one chat.
 * @returns the chats for which something new waits.
 */
export async function tellClerks(store: Store, { lines, ...word }: WordForClerks): Promise<number[]> {
  const woken: number[] = [];
  for (const { id, locale } of await store.offices.all()) {
    const clerks = (await store.offices.members(id)).filter(({ role }) => role === 'clerk');
    woken.push(...(await tellMembers(store, clerks, { ...word, content: { lines: lines(locale) } })));
  }
  return woken;
}
