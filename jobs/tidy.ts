import { officeClockAt } from '../src/domain/day.ts';
import type { Storage } from '../src/services/ports/store.ts';
import type { PlannerDeps } from '../src/services/reminders/plan-office.ts';

export interface TidyDeps extends Pick<PlannerDeps, 'clock'> {
  storage: Pick<Storage, 'inbox' | 'outbox'>;
  /** Makes room in the database; ends early, with false, when it is quiet no longer. Null: the database does so itself. */
  tidy: ((isQuiet: () => Promise<boolean>) => Promise<boolean>) | null;
}

const NIGHT = '02:';
const DAY_MS = 24 * 3600_000;

/** Every hour: at night, or where the machine sleeps then, in the first hour of a day in which nobody waits. */
export function tidyJob({ storage, clock, tidy }: TidyDeps): () => Promise<void> {
  const isQuiet = async () =>
    (await storage.inbox.lanesOwed()).length === 0 && (await storage.outbox.chatsOwed()).length === 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    // A clock that was set back would put it off.
    const isLongAgo = Math.abs(now.getTime() - lastAt) > DAY_MS;
    if (tidy === null || !(isLongAgo || officeClockAt(now).startsWith(NIGHT))) return;
    if (await tidy(isQuiet)) lastAt = now.getTime();
  };
}
