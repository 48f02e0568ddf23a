import { stat } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { type Finding, inOrder, worthKnowing } from './finding.ts';

export async function* checkSettings(config: Config): AsyncGenerator<Finding> {
  const isSaid = await stat('.env').catch(() => null);
  yield inOrder(isSaid ? 'Settings: .env and the environment' : 'Settings: the environment (no .env here)');
  if (isSaid && process.platform !== 'win32' && isSaid.mode & 0o077) {
    yield worthKnowing(
      'Other users of this machine can read .env, and the bot token in it',
      'chmod 600 .env',
    );
  }
  if (config.CLOCK_START !== undefined || config.CLOCK_SPEED !== 1) {
    yield worthKnowing(
      'The clock is a rehearsal: reminders go by an invented time',
      'Take CLOCK_START and CLOCK_SPEED out of the settings when the rehearsal is over.',
    );
  }
}
