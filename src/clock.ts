import { setTimeout as sleep } from 'node:timers/promises';

/** The only source of the office's "now", which a rehearsal begins on another day and lets run faster. */
export interface Clock {
  now(): Date;
}

/**
 * The machine's own time, by which the moment counts that a message is waited for. A rehearsal leaves it alone. What
 * processes must agree on, claims and leases, goes by the database's.
 */
export interface MachineClock {
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = { now: () => new Date() };

export const systemMachineClock: MachineClock = {
  sleep: (ms) => sleep(ms),
};

/** A rehearsal: as if it were `start` now, and as if time ran `speed` times faster. */
export function rehearsalClock(start: Date, speed: number): Clock {
  const begunAt = Date.now();
  return { now: () => new Date(start.getTime() + (Date.now() - begunAt) * speed) };
}

/** Stands still until it is set: for tests, which let both times go together, and the scripted demonstration. */
export class ManualClock implements Clock, MachineClock {
  #now: Date;
  readonly #sleepers = new Set<{ until: number; wake: () => void }>();

  constructor(now: Date) {
    this.#now = now;
  }

  now(): Date {
    return this.#now;
  }

  /** Somebody waits for it to be set. */
  get isWaitedFor(): boolean {
    return this.#sleepers.size > 0;
  }

  /** Resolves once the clock is set to that time. */
  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.add({ until: this.#now.getTime() + ms, wake });
    });
  }

  set(now: Date): void {
    this.#now = now;
    for (const sleeper of [...this.#sleepers]) {
      if (sleeper.until > now.getTime()) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
  }
}
