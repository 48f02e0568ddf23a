import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres, startRedis } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null: there is no Redis here, and its suites are skipped. */
    redisUrl: string | null;
    postgresUrl: string | null;
    /** For whatever the tests make on the disk: it goes when they end. */
    scratch: string;
  }
}

/** Starts what the suites of real servers need. Where it cannot, it says so loudly; in CI it fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const redis = await startRedis();
  const postgres = await startPostgres();
  const scratch = mkdtempSync(join(tmpdir(), 'nhachan-tests-'));
  project.provide('scratch', scratch);
  project.provide('redisUrl', redis?.url ?? null);
  project.provide('postgresUrl', postgres?.url ?? null);
  const missing = [redis ? [] : ['Redis'], postgres ? [] : ['PostgreSQL']].flat();
  for (const name of missing) {
    process.stderr.write(
      `\n!!! SKIPPED: no ${name} on this machine; every suite that needs it is skipped. !!!\n`,
    );
  }
  if (missing.length > 0 && process.env.CI)
    throw new Error(`CI must not skip: install ${missing.join(' and ')}`);
  return async () => {
    await Promise.all([redis?.stop(), postgres?.stop()]);
    rmSync(scratch, { recursive: true, force: true });
  };
}
