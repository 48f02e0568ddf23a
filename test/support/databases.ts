import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { DatabasePlace } from '../../src/storage/open-storage.ts';

export interface TestDatabase {
  place: DatabasePlace;
  remove(): Promise<void>;
}

/** Each kind of database an office may keep its ledger in, and whether there is one here. */
export const DATABASES: { name: string; isHere: boolean; create(): Promise<TestDatabase> }[] = [
  { name: 'embedded database', isHere: true, create: embeddedDatabase },
  { name: 'PostgreSQL', isHere: inject('postgresUrl') !== null, create: serverDatabase },
];

export async function embeddedDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-'));
  return {
    place: { kind: 'embedded', folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An empty database of its own on the server. */
export async function serverDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  if (server === null) throw new Error('There is no PostgreSQL here');
  const name = `nhachan_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    place: { kind: 'server', url: url.href },
    remove: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
