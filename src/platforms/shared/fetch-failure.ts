import { isBeforeSending } from './before-sending.ts';

/** What a fetch that threw tells. */
export interface FetchFailure {
  words: string;
  /** Whether the other side may have got the request: false when no connection came about. */
  mayHaveArrived: boolean;
}

export function fetchFailure(thrown: unknown): FetchFailure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return { words: 'no answer in time', mayHaveArrived: true };
  }
  // fetch says no more than "fetch failed" and hides the reason in the cause.
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? String(cause.code) : '';
  return { words: cause.message || code, mayHaveArrived: !isBeforeSending(code) };
}
