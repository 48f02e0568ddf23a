import { statfs } from 'node:fs/promises';

/** Bytes that are left for this user on the disk of that folder. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
