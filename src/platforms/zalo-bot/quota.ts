/**
 * How long to send nothing after "Quota exceeded". Zalo says so both when messages come too fast and when the month's
 * 3,000 of the free plan are used up, without saying which and mostly without a time: the wait begins short, and grows
 * while the answer stays the same. Nothing is given up: what waits goes out with the new month or another plan.
 */

const FIRST_WAIT_MS = 60_000;
/** Whoever has to wait so long has used up more than a minute's share. */
const LONGEST_WAIT_MS = 60 * 60_000;

export class Quota {
  readonly #onUsedUp: () => void;
  #lastWaitMs = 0;
  #isUsedUp = false;

  /** @param onUsedUp told once, until a message has been taken again */
  constructor(onUsedUp: () => void) {
    this.#onUsedUp = onUsedUp;
  }

  /**
   * @param askedMs what Zalo asked for, where it did
   * @returns the milliseconds to wait
   */
  exceeded(askedMs?: number): number {
    this.#lastWaitMs = askedMs ?? Math.min(this.#lastWaitMs * 2 || FIRST_WAIT_MS, LONGEST_WAIT_MS);
    if (this.#lastWaitMs >= LONGEST_WAIT_MS && !this.#isUsedUp) {
      this.#isUsedUp = true;
      this.#onUsedUp();
    }
    return this.#lastWaitMs;
  }

  /** A message was taken. */
  isFree(): void {
    this.#lastWaitMs = 0;
    this.#isUsedUp = false;
  }
}
