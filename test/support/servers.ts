import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** A real Redis: the one of REDIS_URL, or a redis-server of this machine on a free port. Null where there is none. */
export async function startRedis(): Promise<Server | null> {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  return isOnPath('redis-server') ? ownRedis() : null;
}

/** A redis-server of this machine that is nobody else's: what is done to it harms no other test. */
export async function ownRedis(): Promise<Server> {
  const port = await freePort();
  // As many databases as there may be workers.
  const options = ['--port', String(port), '--save', '', '--appendonly', 'no', '--databases', '1000'];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  await untilListening(port, child);
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child) };
}

/**
 * A real PostgreSQL: the server of DATABASE_URL, or one of this machine's in a folder of its own. Null where there is
 * none.
 */
export async function startPostgres(): Promise<Server | null> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  const bin = postgresFolder();
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'nhachan-postgres-'));
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const asUser = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const locale = ['-E', 'UTF8', '--locale', 'C.UTF-8'];
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', ...locale], {
    ...asUser,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = [
    '-c',
    'fsync=off',
    '-c',
    'max_connections=200',
    '-c',
    `unix_socket_directories=${folder}`,
  ];
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...asUser,
    stdio: 'ignore',
  });
  await untilListening(port, child);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresFolder(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest) return `/usr/lib/postgresql/${newest}/bin`;
  if (!isOnPath('initdb')) return null;
  return execFileSync('sh', ['-c', 'dirname "$(command -v initdb)"'], { encoding: 'utf8' }).trim();
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

function isOnPath(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No free port');
  return address.port;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with code ${child.exitCode}`);
    await sleep(50);
  }
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  await exited;
}
