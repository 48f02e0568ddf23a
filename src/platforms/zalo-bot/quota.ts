/**
 * How long to send nothing after "Quota exceeded". Zalo says so both when messages come too fast and when the month's
 * 3,000 of the free plan are used up, without saying which and mostly without a time: the wait begins short, and grows
 * while the answer stays the same. Nothing is given up: what waits goes out with the new month or another plan.
 */

const FIRST_WAIT_MS = 60_000;
/** Whoever has to wait so long has used up more than a minute's share. */
const LONGEST_WAIT_MS = 60 * 60_000;

export class Quota {
  #lastWaitMs = 0;

  /** Not a matter of minutes: until a message has been taken again. */
  get isUsedUp(): boolean {
    return this.#lastWaitMs >= LONGEST_WAIT_MS;
  }

  /**
   * @param askedMs what Zalo asked for, where it did
   * @returns the milliseconds to wait
   */
  exceeded(askedMs?: number): number {
    this.#lastWaitMs = askedMs ?? Math.min(this.#lastWaitMs * 2 || FIRST_WAIT_MS, LONGEST_WAIT_MS);
    return this.#lastWaitMs;
  }

  /** A message was taken. */
  isFree(): void {
    this.#lastWaitMs = 0;
  }
}
