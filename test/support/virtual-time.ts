import type { Ticker } from '../../src/platforms/shared/ticker.ts';

/** Time that passes only when everybody waits. */
export class VirtualTime implements Ticker {
  #now = 0;
  #sleepers: { until: number; wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = {
        until: this.#now + ms,
        wake() {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const giveUp = () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp);
      this.#sleepers.push(sleeper);
    });
  }

  /** Lets everybody who sleeps wake in turn until all the work is done. */
  async runThrough<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => {});
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) return await done;
      this.#sleepers.sort((one, other) => one.until - other.until);
      const next = this.#sleepers.shift();
      if (!next) throw new Error('Everybody waits for nothing');
      this.#now = Math.max(this.#now, next.until);
      next.wake();
    }
  }
}
