/** The service says what is wrong with it: to whoever asks, to whoever waits for its heartbeat, and to the clerks. */
import { expect, test } from 'vitest';
import { ailmentWords } from '../../src/chat/words/ailment-words.ts';
import type { PlatformName } from '../../src/services/ports/messenger.ts';
import type { Deafness } from '../../src/services/ports/surroundings.ts';
import { Auditor } from '../../src/services/watch/auditor.ts';
import { Examiner } from '../../src/services/watch/examine.ts';
import { reportTrouble } from '../../src/services/watch/report-trouble.ts';
import { Watch } from '../../src/services/watch/watch-office.ts';
import { onEachDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

const MINUTE = 60_000;

onEachDatabase((database) => {
  async function openOffice(now?: string) {
    const office = new LedgerOffice(database.opened, now ? { now } : {});
    await office.opens([]);
    const thu = await office.chatWith('Thu');
    const world = {
      deaf: new Map<PlatformName, Deafness>(),
      listenedTo: [] as PlatformName[],
      freeBytes: 1e12,
      queue: null as Error | null,
      beats: 0,
    };
    const examiner = new Examiner({
      ...office.deps,
      surroundings: {
        deaf: () => world.deaf,
        listenedTo: world.listenedTo,
        freeBytes: async () => world.freeBytes,
        tryQueue: async () => {
          if (world.queue) throw world.queue;
        },
      },
    });
    const aWatch = () =>
      new Watch({
        ...office.deps,
        examiner,
        auditor: new Auditor(office.deps),
        words: ailmentWords,
        heartbeat: {
          async beat() {
            world.beats += 1;
          },
        },
      });
    const watch = aWatch();
    /** A look every minute. */
    const pass = async (minutes: number, by = watch) => {
      for (let minute = 0; minute < minutes; minute++) {
        office.later(MINUTE);
        await by.look();
      }
    };
    const wrong = async () => {
      const { own, others } = await examiner.examine();
      return [...own, ...others].map(({ kind, words }) => `${kind}: ${words}`);
    };
    /** What Thu, the clerk, has heard since the last look. */
    const heard = async () => {
      await office.deliverOwed();
      return office.console.arrivals();
    };
    return { office, thu, world, watch, aWatch, pass, wrong, heard };
  }

  test('all is well: the heart beats and nobody is told', async () => {
    const { world, pass, wrong, heard } = await openOffice();
    await pass(3);
    expect(await wrong()).toEqual([]);
    expect(world.beats).toBe(3);
    expect(await heard()).toEqual([]);
  });

  test('what is owed for more than five minutes is late, in whichever lane', async () => {
    const { office, thu, world, pass, wrong } = await openOffice();
    await office.owes(thu, 'xin chào');
    office.later(5 * MINUTE - 1);
    expect(await wrong()).toEqual([]);
    office.later(1);
    expect(await wrong()).toEqual([
      expect.stringMatching(
        /^late: 1 message to office \d+ owed for more than 5 minutes, the oldest since 2025-11-24 07:45\.$/,
      ),
    ]);
    await pass(1);
    expect(world.beats).toBe(0);
    await office.deliverOwed();
    await office.receive({
      platform: 'console',
      id: '1',
      chat: { id: 'thu', kind: 'private' },
      event: { type: 'reaction', messageId: '1' },
    });
    office.later(5 * MINUTE);
    expect(await wrong()).toEqual([expect.stringMatching(/^late: 1 message received and not handled/)]);
  });

  test('a platform that is silent for a moment is not ill; one that stays so is, and the clerk hears it once, and once that it is over', async () => {
    const { office, world, pass, aWatch, wrong, heard } = await openOffice();
    world.deaf.set('telegram', { kind: 'silent', why: 'connection: ECONNREFUSED' });
    expect(await wrong()).toEqual([]);
    office.later(MINUTE);
    expect(await wrong()).toEqual(['silent: Telegram is silent: connection: ECONNREFUSED.']);
    await pass(9);
    expect(await heard()).toEqual([]);
    await pass(2);
    expect(await heard()).toEqual([
      expect.stringMatching(/^thu: ⚠️ Hơn 10 phút nay .* không liên lạc được với Telegram/),
    ]);
    // Another process, and this one started anew, tell it nobody again.
    await pass(5, aWatch());
    expect(await heard()).toEqual([]);
    world.deaf.clear();
    await pass(1);
    world.deaf.set('telegram', { kind: 'silent', why: 'connection: ECONNRESET' });
    await pass(2);
    expect(await heard(), 'it has come back at once').toEqual([]);
    world.deaf.clear();
    await pass(4);
    expect(await heard()).toEqual(['thu: ✅ Telegram hoạt động trở lại.']);
    await pass(5);
    expect(await heard()).toEqual([]);
    expect(await office.storage.ailments.over()).toEqual([]);
  });

  test('a platform to which no process listens is silent', async () => {
    const { office, world, wrong } = await openOffice();
    world.listenedTo.push('telegram');
    await office.storage.leases.take('telegram listener 7', 'a process', 20_000);
    office.later(MINUTE / 6);
    expect(await wrong()).toEqual([]);
    office.later(MINUTE);
    await wrong();
    office.later(MINUTE);
    expect(await wrong()).toEqual(['silent: Telegram is silent: no process listens to it.']);
  });

  test('what one process sees, /health of another says', async () => {
    const { world, pass, wrong } = await openOffice();
    world.freeBytes = 5 * 1024 * 1024;
    await pass(1);
    world.freeBytes = 1e12;
    expect(await wrong()).toEqual(['disk: The disk with the data is full: 5 MB are left.']);
    await pass(4);
    expect(await wrong()).toEqual([]);
  });

  test('what can wait is told when the office is at work; what is over by then is not told at all', async () => {
    const { office, world, pass, heard } = await openOffice('2025-11-24 21:00');
    world.freeBytes = 0;
    await pass(5);
    expect(await heard()).toEqual([]);
    office.at('2025-11-25 07:44');
    await pass(1);
    expect(await heard()).toEqual([expect.stringMatching(/^thu: ⚠️ Ổ đĩa/)]);
    office.at('2025-11-25 20:00');
    world.freeBytes = 1e12;
    await pass(5);
    expect(await heard()).toEqual([]);
    world.freeBytes = 0;
    await pass(5);
    world.freeBytes = 1e12;
    await pass(5);
    office.at('2025-11-26 08:00');
    await pass(1);
    expect(await heard()).toEqual([]);
  });

  test('a notice of it that has not gone out is taken back when it is over', async () => {
    const { world, pass, heard } = await openOffice();
    world.freeBytes = 0;
    await pass(1);
    world.freeBytes = 1e12;
    await pass(5);
    expect(await heard()).toEqual([]);
  });

  test('a session that is over is told at once, at any hour; that it works again, when the office is at work', async () => {
    const { office, pass, wrong, heard } = await openOffice('2025-11-24 21:00');
    await pass(4);
    const deps = { ...office.deps, words: ailmentWords };
    await reportTrouble(deps, { platform: 'zalo', kind: 'signed-out' });
    expect(await wrong()).toEqual([expect.stringMatching(/^session: Zalo: the session is over/)]);
    await pass(3);
    expect(await heard()).toEqual([expect.stringMatching(/^thu: Phiên đăng nhập Zalo/)]);
    await office.storage.outages.end('zalo');
    expect(await wrong()).toEqual([]);
    await pass(5);
    expect(await heard()).toEqual([]);
    office.at('2025-11-25 07:44');
    await pass(1);
    expect(await heard()).toEqual(['thu: ✅ Zalo hoạt động trở lại.']);
  });

  test('a database that cannot be written is wrong, though it can be read', async () => {
    // Of a server every connection would have to be told.
    if (!database.opened.pglite) return;
    const { office, watch, wrong, world } = await openOffice();
    await database.sql('SET default_transaction_read_only = on');
    expect(await office.storage.offices.all()).toHaveLength(1);
    expect(await wrong()).toEqual([
      'database: The database cannot be written: cannot execute INSERT in a read-only transaction.',
    ]);
    await watch.look();
    expect(world.beats).toBe(0);
    await database.sql('SET default_transaction_read_only = off');
  });

  test('days off of a year that is needed', async () => {
    const { office, wrong, pass, heard } = await openOffice('2027-11-30 09:00');
    expect(await wrong()).toEqual([]);
    office.at('2027-12-01 09:00');
    expect(await wrong()).toEqual([expect.stringMatching(/^calendar: The days off of 2028 are not known/)]);
    await pass(2);
    expect(await heard()).toEqual([expect.stringMatching(/^thu: ⚠️ Hệ thống chưa có lịch nghỉ năm 2028/)]);
    for (const { id } of await office.storage.offices.all()) {
      await office.storage.offices.setSettings(id, { daysOff: ['2028-01-26'] });
    }
    expect(await wrong()).toEqual([]);
    await pass(4);
    expect(await heard()).toEqual(['thu: ✅ Hệ thống đã có lịch nghỉ năm 2028.']);
  });

  test('Redis that takes no jobs is wrong, and no affair of the clerk', async () => {
    const { world, pass, wrong, heard } = await openOffice();
    world.queue = new Error("OOM command not allowed when used memory > 'maxmemory'.");
    expect(await wrong()).toEqual([
      "redis: Redis takes no jobs: OOM command not allowed when used memory > 'maxmemory'.",
    ]);
    await pass(20);
    expect(await heard()).toEqual([]);
    expect(world.beats).toBe(0);
  });
});
