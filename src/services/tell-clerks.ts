import type { Clock } from '../clock.ts';
import { channelsOf } from './channels.ts';
import type { Line, PlatformName } from './ports/messenger.ts';
import type { Queue } from './ports/queue.ts';
import type { Storage } from './ports/store.ts';

export interface WordForClerks {
  /** Said once under this key. */
  key: string;
  /** The platform in trouble: nobody can be told there. */
  notOn: PlatformName;
  /** @param locale the office's */
  lines(locale: string): Line[];
}

/** Something that only a person can mend, said to every clerk who can be reached, each in one chat. */
export async function tellClerks(
  { storage, queue, clock }: { storage: Storage; queue: Queue; clock: Clock },
  { key, notOn, lines }: WordForClerks,
): Promise<void> {
  for (const office of await storage.offices.all()) {
    const chats = await storage.chats.ofOrganization(office.id);
    const clerks = (await storage.offices.members(office.id)).filter(({ role }) => role === 'clerk');
    for (const clerk of clerks) {
      const chat = channelsOf(clerk.id, chats).find(({ platform }) => platform !== notOn);
      if (!chat) continue;
      const content = { lines: lines(office.locale) };
      await storage.outbox.add({
        key: `${key} ${clerk.id}`,
        kind: 'word',
        chatId: chat.id,
        day: null,
        content,
        at: clock.now(),
      });
      await queue.wake({ name: 'outbox', chatId: chat.id });
    }
  }
}
