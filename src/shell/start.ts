import { once } from 'node:events';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startOffice } from '../main.ts';
import type { ServiceRole } from '../service-role.ts';

/** What was left behind as the service stopped keeps the process no longer than this. */
const LEFT_BEHIND_MS = 250;

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
  await office.stop();
  setTimeout(() => process.exit(), LEFT_BEHIND_MS).unref();
}
