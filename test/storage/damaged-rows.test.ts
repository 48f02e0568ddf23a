/** A row whose column cannot be read costs that row: all others are reminded of, sent and answered. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storedDeadline, storedUpdate } from '../../src/storage/stored-columns.ts';
import { readable } from '../../src/storage/stored-json.ts';
import { embeddedDatabase } from '../support/databases.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type OpenDatabase, openedOnce } from '../support/open-database.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let database: OpenDatabase;

beforeEach(async () => {
  // Before the office opens: taking it resets the session that its queue lives in.
  database = await openedOnce(embeddedDatabase);
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires({ ...LAM_SON, office: { name: 'UBND xã Khác Thử' } });
  await office.hires(LAM_SON);
  await office.storage.transaction(async (store) => {
    const [other] = await store.offices.all();
    for (const { id } of await store.offices.members(other?.id ?? 0)) await store.offices.retireMember(id);
  });
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

function sql(statement: string): Promise<unknown[]> {
  return database.sql(statement);
}

test('the planner goes on past a damaged task and a damaged office', async () => {
  await office.join('Lan');
  lan = await office.person('Lan');
  const tasks = ['Rà soát hộ nghèo', 'Nộp sáng kiến'].map((title) => ({
    title,
    deadline: '23/11/2026',
    lead: 'VHXH',
  }));
  await office.importsPlan(tasks, { of: LAM_SON.office.name });
  await sql(`UPDATE "Task" SET deadline = '{"kind": "bí mật"}' WHERE title = 'Rà soát hộ nghèo'`);
  await sql(`UPDATE "Organization" SET settings = '"bí mật"' WHERE name = 'UBND xã Khác Thử'`);
  // The office that cannot be read is named, and tried again: whatever called for a look at it still does.
  for (const at of ['2026-11-23 07:45', '2026-11-23 07:46']) {
    await expect(office.at(at)).rejects.toThrow(
      /^Not planned: office \d+: StoredOtherwise: Settings of office \d+ in the database cannot be read: $/,
    );
  }
  await office.settle();
  expect(lan.receives(/Nộp sáng kiến/)).not.toContain('Rà soát hộ nghèo');
  await lan.says('/viec');
  expect(lan.receives(/Nộp sáng kiến/)).not.toContain('Rà soát hộ nghèo');
});

test('what waits behind a damaged message, in or out, is answered and sent', async () => {
  await office.join('Lan');
  lan = await office.person('Lan');
  await sql(
    `INSERT INTO "Notice" (key, kind, "chatId", content, "createdAt")
     SELECT 'damaged', 'word', id, '{"lines": "bí mật"}', now() FROM "Chat" WHERE "externalId" LIKE '%Lan'`,
  );
  await sql(
    `INSERT INTO "Update" (platform, "externalId", lane, payload, "receivedAt")
     SELECT 'console', 'damaged', 'console ' || "externalId", '{"id": "bí mật"}', now()
     FROM "Chat" WHERE "externalId" LIKE '%Lan'`,
  );
  await lan.says('/help');
  lan.receives(/./);
  expect(await sql(`SELECT state, "lastFailure" FROM "Notice" WHERE key = 'damaged'`)).toEqual([
    { state: 'undeliverable', lastFailure: 'unreadable' },
  ]);
  expect(await sql(`SELECT state FROM "Update" WHERE "externalId" = 'damaged'`)).toEqual([
    { state: 'failed' },
  ]);
});

test('the error names the table, the row and the fields, and not what stands in them', () => {
  const damage: string[] = [];
  const rows = [
    { id: 7, deadline: { kind: 'bí mật', text: 7 } },
    { id: 8, deadline: { kind: 'none', text: 'khi có hướng dẫn' } },
  ];
  const read = readable(rows, storedDeadline, ({ name, message }) => damage.push(`${name}: ${message}`));
  expect(read).toEqual([rows[1]?.deadline]);
  expect(damage).toEqual(['StoredOtherwise: Task 7, deadline, in the database cannot be read: kind, text']);
  const payload = { platform: 'zalo', id: '1', chat: { id: 'bí mật' }, event: { type: 'bí mật' } };
  expect(() => storedUpdate({ id: 3, payload })).toThrow(
    /^Update 3, payload, in the database cannot be read: chat\.kind, event\.type$/,
  );
});
