import { chmod, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../../src/storage/embedded-database.ts';
import { embeddedDatabase } from '../support/databases.ts';

test.skipIf(process.platform === 'win32')(
  'an office’s folder is nobody else’s to look into, also one that was',
  async () => {
    const { place, remove } = await embeddedDatabase();
    await chmod(place.folder, 0o755);
    const database = await openEmbeddedDatabase(place.folder);
    expect((await stat(place.folder)).mode & 0o777).toBe(0o700);
    await database.close();
    await remove();
  },
);
