import type { Config } from '../../config.ts';
import { openOfficeStorage } from '../../main.ts';
import { DamagedDatabase } from '../../storage/embedded-database.ts';
import { FolderInUse } from '../../storage/folder-lock.ts';
import { MigrationsDisagree } from '../../storage/migrations.ts';
import type { OpenStorage } from '../../storage/open-storage.ts';
import { oneLine } from '../failure.ts';
import { type Finding, inOrder, worthKnowing, wrong } from './finding.ts';

/** Opens the database, which also brings it up to date, as every start does. Null: it could not be opened. */
export async function openForChecks(
  config: Config,
): Promise<{ opened: OpenStorage | null; finding: Finding }> {
  const place = config.DATABASE_URL ? 'PostgreSQL of DATABASE_URL' : `embedded, in ${config.DATA_DIR}`;
  try {
    const opened = await openOfficeStorage(config);
    return { opened, finding: inOrder(`Database: ${place}; its tables are up to date`) };
  } catch (error) {
    return { opened: null, finding: findingOf(error, config, place) };
  }
}

function findingOf(error: unknown, config: Config, place: string): Finding {
  const reason = oneLine(error);
  if (error instanceof FolderInUse) {
    return worthKnowing(
      `Database: ${reason}`,
      'In order if that is the running service. Stop it to have offices and plans checked as well.',
    );
  }
  if (error instanceof DamagedDatabase) return wrong('Database: damaged, or not to be opened', reason);
  if (error instanceof MigrationsDisagree) return wrong('Database: not of this version of nhachan', reason);
  return wrong(
    `Database: ${place} cannot be opened: ${reason}`,
    config.DATABASE_URL
      ? 'Check that PostgreSQL runs, and the user, password, host and database in DATABASE_URL.'
      : `Check that this user may write to ${config.DATA_DIR} and that the disk is not full.`,
  );
}
