/** Where the service keeps its ledger and its queue while it is measured. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type OpenStorage, openStorage } from '../src/storage/open-storage.ts';
import { startPostgres, startRedis } from '../test/support/servers.ts';

export type PlaceName = 'embedded' | 'servers' | 'postgres';

export interface SeedDatabase {
  opened: OpenStorage;
  /** Statements without parameters. */
  sql(statements: string): Promise<unknown>;
}

export interface Place {
  /** The settings that lead there. */
  environment: NodeJS.ProcessEnv;
  /** Before any process of the service has it. */
  seed(work: (database: SeedDatabase) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function openPlace(name: PlaceName): Promise<Place> {
  return name === 'embedded' ? embedded() : servers(name === 'servers');
}

async function embedded(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-limits-'));
  return {
    environment: { DATA_DIR: folder },
    async seed(work) {
      const opened = await openStorage({ kind: 'embedded', folder });
      await work({ opened, sql: async (statements) => opened.pglite?.exec(statements) });
      await opened.close();
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** It listens before it takes anybody. */
async function untilTaking(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
}

async function servers(hasRedis: boolean): Promise<Place> {
  const [postgres, redis] = await Promise.all([startPostgres(), hasRedis ? startRedis() : null]);
  if (!postgres || (hasRedis && !redis)) throw new Error('Install postgresql and redis-server');
  await untilTaking(postgres.url);
  return {
    environment: { DATABASE_URL: postgres.url, ...(redis && { REDIS_URL: redis.url }) },
    async seed(work) {
      const opened = await openStorage({ kind: 'server', url: postgres.url });
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await work({ opened, sql: (statements) => client.query(statements) });
      await client.end();
      await opened.close();
    },
    async close() {
      await Promise.all([postgres.stop(), redis?.stop()]);
    },
  };
}
