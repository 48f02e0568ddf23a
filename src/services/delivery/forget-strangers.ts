import type { Clock } from '../../clock.ts';
import type { Storage } from '../ports/store.ts';

const KEPT_DAYS = 7;
/** Newcomers who have not sent their code yet, and groups that nobody has connected. */
const MOST_CHATS = 1_000;

/** Whoever writes to the bot without belonging to any office leaves little, and not for long. */
export function forgetStrangers({ storage, clock }: { storage: Storage; clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 24 * 3_600_000);
  return storage.transaction((store) => store.chats.forgetStrangers({ before, most: MOST_CHATS }));
}
