/** Doing something until it is done, for what may not be given up. */
import type { Ticker } from './pace.ts';

export interface RetryOptions {
  /** The wait after each failure in turn; the last one stays. */
  delaysMs: readonly number[];
  ticker: Ticker;
  /** Ends the trying: the promise then rejects. */
  signal: AbortSignal;
  /** What it throws ends the trying too. */
  onFailure(error: unknown): void;
}

export async function persist<T>(
  work: () => Promise<T>,
  { delaysMs, ticker, signal, onFailure }: RetryOptions,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      onFailure(error);
      await ticker.sleep(delayAfter(failures, delaysMs), signal);
    }
  }
}

export function delayAfter(failures: number, delaysMs: readonly number[]): number {
  return delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0;
}
