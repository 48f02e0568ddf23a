/** Time for the account: short waits are real, long ones (a second or more) pass when a test says so. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ticker } from '../../../src/platforms/shared/ticker.ts';

export class TestTicker implements Ticker {
  #skipped = 0;
  readonly #sleepers = new Set<{ until: number; wake: () => void }>();

  now(): number {
    return performance.now() + this.#skipped;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (ms < 1_000) return sleep(ms, undefined, { signal });
    return new Promise((resolve, reject) => {
      const sleeper = {
        until: this.now() + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const giveUp = () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      };
      if (signal.aborted) giveUp();
      else {
        signal.addEventListener('abort', giveUp, { once: true });
        this.#sleepers.add(sleeper);
      }
    });
  }

  passes(ms: number): void {
    this.#skipped += ms;
    for (const sleeper of [...this.#sleepers]) if (sleeper.until <= this.now()) sleeper.wake();
  }
}
