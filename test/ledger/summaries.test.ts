/** The summaries of a week and of a month: on time, or late the same week, exactly once, and never lost. */
import { expect, test } from 'vitest';
import { planDue } from '../../src/services/reminders/plan-due.ts';
import { planSummaries } from '../../src/services/reminders/plan-summaries.ts';
import { onOneDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

const SUMMARIES = { atWork: [planSummaries] };

onOneDatabase((database) => {
  /** One task is overdue; the clerk Thu, the head Hạnh and the officer Lan have joined. */
  async function openOffice(now = '2025-11-14 10:00') {
    const office = new LedgerOffice(database.opened, { now });
    await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-20' }]);
    for (const name of ['Thu', 'Hạnh', 'Lan']) await joins(office, name);
    return office;
  }

  async function joins(office: LedgerOffice, name: string) {
    const chat = await office.chatWith(name);
    const { id } = await office.member(name);
    await office.storage.offices.linkAccount(id, 'console', chat.address.id, office.clock.now());
  }

  async function at(office: LedgerOffice, moment: string): Promise<string[]> {
    office.at(moment);
    await office.plan(SUMMARIES);
    await office.deliverOwed();
    return office.console.sent
      .splice(0)
      .map(({ chat, lines }) => `${chat.id}: ${lines[0]?.text.replace(/ \d.*$/, '')}`);
  }

  const BOTH = ['hanh: 🗓 Tổng hợp tuần', 'thu: 🗓 Tổng hợp tuần'];

  test('on the first working morning of the week, to clerks and heads, once', async () => {
    const office = await openOffice();
    expect(await at(office, '2025-11-17 07:44')).toEqual([]);
    expect((await at(office, '2025-11-17 07:45')).toSorted()).toEqual(BOTH);
    for (const moment of ['2025-11-17 07:46', '2025-11-18 07:45', '2025-11-21 17:00', '2025-11-22 09:00']) {
      expect(await at(office, moment)).toEqual([]);
    }
    expect((await at(office, '2025-11-24 07:45')).toSorted()).toEqual(BOTH);
  });

  test('later that week when nobody ran that morning; in the next only that of the next', async () => {
    const office = await openOffice();
    expect((await at(office, '2025-11-20 14:20')).toSorted()).toEqual(BOTH);
    expect((await at(office, '2025-12-09 09:00')).toSorted()).toEqual([
      'hanh: 🗓 Tổng hợp tháng',
      'hanh: 🗓 Tổng hợp tuần',
      'thu: 🗓 Tổng hợp tháng',
      'thu: 🗓 Tổng hợp tuần',
    ]);
  });

  test('on Thursday where the office itself does not work until then', async () => {
    const office = await openOffice();
    const [{ id = 0 } = {}] = await office.storage.offices.all();
    const daysOff = ['2025-11-17', '2025-11-18', '2025-11-19'];
    await office.storage.offices.setSettings(id, { daysOff });
    for (const day of daysOff) expect(await at(office, `${day} 07:45`)).toEqual([]);
    expect((await at(office, '2025-11-20 07:45')).toSorted()).toEqual(BOTH);
  });

  test('turned off, or on another day, by the office’s settings; and the day changed twice tells no week twice', async () => {
    const office = await openOffice();
    const [{ id = 0 } = {}] = await office.storage.offices.all();
    await office.storage.offices.setSettings(id, { weeklyOn: null });
    expect(await at(office, '2025-11-17 07:45')).toEqual([]);
    await office.storage.offices.setSettings(id, { weeklyOn: 3 });
    expect(await at(office, '2025-11-18 07:45')).toEqual([]);
    expect((await at(office, '2025-11-19 07:45')).toSorted()).toEqual(BOTH);
    await office.storage.offices.setSettings(id, { weeklyOn: 5 });
    expect(await at(office, '2025-11-21 07:45')).toEqual([]);
  });

  test('once, though several processes plan', async () => {
    const office = await openOffice();
    office.at('2025-11-17 07:45');
    const other = new LedgerOffice(database.opened, { now: '2025-11-17 07:45' });
    await Promise.all([office.plan(SUMMARIES), other.plan(SUMMARIES), office.plan(SUMMARIES)]);
    await office.deliverOwed();
    expect(office.console.sent).toHaveLength(2);
  });

  test('written down by a process that died before it woke anybody, it is found and sent', async () => {
    const office = await openOffice();
    office.at('2025-11-17 07:45');
    const dies = { wake: () => Promise.reject(new Error('killed')) };
    await expect(planDue({ ...office.deps, queue: dies }, SUMMARIES)).rejects.toThrow(/killed/);
    expect((await at(office, '2025-11-17 07:50')).toSorted()).toEqual(BOTH);
    expect(await at(office, '2025-11-17 07:51')).toEqual([]);
  });

  test('of two weeks in which nothing could be sent one comes; the month’s is another', async () => {
    const office = await openOffice();
    office.console.failNext({ kind: 'out-of-service', retryAfterMs: 300_000 });
    await at(office, '2025-11-17 07:45');
    expect(await at(office, '2025-11-24 07:45')).toHaveLength(2);
    expect(await at(office, '2025-12-01 07:45')).toHaveLength(4);
  });

  test('not to whoever has joined since that morning', async () => {
    const office = new LedgerOffice(database.opened, { now: '2025-11-17 09:00' });
    await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-20' }]);
    await joins(office, 'Thu');
    expect(await at(office, '2025-11-18 07:45')).toEqual([]);
    expect(await at(office, '2025-11-24 07:45')).toEqual(['thu: 🗓 Tổng hợp tuần']);
  });

  test('nothing is sent where there is nothing to say', async () => {
    const office = new LedgerOffice(database.opened, { now: '2025-11-14 10:00' });
    await office.opens([]);
    await joins(office, 'Thu');
    expect(await at(office, '2025-11-17 07:45')).toEqual([]);
    expect(await database.sql('SELECT kind, state FROM "Notice" ORDER BY id')).toEqual([
      { kind: 'hindered', state: 'dropped' },
      { kind: 'weekly', state: 'dropped' },
    ]);
  });
});
