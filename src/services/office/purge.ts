import type { Clock } from '../../clock.ts';
import { type Day, officeDayAt } from '../../domain/day.ts';
import { KEPT, type Kept } from '../ports/retention.ts';
import type { Storage } from '../ports/store.ts';

/** How long is kept what people and the bot have said, and who did what. */
export interface KeepingTimes {
  messagesDays: number;
  auditDays: number;
}

/** Rows that are taken away at once, and how often in a minute: nobody waits for it for long. */
const AT_ONCE = 1000;
const TIMES = 10;
const DAY_MS = 24 * 3600_000;

/** Takes away what has been kept long enough, a little each minute of a night, until nothing of that age is left. */
export class Purge {
  readonly #deps: { storage: Storage; clock: Clock; keep: KeepingTimes };
  #night: Day = '';
  readonly #done = new Set<Kept>();

  constructor(deps: { storage: Storage; clock: Clock; keep: KeepingTimes }) {
    this.#deps = deps;
  }

  async step(): Promise<void> {
    const { storage, clock, keep } = this.#deps;
    const now = clock.now();
    if (officeDayAt(now) !== this.#night) this.#done.clear();
    this.#night = officeDayAt(now);
    for (const what of KEPT) {
      const days = what === 'audit' ? keep.auditDays : keep.messagesDays;
      const before = new Date(now.getTime() - days * DAY_MS);
      for (let time = 0; time < TIMES && !this.#done.has(what); time++) {
        const gone = await storage.retention.purge(what, before, AT_ONCE);
        if (gone < AT_ONCE) this.#done.add(what);
      }
    }
  }
}
