import { stat } from 'node:fs/promises';
import { type Config, readConfig } from '../config.ts';
import { officeClockAt, officeDayAt } from '../domain/day.ts';
import { clockOf, databasePlace } from '../main.ts';
import { restoreBackup, writeBackup } from '../storage/backup-file.ts';
import { ShellFailure } from './failure.ts';
import { print, printJson } from './print.ts';

export interface BackupOptions {
  json?: boolean;
}

/** `nhachan backup FILE`: all that the office's database holds, in a file that only its owner can read. */
export async function backupCommand(path: string, { json }: BackupOptions): Promise<void> {
  const config = readConfig();
  const rows = await writeBackup(databasePlace(config), path, clockOf(config).now());
  const { size } = await stat(path);
  if (json) printJson({ type: 'backup', file: path, rows, bytes: size });
  else print(`${path}: ${rows} rows, ${Math.ceil(size / 1024)} kB. Keep .env and the Zalo session as well.`);
}

export interface RestoreOptions {
  replace?: boolean;
  json?: boolean;
}

/** `nhachan restore FILE`: a backup, into a database that holds no office. */
export async function restoreCommand(path: string, { replace, json }: RestoreOptions): Promise<void> {
  const config = readConfig();
  if (!(await stat(path).catch(() => null))) throw new ShellFailure(`${path}: no such file`);
  const { at, rows, migrated } = await restoreBackup(databasePlace(config), path, {
    replace: replace ?? false,
  });
  if (json) {
    printJson({ type: 'restored', at, rows, migrated });
    return;
  }
  const made = new Date(at);
  print(
    `Restored into ${placeName(config)}: ${rows} rows, as of ${officeDayAt(made)} ${officeClockAt(made)}.`,
  );
  if (migrated.length > 0) {
    print(`The backup was of an older version, and has been brought up to date (${migrated.join(', ')}).`);
  }
}

function placeName({ DATABASE_URL, DATA_DIR }: Config): string {
  return DATABASE_URL ? 'the database of DATABASE_URL' : DATA_DIR;
}
