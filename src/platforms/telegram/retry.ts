/** Doing something until it is done, for what may not be given up. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRefusal } from './errors.ts';

export interface RetryOptions {
  /** The wait after each failure in turn; the last one stays. Telegram may ask for a longer one. */
  delaysMs: readonly number[];
  /** Ends the trying: the promise then rejects with an AbortError. */
  signal: AbortSignal;
  /** What it throws ends the trying too. */
  onFailure(error: unknown): void;
}

/** @param underway the first attempt, when it has been made already */
export async function persist<T>(
  work: () => Promise<T>,
  { delaysMs, signal, onFailure }: RetryOptions,
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
      const own = delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0;
      const asked = error instanceof ApiRefusal ? (error.retryAfterMs ?? 0) : 0;
      await sleep(Math.max(own, asked), undefined, { signal });
    }
  }
}
