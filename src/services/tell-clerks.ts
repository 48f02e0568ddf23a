import { channelsOf } from './channels.ts';
import type { Line, PlatformName } from './ports/messenger.ts';
import type { Store } from './ports/store.ts';

export interface WordForClerks {
  /** Said once under this key. */
  key: string;
  /** The platform in trouble: nobody can be told there. */
  notOn: PlatformName;
  at: Date;
  /** @param locale the office's */
  lines(locale: string): Line[];
}

/**
 * Something that only a person can mend, said to every clerk who can be reached, each in one chat.
 * @returns the chats for which something new waits.
 */
export async function tellClerks(
  { offices, chats, outbox }: Store,
  { key, notOn, at, lines }: WordForClerks,
): Promise<number[]> {
  const woken: number[] = [];
  for (const office of await offices.all()) {
    const ofOffice = await chats.ofOrganization(office.id);
    const clerks = (await offices.members(office.id)).filter(({ role }) => role === 'clerk');
    for (const clerk of clerks) {
      const chat = channelsOf(clerk.id, ofOffice).find(({ platform }) => platform !== notOn);
      if (!chat) continue;
      const content = { lines: lines(office.locale) };
      const word = {
        key: `${key} ${clerk.id}`,
        kind: 'word' as const,
        chatId: chat.id,
        day: null,
        content,
        at,
      };
      const { isNew } = await outbox.add(word);
      if (isNew) woken.push(chat.id);
    }
  }
  return woken;
}
