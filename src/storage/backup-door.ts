/**
 * The embedded database is one process's alone. Whoever wants a backup while the service runs gets it from the service,
 * through a socket in the data folder, where nobody else comes.
 */
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import { backupLines } from './backup.ts';
import { pgliteSession } from './pglite-session.ts';

export interface BackupDoor {
  close(): Promise<void>;
}

/** @throws where the system has no such sockets, or the folder's name is too long for one (about 100 characters) */
export async function openBackupDoor(
  folder: string,
  { pglite, now }: { pglite: PGlite; now(): Date },
): Promise<BackupDoor> {
  const path = socketIn(folder);
  await rm(path, { force: true });
  const underway = new Set<Promise<void>>();
  const server = createServer((visitor: Socket) => {
    const serving = pglite
      .transaction((session) =>
        pipeline(Readable.from(backupLines(pgliteSession(session), now())), createGzip(), visitor),
      )
      // The visitor sees that the end is missing.
      .catch(() => void visitor.destroy())
      .finally(() => underway.delete(serving));
    underway.add(serving);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await Promise.all(underway);
    },
  };
}

/** The backup as the service that has the folder writes it; null: it opens no door. */
export async function atBackupDoor(folder: string): Promise<Readable | null> {
  const visitor = connect(socketIn(folder));
  return new Promise((resolve) => {
    visitor.once('connect', () => resolve(visitor));
    visitor.once('error', () => resolve(null));
  });
}

function socketIn(folder: string): string {
  return join(folder, 'nhachan.sock');
}
