import type { Clock } from '../src/clock.ts';
import { officeClockAt } from '../src/domain/day.ts';
import type { Storage } from '../src/services/ports/store.ts';

export interface TidyDeps {
  storage: Pick<Storage, 'inbox' | 'outbox'>;
  clock: Clock;
  /** Makes room in the database, as long as nobody else needs it; null where the database does so itself. */
  tidy: (() => Promise<void>) | null;
}

const NIGHT = '02:';
const DAY_MS = 24 * 3600_000;

/** Every hour: at night, or where the machine sleeps then, in the first hour of a day in which nobody waits. */
export function tidyJob({ storage, clock, tidy }: TidyDeps): () => Promise<void> {
  let lastAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    // A clock that was set back would put it off.
    const isLongAgo = Math.abs(now.getTime() - lastAt) > DAY_MS;
    if (tidy === null || !(isLongAgo || officeClockAt(now).startsWith(NIGHT))) return;
    const isBusy =
      (await storage.inbox.lanesOwed()).length > 0 || (await storage.outbox.chatsOwed()).length > 0;
    if (isBusy) return;
    await tidy();
    lastAt = now.getTime();
  };
}
