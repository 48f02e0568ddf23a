/** What the bot could not do is counted, and told once a week to each clerk, whoever plans and however often. */
import { expect, test } from 'vitest';
import { noteFeedback } from '../../src/services/reminders/note-feedback.ts';
import { onEachDatabase } from '../support/databases.ts';
import { instantOf, LedgerOffice } from '../support/ledger-office.ts';

onEachDatabase((database) => {
  async function openOffice() {
    const office = new LedgerOffice(database.opened, { now: '2025-11-19 10:00' });
    await office.opens([]);
    const thu = await office.chatWith('Thu');
    const { id, organizationId } = await office.member('Thu');
    await office.storage.offices.linkAccount(id, 'console', thu.address.id, office.clock.now());
    let updateId = 0;
    const hears = (words: string, moment: string) => {
      updateId += 1;
      const saying = { organizationId, memberId: id, updateId, at: instantOf(moment) };
      return office.storage.transaction((store) => store.feedback.notUnderstood(words, saying));
    };
    return { office, hears, organizationId };
  }

  async function notesAt(office: LedgerOffice, moment: string): Promise<number> {
    office.at(moment);
    await Promise.all([office.plan({ atWork: [noteFeedback] }), office.plan({ atWork: [noteFeedback] })]);
    await office.deliverOwed();
    return office.console.arrivals().length;
  }

  test('what is said the third time after that morning waits a week, and is told of even late in it', async () => {
    const { office, hears } = await openOffice();
    for (const day of ['19', '20', '21']) await hears('cai # em gui roi', `2025-11-${day} 10:00`);
    await hears('trang lu', '2025-11-21 11:00');
    await hears('trang lu', '2025-11-21 12:00');
    expect(await notesAt(office, '2025-11-24 07:45')).toBe(1);
    await hears('trang lu', '2025-11-24 09:00');
    expect(await notesAt(office, '2025-11-28 16:00')).toBe(0);
    expect(await notesAt(office, '2025-12-04 15:00')).toBe(1);
    expect(await notesAt(office, '2025-12-08 07:45')).toBe(0);
  });

  test('of two weeks in which nothing could be sent, one note comes with what is new in both', async () => {
    const { office, hears } = await openOffice();
    for (const day of ['19', '20', '21']) await hears('cai # em gui roi', `2025-11-${day} 10:00`);
    office.console.failNext({ kind: 'out-of-service', retryAfterMs: 300_000 });
    expect(await notesAt(office, '2025-11-24 07:45')).toBe(0);
    for (const day of ['24', '25', '26']) await hears('trang lu', `2025-11-${day} 10:00`);
    office.at('2025-12-01 07:45');
    await office.plan({ atWork: [noteFeedback] });
    await office.deliverOwed();
    const [note, ...others] = office.console.arrivals();
    expect(others).toEqual([]);
    expect(note).toMatch(/cai # em gui roi.*trang lu/s);
  });

  test('what was understood in the end does not count, and what nobody says any more is forgotten', async () => {
    const { office, hears, organizationId } = await openOffice();
    const { feedback } = office.storage;
    const shown = async () =>
      (await feedback.ofOffice(organizationId)).map((item) => ('times' in item ? item.times : 0));
    for (const minute of ['00', '01', '02']) await hears('cai # em gui roi', `2025-11-19 10:${minute}`);
    expect(await shown()).toEqual([3]);
    await feedback.understood(2);
    await feedback.understood(2);
    expect(await shown()).toEqual([]);
    await hears('cai # em gui roi', '2025-11-20 10:00');
    expect(await shown()).toEqual([3]);
    await feedback.forget(instantOf('2025-11-20 10:00'));
    expect(await shown()).toEqual([3]);
    await feedback.forget(instantOf('2025-11-20 10:01'));
    expect(await shown()).toEqual([]);
  });
});
