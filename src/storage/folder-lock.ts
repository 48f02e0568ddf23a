import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processMark } from './process-mark.ts';

/** Thrown when another process works on the same data folder: two of them would destroy it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}. Stop that process, or set DATABASE_URL.`);
  }
}

/** The locks of this process. In a container every start has the same number: it alone does not tell us from before. */
const ours = new Set<string>();

/**
 * Takes the folder for this process. The lock of a process that is gone is taken over.
 * @returns what gives the folder back.
 * @throws {FolderInUse}
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'nhachan.pid');
  await take(path, folder);
  return () => giveBack(path);
}

async function take(path: string, folder: string): Promise<void> {
  if (ours.has(path)) throw new FolderInUse(folder, process.pid);
  ours.add(path);
  try {
    while (!(await create(path))) await clear(path, folder);
  } catch (error) {
    ours.delete(path);
    throw error;
  }
}

async function giveBack(path: string): Promise<void> {
  await rm(path, { force: true });
  ours.delete(path);
}

/** Written elsewhere first: whoever finds a lock must find its holder's number in it. */
async function create(path: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  const mark = await processMark(process.pid);
  await writeFile(draft, [process.pid, ...(mark ? [mark] : [])].join(' '));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

/**
 * Takes a dead process's lock away. Of several that find it at once only one may, and must look again: another may
 * have taken it away, and the folder for itself, in between. So there is a lock on the lock.
 */
async function clear(path: string, folder: string): Promise<void> {
  if (!(await isLeftBehind(path, folder))) return;
  const guard = `${path}.takeover`;
  await take(guard, folder);
  try {
    if (await isLeftBehind(path, folder)) await rm(path);
  } finally {
    await giveBack(guard);
  }
}

/**
 * False when there is no lock any more.
 * @throws {FolderInUse} when its holder lives.
 */
async function isLeftBehind(path: string, folder: string): Promise<boolean> {
  try {
    const [pid, mark] = (await readFile(path, 'utf8')).split(' ');
    const holder = Number(pid);
    if (holder !== process.pid && isAlive(holder) && (await isThatOne(holder, mark)))
      throw new FolderInUse(folder, holder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Another program may have been given the number since. */
async function isThatOne(pid: number, mark: string | undefined): Promise<boolean> {
  const present = mark === undefined ? null : await processMark(pid);
  return present === null || present === mark;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
