import type { Clock } from '../../clock.ts';
import { tellClerks } from '../people/tell-clerks.ts';
import type { Line, PlatformName } from '../ports/messenger.ts';
import type { OutageKind } from '../ports/outages.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';

/** What only a person can mend about a platform's account. */
export interface AccountTrouble {
  platform: PlatformName;
  /** driven-out: nothing is received; with the others nothing can be sent. */
  kind: OutageKind | 'driven-out';
  /** @param locale the office's */
  lines(locale: string): Line[];
}

/** Clerks learn of it where clerks are, not only whoever reads the log: of an outage once, however often it is told. */
export async function reportTrouble(
  { storage, queue, clock }: { storage: Storage; queue: Queue; clock: Clock },
  { platform, kind, lines }: AccountTrouble,
): Promise<void> {
  const at = clock.now();
  // Written down and told together: an outage that is known has been told.
  const woken = await storage.transaction(async (store) => {
    const { since, isNew } =
      kind === 'driven-out' ? { since: at, isNew: true } : await store.outages.begin(platform, kind, at);
    if (!isNew) return [];
    return tellClerks(store, {
      key: `${platform} ${kind} ${since.toISOString()}`,
      // Driven out, an account still sends: where it is all that a clerk has, it says so itself.
      ...(kind === 'driven-out' ? { ratherNotOn: platform } : { notOn: platform }),
      at,
      lines,
    });
  });
  for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
}
