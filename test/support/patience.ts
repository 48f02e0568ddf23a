import { vi } from 'vitest';

/**
 * Nothing but what hangs takes this long, on the slowest machine. It is less than vitest gives a test, so that whoever
 * waits can say what for.
 */
export const HANG_MS = 10 * 60_000;

/** Looks again and again until nothing is thrown; more slowly where the look itself sets something off. */
export function eventually<Seen>(look: () => Seen | Promise<Seen>, intervalMs = 50): Promise<Seen> {
  return vi.waitFor(look, { timeout: HANG_MS, interval: intervalMs });
}
