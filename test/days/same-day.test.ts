/** The same fortnight on every platform leaves the same ledger behind, and says the same words. */
import { expect, test } from 'vitest';
import { embeddedDatabase } from '../support/databases.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type OpenDatabase, openedOnce } from '../support/open-database.ts';
import { Fortnight } from '../support/same-days/fortnight.ts';
import { ledgerIn, type Notice } from '../support/same-days/ledger.ts';
import { type Chat, WORLDS, type World } from '../support/same-days/world.ts';
import { TestOffice } from '../support/test-office.ts';

/**
 * Where the platforms may differ, and why. What matches is taken out of the words before they are compared; a
 * difference that is not here fails.
 */
const DIFFERENCES: [pattern: RegExp, why: string][] = [
  [/\nTrả lời \d+[^\n]*$/, 'without buttons the choices stand as numbers in the last line'],
  [/\nNếu là lựa chọn \d+ trong tin trước[^\n]*/g, 'a number may have been meant as one of those'],
];

async function fortnightOn(world: World) {
  const database = await openedOnce(embeddedDatabase);
  try {
    const chats = await played(world, database);
    const { tables, notices } = await ledgerIn(database, chats);
    return { tables, words: Object.fromEntries(chats.map((chat) => [chat.name, wordsIn(chat, notices)])) };
  } finally {
    await world.stop();
  }
}

async function played(world: World, database: OpenDatabase): Promise<Chat[]> {
  const office = await TestOffice.open('2026-11-16 08:00', { ...world.office, database });
  try {
    await office.hires(LAM_SON);
    const chats = await new Fortnight(world, office).play();
    await office.settle();
    office.nothingElse();
    return chats;
  } finally {
    await office.close();
  }
}

/** Message by message of the office; what a platform's limit has parted is put together again. */
function wordsIn(chat: Chat, notices: Notice[]): string[] {
  const texts = new Map(chat.received().map(({ id, text }) => [id, text]));
  const own = notices.filter((one) => one.chat === chat.name && one.messageIds.length > 0);
  const told = own.map(({ messageIds }) => messageIds.map((id) => texts.get(id)).join('\n'));
  expect(own.flatMap(({ messageIds }) => messageIds).toSorted(), chat.name).toEqual(
    [...texts.keys()].toSorted(),
  );
  return told.map((text) =>
    DIFFERENCES.reduce((left, [pattern]) => left.replace(pattern, ''), text.replaceAll(/\n+/g, '\n')),
  );
}

const [first, ...others] = WORLDS;
let asTold: Awaited<ReturnType<typeof fortnightOn>> | undefined;

test.each(others)('a fortnight on $name is the same as on the first platform', async ({ open }) => {
  asTold ??= await fortnightOn((await first?.open()) as World);
  const other = await fortnightOn(await open());
  for (const [table, rows] of Object.entries(asTold.tables)) {
    expect(rows.length, table).toBeGreaterThan(0);
    expect.soft(other.tables[table], table).toEqual(rows);
  }
  for (const [chat, words] of Object.entries(asTold.words)) {
    expect.soft(other.words[chat], chat).toEqual(words);
  }
});
