import type { Clock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { clockOf, openOfficeStorage } from '../main.ts';
import type { Storage } from '../services/ports/store.ts';

/** Opens the database of the settings for one command, and closes it whatever happens. */
export async function withStorage(
  work: (opened: { storage: Storage; clock: Clock; config: Config }) => Promise<void>,
): Promise<void> {
  const config = readConfig();
  const { storage, close } = await openOfficeStorage(config);
  try {
    await work({ storage, clock: clockOf(config), config });
  } finally {
    await close();
  }
}
