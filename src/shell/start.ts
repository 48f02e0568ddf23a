import { once } from 'node:events';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startOffice } from '../main.ts';
import type { ServiceRole } from '../service-role.ts';

/** How long stopping may take before the process ends all the same. */
const STOP_LIMIT_MS = 20_000;

/** `nhachan start`: runs until it is told to stop. */
export async function startCommand(roles: readonly ServiceRole[]): Promise<void> {
  const config = readConfig();
  // What the database and the sessions write is nobody else's to read.
  process.umask(0o077);
  const log = createLog(config.LOG_LEVEL);
  const office = await startOffice({ config, log, roles, watched: true });
  log.info({ roles, port: roles.includes('web') ? config.WEB_PORT : undefined }, 'ready');
  const [signal] = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  log.info({ signal }, 'stopping');
  const limit = setTimeout(() => {
    log.error('stopping took too long');
    process.exit(1);
  }, STOP_LIMIT_MS);
  await office.stop();
  clearTimeout(limit);
}
