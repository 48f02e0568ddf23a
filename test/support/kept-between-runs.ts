import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { eventually } from './patience.ts';

/**
 * A folder that takes long to make: made once, and kept for as long as what it was made of does not change.
 * @param state what it is made of
 */
export async function keptBetweenRuns(
  name: string,
  state: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = join(root, 'node_modules/.cache/nhachan');
  const kept = join(cache, `${name}-${createHash('sha256').update(state).digest('hex').slice(0, 16)}`);
  if (existsSync(kept)) return kept;
  const turn = join(cache, `turn-${name}`);
  await mkdir(turn, { recursive: true });
  // Suites start side by side: whoever is first makes it, the others wait for that.
  const endTurn = await eventually(() => lockFolder(turn));
  try {
    if (existsSync(kept)) return kept;
    const folder = await mkdtemp(join(cache, 'in-preparation-'));
    await make(folder);
    await rename(folder, kept);
    await removeOld(cache, name);
    return kept;
  } finally {
    await endTurn();
  }
}

/** Those of former states, unless a run that began before the change may still read them. */
async function removeOld(cache: string, name: string): Promise<void> {
  const yesterday = Date.now() - 24 * 60 * 60_000;
  for (const one of (await readdir(cache)).filter((entry) => entry.startsWith(`${name}-`))) {
    const path = join(cache, one);
    const made = await stat(path).catch(() => null);
    if (made && made.mtimeMs < yesterday) await rm(path, { recursive: true, force: true });
  }
}
