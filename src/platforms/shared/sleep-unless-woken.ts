import type { Ticker } from './ticker.ts';

/** Whether it slept to the end: false when `woken` came first. Rejects when `signal` is aborted. */
export async function sleepUnlessWoken(
  ticker: Ticker,
  ms: number,
  woken: Promise<unknown>,
  signal: AbortSignal,
): Promise<boolean> {
  const enough = new AbortController();
  const give = () => enough.abort(signal.reason);
  signal.addEventListener('abort', give, { once: true });
  if (signal.aborted) give();
  const slept = ticker.sleep(ms, enough.signal).then(() => true);
  try {
    return await Promise.race([slept, woken.then(() => false)]);
  } finally {
    signal.removeEventListener('abort', give);
    enough.abort();
    slept.catch(() => {});
  }
}
