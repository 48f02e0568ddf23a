import type { Logger } from 'pino';
import { type HeldClaims, RENEW_EVERY_MS } from '../src/services/delivery/held-claims.ts';
import type { Schedule } from './schedule.ts';

/** Renews what this process's senders hold, in real time, one renewal after the other. */
export function renewClaims({ claims, log }: { claims: HeldClaims; log: Logger }): Schedule {
  let renewing: Promise<void> | null = null;
  const timer = setInterval(() => {
    renewing ??= claims
      .renew()
      .catch((error: unknown) => log.warn({ err: error }, 'outbox: the claims could not be renewed'))
      .finally(() => {
        renewing = null;
      });
  }, RENEW_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await renewing;
    },
  };
}
