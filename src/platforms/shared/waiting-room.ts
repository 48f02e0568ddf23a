import type { Ticker } from './ticker.ts';

/** Where many wait for a time and for one end: the signal is listened to once, however many there are. */
export class WaitingRoom {
  readonly #ticker: Ticker;
  readonly #signal: AbortSignal;
  readonly #waiting = new Set<AbortController>();

  /** @param signal sends everybody home; who comes later is sent home at once */
  constructor(ticker: Ticker, signal: AbortSignal) {
    this.#ticker = ticker;
    this.#signal = signal;
    const close = () => {
      for (const one of this.#waiting) one.abort(signal.reason);
    };
    signal.addEventListener('abort', close, { once: true });
  }

  /** Rejects when the room is closed. @param leave is aborted when this one need wait no longer, which rejects too */
  async sleep(ms: number, leave?: AbortController): Promise<void> {
    this.#signal.throwIfAborted();
    const one = leave ?? new AbortController();
    this.#waiting.add(one);
    try {
      await this.#ticker.sleep(ms, one.signal);
    } finally {
      this.#waiting.delete(one);
    }
  }
}
