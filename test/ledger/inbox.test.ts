/** What people say is kept before it is handled, and handled once, in order. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { handleInboxJob } from '../../jobs/handle-inbox.ts';
import { receiveUpdate } from '../../src/services/delivery/receive-update.ts';
import { ReadingStopped } from '../../src/services/ports/documents.ts';
import type { InboundUpdate } from '../../src/services/ports/messenger.ts';
import { DATABASES, onEachDatabase, type SuiteDatabase, suiteDatabase } from '../support/databases.ts';
import { ArrivalsFile, OfficeProcess } from '../support/ledger-child.ts';
import { LedgerOffice, MONDAY } from '../support/ledger-office.ts';

const onServer = DATABASES.filter(({ name, isHere }) => name === 'PostgreSQL' && isHere);

const LANE = 'console group';
const TEN = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** Lan says something to the bot in the office's group; the bot's answer quotes the message. */
function said(messageId: string, text = '/huongdan', addressed = true): InboundUpdate {
  return {
    platform: 'console',
    id: `update-${messageId}`,
    chat: { id: 'group', kind: 'group' },
    from: { id: 'lan', name: 'Lan' },
    event: { type: 'message', messageId, text, addressed, attachments: [] },
  };
}

async function openOffice(database: SuiteDatabase): Promise<LedgerOffice> {
  const office = new LedgerOffice(database.opened);
  await office.opens([{ lead: 'Phòng Kinh tế', due: '2025-11-27' }]);
  await office.groupOf(null);
  const lan = await office.member('Lan');
  await office.storage.offices.linkAccount(lan.id, 'console', 'lan', office.clock.now());
  return office;
}

/** The messages that were answered, in the order of the answers. */
async function answered(office: LedgerOffice): Promise<(string | undefined)[]> {
  await office.deliverOwed();
  return office.console.sent.splice(0).map(({ replyToMessageId }) => replyToMessageId);
}

onEachDatabase((database) => {
  test('an update that comes twice is kept once and answered once', async () => {
    const office = await openOffice(database);
    await office.receive(said('1', 'xong 1'));
    await office.receive(said('1', 'xong 1'));
    await office.handle(LANE);
    await office.receive(said('1', 'xong 1'));
    await office.handle(LANE);
    expect(await answered(office)).toEqual(['1']);
    expect(await database.sql('SELECT text FROM "Report"')).toEqual([{ text: 'xong 1' }]);
  });

  test('a new account of ours counts anew: what it is told first is not taken for known, nor told in a log', async () => {
    const office = await openOffice(database);
    const log = { ...office.deps.log, info: vi.fn() };
    const receive = receiveUpdate({ ...office.deps, log });
    for (const account of ['old', 'new', 'new']) await receive({ ...said('1'), account });
    await office.handle(LANE);
    expect(await answered(office)).toEqual(['1', '1']);
    expect(log.info.mock.calls).toEqual([
      [{ platform: 'console', account: 'new', update: 'update-1' }, 'inbox: known already, and left out'],
    ]);
  });

  test('ten messages and four workers: each is answered once, in the order in which they were said', async () => {
    const office = await openOffice(database);
    for (const id of TEN) await office.receive(said(id));
    await Promise.all([1, 2, 3, 4].map(() => office.handle(LANE)));
    expect(await answered(office)).toEqual(TEN);
    expect(await office.storage.inbox.isEmpty()).toBe(true);
  });

  test('a lane woken often at once is looked at by one, so that a file is fetched and read once', async () => {
    const office = await openOffice(database);
    for (const id of TEN) await office.receive(said(id));
    const prepared: string[] = [];
    const prepare: typeof office.handler.prepare = async ({ id }) => {
      prepared.push(id);
      await new Promise((resolve) => setImmediate(resolve));
      return { said: null, file: null };
    };
    const deps = { ...office.deps, handler: { ...office.handler, prepare } };
    const job = handleInboxJob(deps);
    await Promise.all(TEN.map(() => job({ lane: LANE })));
    expect(prepared).toEqual(TEN.map((id) => `update-${id}`));
    expect(await answered(office)).toEqual(TEN);
    // What came in while it looked was not overlooked, and the lane is free for the next.
    await office.receive(said('11'));
    await job({ lane: LANE });
    expect(await answered(office)).toEqual(['11']);
  });

  test('what was found out beforehand about a message stays with it, whoever is quicker', async () => {
    const office = await openOffice(database);
    for (const id of TEN) await office.receive(said(id));
    const pairs: string[][] = [];
    const prepare = async ({ id: name }: InboundUpdate) => ({
      said: null,
      file: { kind: 'refused' as const, name, reason: 'empty' as const },
    });
    const handle: typeof office.handler.handle = async (...[, stored, found]) => {
      pairs.push([stored.update.id, found?.file?.name ?? '']);
      return [];
    };
    await Promise.all([1, 2, 3, 4].map(() => office.handle(LANE, { prepare, handle })));
    expect(pairs).toEqual(TEN.map((id) => [`update-${id}`, `update-${id}`]));
  });

  test('the same report said in the same moment by two colleagues of one unit counts once', async () => {
    const office = await openOffice(database);
    const head = await office.member('Hạnh');
    await office.storage.offices.linkAccount(head.id, 'console', 'hanh', office.clock.now());
    for (const from of ['lan', 'hanh']) {
      const chat = { id: from, kind: 'private' as const };
      await office.receive({ ...said(from, 'xong 1'), chat, from: { id: from, name: from } });
    }
    await Promise.all(['lan', 'hanh'].map((id) => office.handle(`console ${id}`)));
    expect(await database.sql('SELECT count(*)::int FROM "Report"')).toEqual([{ count: 1 }]);
    await office.deliverOwed();
    expect(office.console.sent.map(({ chat }) => chat.id).toSorted()).toEqual(['hanh', 'lan']);
  });

  describe('a message that cannot be handled', () => {
    const breaksOn = (office: LedgerOffice, messageId: string, tries: string[] = []) => ({
      handle: async (...[store, stored, prepared]: Parameters<typeof office.handler.handle>) => {
        // Everything up to the failure must be undone.
        const chats = await office.handler.handle(store, stored, prepared);
        if (stored.update.id !== `update-${messageId}`) return chats;
        tries.push(messageId);
        throw new Error('Broken');
      },
    });

    test('is tried three times, then apologised for, and holds nothing up', async () => {
      const office = await openOffice(database);
      for (const id of ['1', '2', '3']) await office.receive(said(id, 'xong 1'));
      const tries: string[] = [];
      await office.handle(LANE, breaksOn(office, '1', tries));
      expect(tries).toEqual(['1', '1', '1']);
      const states = await database.sql('SELECT state, attempts FROM "Update" ORDER BY id');
      expect(states).toEqual([
        { state: 'failed', attempts: 3 },
        { state: 'handled', attempts: 0 },
        { state: 'handled', attempts: 0 },
      ]);
      expect(await database.sql('SELECT "updateId" FROM "Report"')).toEqual([{ updateId: 2 }]);
      await office.deliverOwed();
      expect(office.console.sent[0]?.lines[0]?.text).toMatch(/lỗi/);
      expect(await answered(office)).toEqual(['1', '2', '3']);
    });

    test('and cannot even be apologised for: holds nothing up either', async () => {
      const office = await openOffice(database);
      for (const id of ['1', '2']) await office.receive(said(id));
      const apologize = () => Promise.reject(new Error('Broken too'));
      await office.handle(LANE, { ...breaksOn(office, '1'), apologize });
      expect(await answered(office)).toEqual(['2']);
      expect(await office.storage.inbox.isEmpty()).toBe(true);
    });

    test('by one worker, but has been handled by another meanwhile, is not apologised for', async () => {
      const office = await openOffice(database);
      // Said among colleagues: there is nothing to answer.
      await office.receive(said('1', 'chào cả nhà', false));
      for (let attempt = 1; attempt <= 2; attempt++) {
        await office.storage.inbox.failed(1, office.clock.now(), false);
      }
      const prepare = async () => {
        await office.handle(LANE);
        throw new Error('Too slow');
      };
      await office.handle(LANE, { prepare });
      expect(await answered(office)).toEqual([]);
      expect(await database.sql('SELECT state FROM "Update"')).toEqual([{ state: 'handled' }]);
    });
  });

  test('a message whose file is not read before the process stops is left as it came, for the next', async () => {
    const office = await openOffice(database);
    await office.receive(said('1', 'kế hoạch đây'));
    let tries = 0;
    const prepare = async () => {
      tries += 1;
      throw new ReadingStopped();
    };
    await office.handle(LANE, { prepare });
    expect(tries).toBe(1);
    expect(await office.storage.inbox.next(LANE)).toMatchObject({ attempts: 0 });
  });

  test('whatever characters come in, the message is kept and answered', async () => {
    const office = await openOffice(database);
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const broken = fc.constantFrom('\u0000', '\uD83D', '\uDE00', '\uDE00\uD83D', '\\u0000', '\uFFFF');
    const anything = fc.array(fc.oneof(text, broken)).map((parts) => parts.join(''));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (words, title, name) => {
        count += 1;
        const update = said(String(count), words);
        await office.receive({ ...update, chat: { ...update.chat, title }, from: { id: 'lan', name } });
        await office.handle(LANE);
      }),
      { numRuns: 50, examples: [['\u0000', '\uD83D', 'L\u0000an']] },
    );
    expect(await database.sql(`SELECT id FROM "Update" WHERE state <> 'handled'`)).toEqual([]);
    expect(await answered(office)).toHaveLength(count);
  });
});

describe.each(onServer)('$name', ({ create }) => {
  const database = suiteDatabase(create);

  test('two processes at one lane answer each message once, in order', async () => {
    const office = await openOffice(database);
    const arrivals = new ArrivalsFile();
    const options = { place: database.place, now: MONDAY, arrivals: arrivals.path };
    const workers = await Promise.all([OfficeProcess.start(options), OfficeProcess.start(options)]);
    for (let round = 0; round < 3; round++) {
      for (const id of TEN) await office.receive(said(`${round}${id}`));
      await Promise.all(workers.map((worker) => worker.run({ do: 'handle', lane: LANE })));
    }
    await Promise.all(workers.map((worker) => worker.stop()));
    arrivals.remove();
    expect(await answered(office)).toEqual([0, 1, 2].flatMap((round) => TEN.map((id) => `${round}${id}`)));
  });
});
