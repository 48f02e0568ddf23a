/**
 * How long to send nothing after "Quota exceeded". Zalo says so both when messages come too fast and when the month's
 * 3,000 of the free plan are used up, without saying which and mostly without a time: the wait begins short, and grows
 * while the answer stays the same. Nothing is given up: what waits goes out with the new month or another plan.
 */
import type { Ticker } from '../shared/ticker.ts';

const FIRST_WAIT_MS = 60_000;
/** Whoever has to wait so long has used up more than a minute's share. */
const LONGEST_WAIT_MS = 60 * 60_000;

export class Quota {
  readonly #ticker: Ticker;
  readonly #onUsedUp: () => void;
  #lastWaitMs = 0;
  #until = Number.NEGATIVE_INFINITY;
  #isUsedUp = false;

  /** @param onUsedUp told once, until a message has been taken again */
  constructor(ticker: Ticker, onUsedUp: () => void) {
    this.#ticker = ticker;
    this.#onUsedUp = onUsedUp;
  }

  /**
   * @param askedMs what Zalo asked for, where it did
   * @returns the milliseconds to wait. Messages that were on their way together are refused together: once counts.
   */
  exceeded(askedMs?: number): number {
    const now = this.#ticker.now();
    if (askedMs !== undefined || now >= this.#until) {
      this.#lastWaitMs = askedMs ?? Math.min(this.#lastWaitMs * 2 || FIRST_WAIT_MS, LONGEST_WAIT_MS);
      this.#until = now + this.#lastWaitMs;
    }
    if (this.#lastWaitMs >= LONGEST_WAIT_MS && !this.#isUsedUp) {
      this.#isUsedUp = true;
      this.#onUsedUp();
    }
    return this.#until - now;
  }

  /** A message was taken. */
  isFree(): void {
    this.#lastWaitMs = 0;
    this.#isUsedUp = false;
  }
}
