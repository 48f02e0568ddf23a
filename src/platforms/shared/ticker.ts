import { setTimeout as sleep } from 'node:timers/promises';

/** What time it is, in milliseconds on any steady scale, and waiting for it to pass. */
export interface Ticker {
  now(): number;
  /** Rejects when `signal` is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemTicker: Ticker = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};
