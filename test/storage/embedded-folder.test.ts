import { chmod, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DamagedDatabase, openEmbeddedDatabase } from '../../src/storage/embedded-database.ts';
import { embeddedDatabase } from '../support/databases.ts';

test.skipIf(process.platform === 'win32')(
  'an office’s folder is nobody else’s to look into, nor is any file in it',
  async () => {
    const { place, remove } = await embeddedDatabase();
    await chmod(place.folder, 0o755);
    const open = async () => {
      const entries = await readdir(place.folder, { recursive: true });
      const modes = await Promise.all(entries.map(async (one) => (await stat(join(place.folder, one))).mode));
      return entries.filter((_, index) => (modes[index] ?? 0) & 0o077);
    };
    const database = await openEmbeddedDatabase(place.folder);
    expect((await stat(place.folder)).mode & 0o777).toBe(0o700);
    expect(await open()).toEqual([]);
    await database.pglite.exec('CREATE TABLE more (x int)');
    await database.close();
    expect(await open()).toEqual([]);
    await remove();
  },
);

test.each([
  { what: 'half of it is gone', damage: (folder: string) => rm(join(folder, 'PG_VERSION')) },
  {
    what: 'a disk has lost what it was given',
    damage: (folder: string) => writeFile(join(folder, 'global/pg_control'), Buffer.alloc(8192, 7)),
  },
])('a damaged database says so, and how to bring it back: $what', async ({ damage }) => {
  const { place, remove } = await embeddedDatabase();
  const folder = join(place.folder, 'postgres');
  await damage(folder);
  const files = await readdir(folder);
  const opening = openEmbeddedDatabase(place.folder);
  await expect(opening).rejects.toThrow(DamagedDatabase);
  await expect(opening).rejects.toThrow(
    /cannot be opened: .*mv \S+postgres \S+postgres\.damaged.*nhachan restore FILE/,
  );
  expect(await readdir(folder), 'nothing is begun anew over what is left').toEqual(files);
  await remove();
});
