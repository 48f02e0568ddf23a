/** Doing something until it is done, for what may not be given up. */
import type { Ticker } from './ticker.ts';

export interface RetryOptions {
  /** The wait after each failure in turn; the last one stays. */
  delaysMs: readonly number[];
  ticker: Ticker;
  /** Ends the trying: the promise then rejects. */
  signal: AbortSignal;
  /** What it throws ends the trying too. */
  onFailure(error: unknown): void;
  /** How long the other side asked to be left alone; the wait is not shorter than that. */
  askedMs?(error: unknown): number;
}

/** @param underway the first attempt, when it has been made already */
export async function persist<T>(
  work: () => Promise<T>,
  { delaysMs, ticker, signal, onFailure, askedMs }: RetryOptions,
  underway?: Promise<T>,
): Promise<T> {
  let attempt = underway;
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted();
    try {
      return await (attempt ?? work());
    } catch (error) {
      signal.throwIfAborted();
      attempt = undefined;
      onFailure(error);
      await ticker.sleep(Math.max(delayAfter(failures, delaysMs), askedMs?.(error) ?? 0), signal);
    }
  }
}

export function delayAfter(failures: number, delaysMs: readonly number[]): number {
  return delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0;
}
