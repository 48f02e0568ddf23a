/** The pieces of an album come one by one; whenever they come, they are one report, and a restart loses nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InboundUpdate } from '../../src/services/ports/messenger.ts';
import { onOneDatabase, type SuiteDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

const LANE = 'console lan';

function piece(album: string, index: number, text: string): InboundUpdate {
  const messageId = `${album}-${index}`;
  return {
    platform: 'console',
    id: messageId,
    chat: { id: 'lan', kind: 'private' },
    from: { id: 'lan', name: 'Lan' },
    event: {
      type: 'message',
      messageId,
      text,
      addressed: true,
      attachments: [{ kind: 'photo', fileId: messageId }],
      album,
    },
  };
}

async function openOffice(database: SuiteDatabase): Promise<LedgerOffice> {
  const office = new LedgerOffice(database.opened);
  await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-27' }]);
  const lan = await office.member('Lan');
  await office.storage.offices.linkAccount(lan.id, 'console', 'lan', office.clock.now());
  await office.chatWith('Lan');
  return office;
}

/** The lane is looked at, and time passes until nothing of it waits. */
async function handled(office: LedgerOffice): Promise<void> {
  let isOver = false;
  const handling = office.handle(LANE).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    if (office.clock.isWaitedFor) office.later(2_000);
    await new Promise(setImmediate);
  }
  await handling;
}

async function answers(office: LedgerOffice): Promise<string[]> {
  await office.deliverOwed();
  return office.console.sent.splice(0).map(({ lines }) => lines.map(({ text }) => text).join(' '));
}

const evidence = (database: SuiteDatabase) =>
  database.sql(`SELECT value FROM "Evidence" ORDER BY value`) as Promise<{ value: string }[]>;
const dueReports = (database: SuiteDatabase) => database.sql(`SELECT text FROM "Report" WHERE text <> ''`);

onOneDatabase((database) => {
  test('a process that ends while it waits leaves everything to the next', async () => {
    const office = await openOffice(database);
    await office.receive(piece('a', 1, ''));
    void office.handle(LANE);
    await office.receive(piece('a', 2, 'xong 1'));
    const next = new LedgerOffice(database.opened, { now: '2025-11-24 07:50' });
    await handled(next);
    expect(await answers(next)).toEqual([
      expect.stringMatching(/Đã ghi nhận #1.*tệp đính kèm; tệp đính kèm/),
    ]);
  });

  test('one report and all pieces, in whatever bursts they come and wherever the words stand', async () => {
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
          fc.nat(),
          async (bursts, at) => {
            const office = await openOffice(database);
            const count = bursts.reduce((sum, burst) => sum + burst, 0);
            let sent = 0;
            for (const burst of bursts) {
              for (const end = sent + burst; sent < end; sent++) {
                await office.receive(piece('a', sent, sent === at % count ? 'xong 1' : ''));
              }
              await handled(office);
            }
            expect(await dueReports(database)).toEqual([{ text: 'xong 1' }]);
            const values = Array.from({ length: count }, (_, index) => ({ value: `console:a-${index}` }));
            expect(await evidence(database)).toEqual(values);
            const said = await answers(office);
            expect(said.filter((text) => /Đã ghi nhận #1/.test(text))).toHaveLength(1);
          },
        )
        .afterEach(() => database.empty()),
      { numRuns: 8 },
    );
  });
});
