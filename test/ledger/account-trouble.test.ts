/** A platform's account that cannot send: clerks hear of it once, however often and by whomever it is told. */
import { expect, test } from 'vitest';
import { reportTrouble } from '../../src/services/watch/report-trouble.ts';
import type { AilmentWords } from '../../src/services/watch/tell-ailments.ts';
import { onEachDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

onEachDatabase((database) => {
  async function openOffice() {
    const office = new LedgerOffice(database.opened);
    await office.opens([]);
    const thu = await office.chatWith('Thu');
    const tell = (
      kind: 'token-refused' | 'used-up' | 'driven-out',
      words: AilmentWords = (ailment) => [{ text: ailment.kind }],
    ) => reportTrouble({ ...office.deps, words }, { platform: 'zalo-bot', kind });
    return { office, thu, tell };
  }

  test('an outage is told once, and its chat is woken once', async () => {
    const { office, thu, tell } = await openOffice();
    await Promise.all([tell('token-refused'), tell('token-refused')]);
    office.later(60_000);
    await tell('token-refused');
    expect(office.wakes.chats()).toEqual([thu.id]);
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['thu: refused']);
  });

  test('one that turns out to need another remedy, and the next one, are told', async () => {
    const { office, tell } = await openOffice();
    await tell('used-up');
    await tell('token-refused');
    await office.storage.outages.end('zalo-bot', 'token-refused');
    office.later(60_000);
    await tell('token-refused');
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['thu: quota', 'thu: refused', 'thu: refused']);
  });

  test('an account that was driven out still sends: clerks who have nothing else hear it from itself', async () => {
    const { office, thu } = await openOffice();
    const tell = (platform: 'console' | 'zalo', kind: 'driven-out' | 'signed-out') =>
      reportTrouble({ ...office.deps, words: ({ kind: what }) => [{ text: what }] }, { platform, kind });
    await tell('console', 'signed-out');
    expect(office.wakes.chats()).toEqual([]);
    await tell('console', 'driven-out');
    expect(office.wakes.chats()).toEqual([thu.id]);
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['thu: ousted']);
  });

  test('what could not be told is not taken for told', async () => {
    const { office, tell } = await openOffice();
    const dies = () => {
      throw new Error('the process dies');
    };
    await expect(tell('token-refused', dies)).rejects.toThrow('the process dies');
    expect((await office.storage.outages.present()).size).toBe(0);
    await tell('token-refused');
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['thu: refused']);
  });
});
