import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { root } from '../root.ts';
import type { Storage } from '../services/ports/store.ts';
import { timeBy } from './database-time.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { applyMigrations, type SqlSession } from './migrations.ts';
import { pgliteSession } from './pglite-session.ts';
import { preparedName } from './prepared.ts';
import { prismaStorage } from './prisma-store.ts';
import type { OnDamaged } from './stored-json.ts';
import { tidyEmbedded } from './tidy-embedded.ts';

/** Where the office's truth is kept. */
export type DatabasePlace = { kind: 'server'; url: string } | { kind: 'embedded'; folder: string };

export interface OpenStorage {
  storage: Storage;
  /** The same, as if the database's clock showed that time: for whoever owns the time. */
  storageBy(now: () => Date): Storage;
  /** Of the embedded database: whoever else keeps something in it shares its one session. */
  pglite: PGlite | null;
  /** To be done once a day, as long as it is quiet: false where it ended early. Null: the database does so itself. */
  tidy: ((isQuiet: () => Promise<boolean>) => Promise<boolean>) | null;
  close(): Promise<void>;
}

/** A firewall that swallows the connection must not look like a start that takes its time. */
const CONNECT_LIMIT_MS = 15_000;

const migrationsFolder = join(root, 'prisma/migrations');

/** Opens the database and brings it up to date. @param onDamaged hears of rows that are left aside as unreadable */
export async function openStorage(
  place: DatabasePlace,
  onDamaged: OnDamaged = () => {},
): Promise<OpenStorage> {
  return place.kind === 'server' ? openServer(place.url, onDamaged) : openEmbedded(place.folder, onDamaged);
}

async function openEmbedded(folder: string, onDamaged: OnDamaged): Promise<OpenStorage> {
  const database = await openEmbeddedDatabase(folder);
  const { pglite } = database;
  try {
    await applyMigrations(pgliteSession(pglite), migrationsFolder);
    // The folder is this process's alone: whoever held a lease has died with it.
    await pglite.exec('DELETE FROM public."Lease"');
  } catch (error) {
    await database.close();
    throw error;
  }
  const prisma = prismaOn(new PrismaPGlite(pglite));
  return {
    ...storagesOn(prisma, onDamaged),
    pglite,
    tidy: (isQuiet) => tidyEmbedded(pglite, isQuiet),
    async close() {
      await prisma.$disconnect();
      await database.close();
    },
  };
}

async function openServer(url: string, onDamaged: OnDamaged): Promise<OpenStorage> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  await client.connect();
  try {
    await applyMigrations(sessionOf(client), migrationsFolder);
  } finally {
    await client.end();
  }
  // Prisma writes instants without their offset: a server that lives by Hanoi's clock would keep them 7 hours off.
  const prisma = prismaOn(
    new PrismaPg(
      { connectionString: url, options: '-c timezone=UTC' },
      { statementNameGenerator: preparedName },
    ),
  );
  return { ...storagesOn(prisma, onDamaged), pglite: null, tidy: null, close: () => prisma.$disconnect() };
}

function storagesOn(prisma: PrismaClient, onDamaged: OnDamaged): Pick<OpenStorage, 'storage' | 'storageBy'> {
  return {
    storage: prismaStorage(prisma, onDamaged),
    storageBy: (now) => prismaStorage(prisma, onDamaged, timeBy(now)),
  };
}

/** Minimal errors: the long ones quote the values of the query, and a message body must not reach a log. */
function prismaOn(adapter: NonNullable<Prisma.PrismaClientOptions['adapter']>): PrismaClient {
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}

function sessionOf(client: pg.Client): SqlSession {
  return {
    async execute(sql) {
      await client.query(sql);
    },
    async query<Row>(sql: string, values?: unknown[]) {
      return (await client.query(sql, values)).rows as Row[];
    },
  };
}
