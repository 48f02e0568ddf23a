/** Somebody looks over the planner's shoulder, by questions of their own. */
import { expect, test } from 'vitest';
import { noMeter } from '../../src/services/ports/meter.ts';
import { Auditor } from '../../src/services/watch/auditor.ts';
import { onEachDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

onEachDatabase((database) => {
  /** Tuesday; #1 was due on Friday, #2 is due today, #3 on Thursday. */
  async function openOffice() {
    const office = new LedgerOffice(database.opened, { now: '2025-11-20 10:00' });
    await office.opens([
      { lead: 'Phòng Kinh tế', due: '2025-11-21' },
      { lead: 'Văn phòng', due: '2025-11-25' },
      { lead: 'Văn phòng', due: '2025-11-27' },
    ]);
    await office.chatWith('Lan');
    await office.chatWith('Minh');
    await office.chatWith('Thu');
    let counted = 0;
    const meter = {
      ...noMeter,
      untold(dates: number) {
        counted += dates;
      },
    };
    const auditor = new Auditor({ ...office.deps, meter });
    const found = async () => (await auditor.audit()).map(({ words }) => words.replace(/^.*: /, ''));
    office.at('2025-11-25 07:45');
    return { office, found, counted: () => counted };
  }

  test('a planner that does its work leaves nothing to find', async () => {
    const { office, found } = await openOffice();
    await office.plan();
    office.later(5 * 60_000);
    expect(await found()).toEqual([]);
    await office.deliverOwed();
    office.at('2025-11-26 09:00');
    await office.plan();
    expect(await found()).toEqual([]);
  });

  test('what nobody has planned is found once the planner has had its time, and counted once', async () => {
    const { office, found, counted } = await openOffice();
    office.later(5 * 60_000 - 1);
    expect(await found()).toEqual([]);
    office.later(1);
    expect(await found()).toEqual(['#1, #2.']);
    expect(await found()).toEqual(['#1, #2.']);
    expect(counted()).toBe(2);
    await office.plan();
    expect(await found()).toEqual([]);
  });

  test('a reminder that was lost on the way is found, though it was planned', async () => {
    const { office, found } = await openOffice();
    await office.plan();
    await database.sql(`UPDATE "Notice" SET state = 'dropped' WHERE id IN (
      SELECT "noticeId" FROM "Reminder" JOIN "Occurrence" ON "Occurrence".id = "occurrenceId" WHERE "lastDay" = '2025-11-25')`);
    office.later(10 * 60_000);
    expect(await found()).toEqual(['#2.']);
  });

  test('what was reported is not owed; what is changed after the morning is the next one’s', async () => {
    const { office, found } = await openOffice();
    await office.reports('Lan', 1);
    office.later(10 * 60_000);
    expect(await found()).toEqual(['#2.']);
    const { storage } = office;
    const [{ id: organizationId } = { id: 0 }] = await storage.offices.all();
    const entry = {
      organizationId,
      at: office.clock.now(),
      memberId: null,
      updateId: null,
      action: 'set-deadline',
    };
    await storage.audit.add({ ...entry, subject: 'task:3' });
    expect(await found()).toEqual(['#2.']);
    await storage.audit.add({ ...entry, subject: 'task:2' });
    expect(await found()).toEqual([]);
  });

  test('on days off, in the evening and where nobody can be told nothing is missed', async () => {
    const { office, found } = await openOffice();
    office.at('2025-11-25 18:30');
    expect(await found()).toEqual([]);
    office.at('2025-11-29 09:00');
    expect(await found()).toEqual([]);
    await database.sql(`UPDATE "Chat" SET unreachable = 'blocked'`);
    office.at('2025-11-26 09:00');
    expect(await found()).toEqual([]);
  });
});
