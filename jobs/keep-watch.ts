import type { Logger } from 'pino';
import type { Schedule } from './schedule.ts';

const EVERY_MS = 60_000;

/** Has `look` look at once and every minute of real time, one look after the other. */
export function keepWatch({ look, log }: { look(): Promise<void>; log: Logger }): Schedule {
  let looking: Promise<void> | null = null;
  const lookNow = () => {
    looking ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'health: could not be looked at'))
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(lookNow, EVERY_MS);
  lookNow();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
