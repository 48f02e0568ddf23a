/** A long file: its sender hears at once that it is being read, and the answer comes after. */
import { expect, test } from 'vitest';
import { announced } from '../../src/chat/reading/announce-reading.ts';
import type { InboundUpdate } from '../../src/services/ports/messenger.ts';
import { onEachDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

onEachDatabase((database) => {
  const update: InboundUpdate = {
    platform: 'console',
    id: '77',
    chat: { id: 'thu', kind: 'private' },
    event: { type: 'message', messageId: '1', text: '', addressed: true, attachments: [] },
  };
  const file = { kind: 'file', fileId: 'f', name: 'ke-hoach.pdf' } as const;

  function announcements() {
    return database.sql(`SELECT content FROM "Notice" WHERE key LIKE 'reading:%'`);
  }

  test('a file that takes long is announced once, however often it is tried', async () => {
    const office = new LedgerOffice(database.opened);
    const deps = { ...office.deps, locale: 'vi', patienceMs: 1 };
    for (let attempt = 0; attempt < 2; attempt++) {
      let read = (_result: string) => {};
      const reading = announced(deps, update, file, new Promise<string>((resolve) => (read = resolve)));
      while (office.wakes.wakes.length <= attempt) await new Promise((resolve) => setTimeout(resolve, 1));
      read('the plan');
      expect(await reading).toBe('the plan');
    }
    expect(await announcements()).toEqual([
      { content: { lines: [{ text: '⏳ Đang đọc ke-hoach.pdf, xin chờ trong giây lát…' }] } },
    ]);
  });

  test('a file that is read at once is not', async () => {
    const office = new LedgerOffice(database.opened);
    const deps = { ...office.deps, locale: 'vi', patienceMs: 60_000 };
    expect(await announced(deps, update, file, Promise.resolve('the plan'))).toBe('the plan');
    await expect(announced(deps, update, file, Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await announcements()).toEqual([]);
  });
});
