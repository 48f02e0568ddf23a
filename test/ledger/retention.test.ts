/** What is old goes at night, and of somebody who has left all but what is the office's own. */
import { expect, test } from 'vitest';
import { reportedWork } from '../../src/services/figures/reported-work.ts';
import { Purge } from '../../src/services/office/purge.ts';
import { changeMember, removeMember } from '../../src/services/people/change-members.ts';
import { forgetMember } from '../../src/services/people/forget-member.ts';
import { onEachDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

const DAY_MS = 24 * 3600_000;
const keep = { messagesDays: 400, auditDays: 1830 };

onEachDatabase((database) => {
  /** Monday: both tasks are due tomorrow, Lan has reported hers, and a message of Minh's waits. */
  async function livedIn() {
    const office = new LedgerOffice(database.opened, { now: '2025-11-24 07:45' });
    await office.opens([
      { lead: 'Phòng Kinh tế', due: '2025-11-25' },
      { lead: 'Văn phòng', due: '2025-11-25' },
    ]);
    const lan = await office.chatWith('Lan');
    await office.chatWith('Minh');
    await office.chatWith('Thu');
    await office.plan();
    await office.deliverOwed();
    office.console.arrivals();
    await says(office, 'lan', 'xong 1 https://nhandan.vn/lan-da-lam');
    await office.handle('console lan');
    await office.deliverOwed();
    await says(office, 'minh', 'chưa ai đọc');
    const [{ id: officeId } = { id: 0 }] = await office.storage.offices.all();
    const kept = async () => ({
      board: await office.storage.plans.board(officeId),
      work: await reportedWork(office.storage, officeId),
    });
    return { office, lan, officeId, kept };
  }

  async function says(office: LedgerOffice, who: string, text: string) {
    const { linkAccount } = office.storage.offices;
    const given = who === 'lan' ? 'Lan' : 'Minh';
    await linkAccount((await office.member(given)).id, 'console', who, office.clock.now());
    await office.receive({
      platform: 'console',
      id: `${who} ${text}`,
      chat: { id: who, kind: 'private' },
      from: { id: who, name: `Chị ${who} ở chợ` },
      event: { type: 'message', messageId: '5', text, addressed: true, attachments: [] },
    });
  }

  const counts = async () => {
    const found: Record<string, number> = {};
    for (const table of ['Update', 'Notice', 'Change', 'AuditEntry', 'Report', 'Evidence', 'Reminder']) {
      const [row] = await database.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM public."${table}"`,
      );
      found[table] = row?.count ?? 0;
    }
    return found;
  };

  const after = (office: LedgerOffice, days: number) => {
    office.later(days * DAY_MS);
    const { storage, clock } = office;
    return new Purge({ storage, clock, keep }).step();
  };

  test('nothing goes before its time; then messages go, but not what waits nor what is still owed; figures and evidence stay', async () => {
    const { office, kept } = await livedIn();
    const [before, all] = [await kept(), await counts()];
    expect(all).toMatchObject({ Update: 2, Report: 1, Evidence: 1 });
    await after(office, 399);
    expect(await counts()).toEqual(all);
    await after(office, 2);
    const left = await counts();
    expect(left).toEqual({ ...all, Update: 1, Change: 0, Notice: left.Notice });
    expect(left.Notice).toBeLessThan(all.Notice ?? 0);
    // The reminder of the date that nobody has reported on.
    const rows = await database.sql<{ lastDay: string; told: boolean }>(
      `SELECT "lastDay", "noticeId" IS NOT NULL AS told FROM public."Reminder"
       JOIN public."Occurrence" AS date ON date.id = "occurrenceId" WHERE state = 'open'`,
    );
    expect(rows.map(({ told }) => told)).not.toContain(false);
    expect(await kept()).toEqual(before);
    await after(office, 1430);
    expect((await counts()).AuditEntry).toBe(0);
    expect(await kept()).toEqual(before);
  });

  test('what can still be undone stays, and the next morning tells nothing twice', async () => {
    const { office } = await livedIn();
    await office.at('2025-11-24 23:30');
    await after(office, 0);
    expect((await counts()).Change).toBeGreaterThan(0);
    await after(office, 401);
    office.console.arrivals();
    office.at('2027-01-04 07:45');
    await office.plan();
    await office.deliverOwed();
    const told = office.console.arrivals();
    expect(told.filter((one) => one.includes('#1'))).toEqual([]);
  });

  test('it goes in small steps, the oldest first', async () => {
    const { office } = await livedIn();
    office.later(401 * DAY_MS);
    const { retention } = office.storage;
    const all = (await counts()).AuditEntry ?? 0;
    expect(await retention.purge('audit', office.clock.now(), 1)).toBe(1);
    expect((await counts()).AuditEntry).toBe(all - 1);
  });

  test('of somebody who has left nothing is found any more but what is the office’s own', async () => {
    const { office, officeId, kept } = await livedIn();
    const { storage, clock } = office;
    const request = { organizationId: officeId, by: null, updateId: null, at: clock.now() };
    const lan = await office.member('Lan');
    await storage.transaction((store) => changeMember(store, request, { id: lan.id }, '0912 345 678'));
    expect((await office.member('Lan')).phone).toBe('0912345678');
    const person = { ...lan, active: true };
    expect(await storage.transaction((store) => forgetMember(store, person, clock.now()))).toEqual({
      kind: 'still-here',
    });
    await storage.transaction((store) => removeMember(store, request, { id: lan.id }));
    const before = await kept();
    const outcome = await storage.transaction((store) => forgetMember(store, person, clock.now()));
    expect(outcome).toMatchObject({ kind: 'forgotten', forgotten: { accounts: 1, messages: 1 } });
    expect(await kept()).toEqual(before);

    const everything = await database.sql<{ row: string }>(
      `SELECT query_to_xml('SELECT * FROM public."' || tablename || '"', true, false, '')::text AS row
       FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^[A-Z]'`,
    );
    const text = everything.map(({ row }) => row).join('\n');
    for (const gone of ['0912345678', 'Chị lan ở chợ', 'console lan']) expect(text).not.toContain(gone);
    expect(text, 'the evidence').toContain('https://nhandan.vn/lan-da-lam');
    expect(text, 'the name').toContain('Nguyễn Thị Lan');
    expect(text, 'that somebody was reminded').toContain(`member:${lan.id}`);
    expect(await storage.offices.memberByAccount('console', 'lan')).toBeNull();
  });
});
