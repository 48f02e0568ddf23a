import type { Heartbeat } from '../services/ports/heartbeat.ts';

/** A service that asks for the next one within a minute or so must not keep this one waiting for longer. */
const LIMIT_MS = 10_000;

/** Calls an address, as healthchecks.io and its like give one. The address is a secret: no error quotes it. */
export function heartbeatTo(url: string): Heartbeat {
  return {
    async beat() {
      const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) }).catch((error: unknown) => {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        throw new Error(`HEARTBEAT_URL: ${cause instanceof Error ? cause.name : 'no answer'}`);
      });
      if (!answer.ok) throw new Error(`HEARTBEAT_URL answered ${answer.status}`);
    },
  };
}
