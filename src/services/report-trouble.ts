import type { Clock } from '../clock.ts';
import type { Line, PlatformName } from './ports/messenger.ts';
import type { Queue } from './ports/queue.ts';
import type { Storage } from './ports/store.ts';
import { tellClerks } from './tell-clerks.ts';

/** What only a person can mend about a platform's account. */
export interface AccountTrouble {
  platform: PlatformName;
  kind: string;
  /** Nothing can be sent; otherwise something else is wrong. */
  stopsSending: boolean;
  /** @param locale the office's */
  lines(locale: string): Line[];
}

/** Clerks learn of it where clerks are, not only whoever reads the log: of an outage once, however often it is told. */
export async function reportTrouble(
  deps: { storage: Storage; queue: Queue; clock: Clock },
  { platform, kind, stopsSending, lines }: AccountTrouble,
): Promise<void> {
  const now = deps.clock.now();
  const since = stopsSending ? await deps.storage.outages.begin(platform, now) : now;
  await tellClerks(deps, { key: `${platform} ${kind} ${since.toISOString()}`, notOn: platform, lines });
}
