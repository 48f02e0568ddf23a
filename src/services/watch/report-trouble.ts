import type { Clock } from '../../clock.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { OutageKind } from '../ports/outages.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';
import { deafAilment, outageAilment } from './examine.ts';
import { type AilmentWords, tellClerksOf } from './tell-ailments.ts';

/** What only a person can mend about a platform's account. */
export interface AccountTrouble {
  platform: PlatformName;
  /** driven-out: nothing is received; with the others nothing can be sent. */
  kind: OutageKind | 'driven-out';
}

/**
 * Clerks learn of it at once and where clerks are, not only whoever reads the log: of an outage once, however often it is
 * told. That it is over they hear as of any ailment.
 */
export async function reportTrouble(
  { storage, queue, clock, words }: { storage: Storage; queue: Queue; clock: Clock; words: AilmentWords },
  { platform, kind }: AccountTrouble,
): Promise<void> {
  const at = clock.now();
  // Written down and told together: an outage that is known has been told.
  const woken = await storage.transaction(async (store) => {
    const isNew = kind === 'driven-out' || (await store.outages.begin(platform, kind, at)).isNew;
    if (!isNew) return [];
    const ailment =
      kind === 'driven-out'
        ? deafAilment(platform, { kind: 'ousted', why: '' })
        : outageAilment(platform, kind);
    return tellClerksOf(store, await store.ailments.begin(ailment, at), await store.offices.all(), at, words);
  });
  for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
}
