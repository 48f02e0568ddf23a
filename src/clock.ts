/** The only source of "now". */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A rehearsal: as if it were `start` now, and as if time ran `speed` times faster. */
export function rehearsalClock(start: Date, speed: number): Clock {
  const begunAt = Date.now();
  return { now: () => new Date(start.getTime() + (Date.now() - begunAt) * speed) };
}

/** Stands still until it is set: for tests and the scripted demonstration. */
export class ManualClock implements Clock {
  #now: Date;

  constructor(now: Date) {
    this.#now = now;
  }

  now(): Date {
    return this.#now;
  }

  set(now: Date): void {
    this.#now = now;
  }
}
