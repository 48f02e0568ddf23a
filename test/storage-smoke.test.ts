import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenStorage, openStorage } from '../src/storage/open-storage.ts';
import { DATABASES, type TestDatabase } from './support/databases.ts';

describe.each(DATABASES)('$name', ({ isHere, create }) => {
  describe.skipIf(!isHere)('opens', () => {
    let database: TestDatabase;
    let opened: OpenStorage;
    beforeAll(async () => {
      database = await create();
      opened = await openStorage(database.place);
    });
    afterAll(async () => {
      await opened.close();
      await database.remove();
    });
    test('and keeps an office', async () => {
      const office = await opened.storage.offices.create('UBND xã Thử', 'vi');
      expect(await opened.storage.offices.byName('UBND xã Thử')).toEqual(office);
    });
  });
});
