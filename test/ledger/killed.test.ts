/** A process is killed at the worst moment. Nothing is lost; a message comes twice only where nobody can know. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeOver } from '../../src/services/delivery/reconcile.ts';
import { CLAIM_LEASE_MS } from '../../src/services/ports/outbox.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';
import { ArrivalsFile, OfficeProcess } from '../support/ledger-child.ts';
import { LedgerOffice, MONDAY } from '../support/ledger-office.ts';
import type { Command, Death } from '../support/ledger-process.ts';

/** Whoever was at a message for so long has probably died. */
const UNANSWERED_MS = 16_000;

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

  beforeEach(async () => {
    database = await create();
    arrivals = new ArrivalsFile();
  });

  /** Lan's reminder and a reply wait; the process that sends them dies in the middle. */
  async function killedSender(dies: Death, textLimit = 4096): Promise<void> {
    const chatId = await inOffice(async (office) => {
      await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-27' }]);
      const lan = await office.chatWith('Lan');
      await office.plan();
      await office.owes(lan, 'tin sau');
      return lan.id;
    });
    await killed(dies, { do: 'deliver', chatId }, textLimit);
  }

  async function killed(dies: Death, amid: Command, textLimit = 4096): Promise<void> {
    const options = { place: database.place, now: MONDAY, arrivals: arrivals.path, textLimit, dies };
    await (await OfficeProcess.start(options)).runToDeath(amid);
  }

  /** The next process starts at once, and looks again when the dead one's claim has run out. */
  async function recovery(textLimit = 4096): Promise<{ atOnce: string[]; afterLease: string[] }> {
    return inOffice(async (office) => {
      office.console.textLimit = textLimit;
      await office.deliverOwed();
      const atOnce = office.console.arrivals();
      office.later(CLAIM_LEASE_MS);
      await takeOver(office.deps);
      for (const chatId of office.wakes.chats()) await office.deliver(chatId);
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

  test('while a report is recorded: it is recorded and answered once, by the next process', async () => {
    await inOffice(async (office) => {
      await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-27' }]);
      const { id } = await office.member('Lan');
      await office.storage.offices.linkAccount(id, 'console', 'lan', office.clock.now());
      await office.receive({
        platform: 'console',
        id: 'update-1',
        chat: { id: 'lan', kind: 'private' },
        from: { id: 'lan', name: 'Lan' },
        event: { type: 'message', messageId: '1', text: 'xong 1', addressed: true, attachments: [] },
      });
    });
    await killed('before-commit', { do: 'handle', lane: 'console lan' });
    await inOffice(async (office) => {
      expect(await office.reportsOn(1)).toEqual([]);
      await takeOver(office.deps);
      expect(office.wakes.lanes()).toEqual([]);
      office.later(UNANSWERED_MS);
      await takeOver(office.deps);
      const lanes = office.wakes.lanes();
      expect(lanes).toEqual(['console lan']);
      for (const lane of [...lanes, ...lanes]) await office.handle(lane);
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: #1']);
      expect(await office.reportsOn(1)).toEqual(['Nguyễn Thị Lan']);
    });
  });
});
