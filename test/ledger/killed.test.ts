/** A process is killed at the worst moment. Nothing is lost; a message comes twice only where nobody can know. */
import { afterEach, describe, expect, test } from 'vitest';
import { SENDING_LEASE_MS } from '../../src/services/deliver-chat.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';
import { ArrivalsFile, OfficeProcess } from '../support/ledger-child.ts';
import { LedgerOffice, MONDAY } from '../support/ledger-office.ts';
import type { ProcessOptions } from '../support/ledger-process.ts';

describe.each(DATABASES.filter(({ isHere }) => isHere))('$name', ({ create }) => {
  let database: TestDatabase;
  let arrivals: ArrivalsFile;
  afterEach(async () => {
    await database.remove();
    arrivals.remove();
  });

  /** An office at the same database as the killed process, before it or after it. */
  async function inOffice<Result>(work: (office: LedgerOffice) => Promise<Result>): Promise<Result> {
    const opened = await openStorage(database.place);
    try {
      return await work(new LedgerOffice(opened));
    } finally {
      await opened.close();
    }
  }

  /** Lan's reminder and a reply wait; the process that sends them dies in the middle. */
  async function killedSender(dies: ProcessOptions['dies'], textLimit = 4096): Promise<void> {
    database = await create();
    arrivals = new ArrivalsFile();
    const chatId = await inOffice(async (office) => {
      await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-27' }]);
      const lan = await office.chatWith('Lan');
      await office.plan();
      await office.owes(lan, 'tin sau');
      return lan.id;
    });
    const sender = await OfficeProcess.start({
      place: database.place,
      now: MONDAY,
      arrivals: arrivals.path,
      textLimit,
      ...(dies ? { dies } : {}),
    });
    await sender.runToDeath({ do: 'deliver', chatId });
  }

  /** The next process starts at once, and looks again when the dead one's claim has run out. */
  async function recovery(textLimit = 4096): Promise<{ atOnce: string[]; afterLease: string[] }> {
    return inOffice(async (office) => {
      office.console.textLimit = textLimit;
      await office.deliverOwed();
      const atOnce = office.console.arrivals();
      office.later(SENDING_LEASE_MS);
      await office.deliverOwed();
      const afterLease = office.console.arrivals();
      await office.deliverOwed();
      expect(office.console.arrivals(), 'sent once more').toEqual([]);
      expect(await office.storage.outbox.isEmpty()).toBe(true);
      return { atOnce, afterLease };
    });
  }

  test('between claim and send: the message goes out once, when the claim has run out', async () => {
    await killedSender({ inSend: 1, when: 'before-arrival' });
    expect(arrivals.read()).toEqual([]);
    expect(await recovery()).toEqual({ atOnce: [], afterLease: ['lan: #1', 'lan: tin sau'] });
  });

  test('between send and record: one copy more, because a duplicate beats a miss', async () => {
    await killedSender({ inSend: 1, when: 'after-arrival' });
    expect(arrivals.read()).toEqual(['lan: #1']);
    expect(await recovery()).toEqual({ atOnce: [], afterLease: ['lan: #1', 'lan: tin sau'] });
  });

  test('between two parts of a message: each part comes once', async () => {
    await killedSender({ inSend: 3, when: 'before-arrival' }, 80);
    const before = arrivals.read();
    const { afterLease } = await recovery(80);
    expect(before).toHaveLength(2);
    expect([...before, ...afterLease]).toEqual([
      'lan: 🔔 Nhắc việc thứ Hai, 24/11/2025',
      expect.stringContaining('Nguyễn Thị Lan'),
      'lan: #1',
      expect.stringContaining('xong 1'),
      'lan: tin sau',
    ]);
  });
});
