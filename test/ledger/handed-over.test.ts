/** A task changes hands while the morning's notices wait to be sent. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import { embeddedDatabase } from '../support/databases.ts';
import { RehearsedOffice } from '../support/rehearsed-office.ts';

let opened: OpenStorage;
let remove: () => Promise<void>;

beforeAll(async () => {
  const database = await embeddedDatabase();
  remove = database.remove;
  opened = await openStorage(database.place);
});
afterAll(async () => {
  await opened.close();
  await remove();
});

const give = (to: string) => ({ does: 'give', who: 'Việt', number: 2, to }) as const;
const about = (all: ReadonlySet<string>, name: string) =>
  [...all].filter((one) => one.startsWith('Nộp sáng kiến ') && one.includes(name));

test('whoever has it no longer is not told, and hears that stage when it is theirs again', async () => {
  const office = await RehearsedOffice.open(opened.storage);
  await office.does(give('Lan'));
  await office.passes({ does: 'morning', isHeard: false });
  await office.does(give('Nam'));
  await office.passes({ does: 'delivery' });
  const { said, owed } = await office.reminders();
  expect(about(said, 'Lan')).toEqual([]);
  expect(about(owed, 'Nam')).toHaveLength(1);
  await office.does(give('Lan và Nam'));
  const now = await office.reminders();
  expect(about(now.owed, 'Lan')).toHaveLength(1);
  await office.passes({ does: 'morning', isHeard: true });
  const after = await office.reminders();
  expect(about(after.said, 'Lan')).toHaveLength(1);
  expect(about(after.said, 'Nam')).toHaveLength(1);
});
