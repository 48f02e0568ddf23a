/** Each notice is sent once and in order, whoever is woken and however often; and says what is true by then. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/clock.ts';
import { RENEW_EVERY_MS } from '../../src/services/delivery/held-claims.ts';
import { reconcile } from '../../src/services/delivery/reconcile.ts';
import { CLAIM_LEASE_MS } from '../../src/services/ports/outbox.ts';
import { DATABASES, onEachDatabase, suiteDatabase } from '../support/databases.ts';
import { ArrivalsFile, OfficeProcess } from '../support/ledger-child.ts';
import { instantOf, LedgerOffice, MONDAY } from '../support/ledger-office.ts';

const onServer = DATABASES.filter(({ name, isHere }) => name === 'PostgreSQL' && isHere);

const ROWS = [
  { lead: 'Phòng Kinh tế', due: '2025-11-27' },
  { lead: 'Phòng Kinh tế', due: '2025-11-24' },
];

const NONE = { id: 0, attempts: 0 };
const TEN = Array.from({ length: 10 }, (_, index) => `tin ${index + 1}`);

onEachDatabase((database) => {
  async function openOffice(): Promise<LedgerOffice> {
    const office = new LedgerOffice(database.opened);
    await office.opens(ROWS);
    return office;
  }

  test('a job that comes twice finds nothing left to do the second time', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    await office.plan();
    await office.deliver(lan.id);
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['lan: #1 #2']);
  });

  test('the reconciler does not wake whoever stands in line here already', async () => {
    const office = await openOffice();
    const [lan, minh] = [await office.chatWith('Lan'), await office.chatWith('Minh')];
    await office.owes(lan, 'một');
    await office.owes(minh, 'hai');
    await reconcile({ ...office.deps, isInLine: (chatId) => chatId === lan.id });
    expect(office.wakes.chats()).toEqual([minh.id]);
  });

  test('four senders at one chat send each message once, in order', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    for (const text of TEN) await office.owes(lan, text);
    office.console.beforeArrival = () => nextTurn();
    await Promise.all([1, 2, 3, 4].map(() => office.deliver(lan.id)));
    expect(office.console.arrivals()).toEqual(TEN.map((text) => `lan: ${text}`));
    expect(await office.storage.outbox.isEmpty()).toBe(true);
  });

  test('a message that has to wait holds back those behind it in its chat, and no other chat', async () => {
    const office = await openOffice();
    const [lan, minh] = [await office.chatWith('Lan'), await office.chatWith('Minh')];
    await office.owes(lan, 'một');
    await office.owes(lan, 'hai');
    await office.owes(minh, 'ba');
    office.console.failNext({ kind: 'temporary', retryAfterMs: 60_000 });
    await office.deliver(lan.id);
    await office.deliver(minh.id);
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['minh: ba']);

    office.later(60_000);
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['lan: một', 'lan: hai']);
  });

  test('a claim keeps other senders off until it is so old that its sender must have died', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    await office.owes(lan, 'một');
    await office.storage.outbox.claim(lan.id);

    office.later(CLAIM_LEASE_MS - 1);
    await office.deliverOwed();
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual([]);

    office.later(1);
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['lan: một']);
  });

  test('a claim is renewed for as long as its sender waits for its platform, and no longer than ten minutes', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    const messengers = [office.console];
    const another = new LedgerOffice(database.opened, { databaseTime: office.clock, messengers });
    const passes = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += RENEW_EVERY_MS) {
        office.later(RENEW_EVERY_MS);
        await office.deps.claims.renew();
      }
    };
    await office.owes(lan, 'một');
    await office.owes(lan, 'hai');
    office.console.beforeArrival = async () => {
      office.console.beforeArrival = async () => {};
      await passes(600_000);
      await another.deliverOwed();
      await another.deliver(lan.id);
      expect(office.console.arrivals()).toEqual([]);
      await passes(CLAIM_LEASE_MS);
      await another.deliverOwed();
    };
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['lan: một', 'lan: hai', 'lan: một']);
  });

  test('a process that was busy for too long to renew its claim does not take it from itself', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    await office.owes(lan, 'một');
    office.console.beforeArrival = async () => {
      office.console.beforeArrival = async () => {};
      office.later(CLAIM_LEASE_MS);
      await office.deliverOwed();
      await office.owes(lan, 'hai');
      await office.deliver(lan.id);
    };
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['lan: một', 'lan: hai']);
  });

  test('a worker whose clock is hours ahead takes nothing from another, and keeps no chat waiting', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    const messengers = [office.console];
    const ahead = new LedgerOffice(database.opened, {
      now: '2025-11-24 13:45',
      databaseTime: office.clock,
      messengers,
    });
    await office.owes(lan, 'một');
    office.console.beforeArrival = async () => {
      office.console.beforeArrival = async () => {};
      await ahead.deliverOwed();
      await ahead.deliver(lan.id);
    };
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['lan: một']);

    await office.owes(lan, 'hai');
    office.console.failNext({ kind: 'temporary', retryAfterMs: 60_000 });
    await ahead.deliver(lan.id);
    office.later(60_000);
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['lan: hai']);
  });

  test('a rehearsal, however fast, ends no claim and shortens no wait: those go by the database’s time', async () => {
    const databaseTime = new ManualClock(instantOf('2025-01-06 10:00'));
    const office = new LedgerOffice(database.opened, { databaseTime });
    await office.opens(ROWS);
    const lan = await office.chatWith('Lan');
    const days = () => office.later(3 * 24 * 3_600_000);
    await office.owes(lan, 'một');
    office.console.beforeArrival = async () => {
      office.console.beforeArrival = async () => {};
      days();
      await office.deliverOwed();
      await office.deliver(lan.id);
    };
    await office.deliver(lan.id);
    expect(office.console.arrivals()).toEqual(['lan: một']);

    for (const failure of [
      { kind: 'temporary', retryAfterMs: 60_000 },
      { kind: 'out-of-service', retryAfterMs: 60_000 },
    ] as const) {
      await office.owes(lan, failure.kind);
      office.console.failNext(failure);
      await office.deliver(lan.id);
      days();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual([]);
      databaseTime.set(new Date(databaseTime.now().getTime() + 60_000));
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual([`lan: ${failure.kind}`]);
    }
  });

  describe('what has been reported since the notice was planned', () => {
    test('is left out', async () => {
      const office = await openOffice();
      await office.chatWith('Lan');
      await office.plan();
      await office.reports('Lan', 2);
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: #1']);
    });

    test('and if it was everything, nothing is sent', async () => {
      const office = await openOffice();
      await office.chatWith('Lan');
      await office.groupOf('Phòng Kinh tế');
      await office.plan();
      await office.reports('Lan', 1);
      await office.reports('Lan', 2);
      await office.deliverOwed();
      expect(office.console.sent).toEqual([]);
      expect(await office.storage.outbox.isEmpty()).toBe(true);
      expect(await database.sql('SELECT state FROM "Notice"')).toEqual([
        { state: 'dropped' },
        { state: 'dropped' },
      ]);
    });
  });

  describe('a message of several parts', () => {
    const long = 'dòng thứ nhất\ndòng thứ hai\ndòng thứ ba';

    test('that is cut off goes on with the parts that are missing', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      office.console.textLimit = 15;
      await office.owes(lan, long);
      await office.owes(lan, 'tin sau');
      failSend(office, 2);
      await office.deliver(lan.id);
      office.later(60_000);
      await office.deliver(lan.id);
      expect(office.console.arrivals()).toEqual([
        'lan: dòng thứ nhất',
        'lan: dòng thứ hai',
        'lan: dòng thứ ba',
        'lan: tin sau',
      ]);
    });

    test('is left to the sender that has taken it over, by one that was away for too long', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      const messengers = [office.console];
      const another = new LedgerOffice(database.opened, { databaseTime: office.clock, messengers });
      office.console.textLimit = 15;
      await office.owes(lan, long);
      let sends = 0;
      office.console.beforeArrival = async () => {
        sends += 1;
        if (sends !== 2) return;
        office.later(CLAIM_LEASE_MS);
        await another.deliver(lan.id);
      };
      await office.deliver(lan.id);
      // The second part was on its way already; what the other one has written stands.
      expect(office.console.arrivals()).toEqual([
        'lan: dòng thứ nhất',
        'lan: dòng thứ hai',
        'lan: dòng thứ ba',
        'lan: dòng thứ hai',
      ]);
      expect(await database.sql('SELECT state, "messageIds" FROM "Notice"')).toEqual([
        { state: 'sent', messageIds: ['console-1', 'console-2', 'console-3'] },
      ]);
    });

    test('has its buttons on the last and its quote on the first part', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      office.console.textLimit = 15;
      const lines = long.split('\n').map((text) => ({ text }));
      const buttons = [[{ label: 'Xong', data: 'x' }]];
      await office.owes(lan, long, { content: { lines, buttons, replyToMessageId: '7' } });
      await office.deliver(lan.id);
      const { sent } = office.console;
      expect(sent.map((message) => message.buttons)).toEqual([undefined, undefined, buttons]);
      expect(sent.map((message) => message.replyToMessageId)).toEqual(['7', undefined, undefined]);
    });

    test('goes on with the same words, though a task in them has been reported meanwhile', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      office.console.textLimit = 80;
      await office.plan();
      failSend(office, 3);
      await office.deliver(lan.id);
      const begun = office.console.sent.length;
      await office.reports('Lan', 1);
      office.later(60_000);
      await office.deliver(lan.id);
      const words = office.console.sent
        .map(({ lines }) => lines.map(({ text }) => text).join('\n'))
        .join('\n');
      expect(begun).toBe(2);
      expect(words.match(/có 2 việc/g)).toHaveLength(1);
      expect(words.match(/#1 /g)).toHaveLength(1);
      expect(words.match(/#2 /g)).toHaveLength(1);
    });

    test('of which nothing has gone out yet is put in words anew', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      office.console.textLimit = 80;
      await office.plan();
      office.console.failNext({ kind: 'temporary', retryAfterMs: 60_000 });
      await office.deliver(lan.id);
      await office.reports('Lan', 1);
      await office.reports('Lan', 2);
      office.later(60_000);
      await office.deliver(lan.id);
      expect(office.console.arrivals()).toEqual([]);
    });
  });

  describe('where there are no buttons', () => {
    const lastLines = (office: LedgerOffice) => office.console.sent.map(({ lines }) => lines.at(-1)?.text);

    test('numbers stand for them at the end of the last part, within the limit, and known before it is sent', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      office.console.hasButtons = false;
      office.console.textLimit = 60;
      const lines = [{ text: 'Tin vừa đủ năm mươi ký tự, không thêm được nữa đâu.' }];
      const buttons = [[{ label: 'Xong', data: 'done:12' }], [{ label: 'Xong', data: 'done:13' }]];
      await office.owes(lan, 'hỏi', { content: { lines, buttons } });
      office.console.beforeArrival = async () => {
        const [offer] = await office.storage.outbox.latestOffers(lan.id);
        expect(offer?.choices.map(({ data }) => data)).toEqual(['done:12', 'done:13']);
      };
      await office.deliver(lan.id);
      expect(lastLines(office)).toEqual([lines[0]?.text, 'Trả lời 1 để báo xong #12, 2 để báo xong #13.']);
      expect(office.console.sent.map((message) => message.buttons)).toEqual([undefined, undefined]);
    });

    test('a number keeps its meaning in the second copy of a message that may have arrived', async () => {
      const office = await openOffice();
      const lan = await office.chatWith('Lan');
      office.console.hasButtons = false;
      await office.plan();
      office.console.failNext({ kind: 'unknown' });
      await office.deliver(lan.id);
      await office.reports('Lan', 2);
      office.later(60_000);
      await office.deliver(lan.id);
      expect(lastLines(office)).toEqual(['Trả lời 1 để báo xong #1, 3 để xin gia hạn #1.']);
      const [offer] = await office.storage.outbox.latestOffers(lan.id);
      expect(offer?.choices).toContainEqual({ code: 2, data: expect.stringMatching(/^done:2\/\d+$/) });
    });
  });

  test('a reminder that was sent whole, and only not closed, counts as sent', async () => {
    const office = await openOffice();
    const lan = await office.chatWith('Lan');
    await office.plan();
    const { notice } = await office.storage.outbox.claim(lan.id);
    await office.storage.outbox.partSent(notice ?? NONE, 'telegram-1');
    await office.reports('Lan', 1);
    await office.reports('Lan', 2);
    office.later(CLAIM_LEASE_MS);
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual([]);
    expect(await database.sql('SELECT state FROM "Notice"')).toEqual([{ state: 'sent' }]);
  });
});

/** The n-th send from now on fails for a while. */
function failSend(office: LedgerOffice, n: number): void {
  let sends = 0;
  office.console.beforeArrival = async () => {
    sends += 1;
    if (sends === n) throw new Error('The line was cut');
  };
}

describe.each(onServer)('$name', ({ create }) => {
  const database = suiteDatabase(create);

  test('two processes woken for the same chats send each message once, in order within its chat', async () => {
    const office = new LedgerOffice(database.opened);
    await office.opens(ROWS);
    const chats = [await office.chatWith('Lan'), await office.chatWith('Minh'), await office.chatWith('Thu')];
    for (const text of TEN) for (const chat of chats) await office.owes(chat, text);

    const arrivals = new ArrivalsFile();
    const options = { place: database.place, now: MONDAY, arrivals: arrivals.path };
    const senders = await Promise.all([OfficeProcess.start(options), OfficeProcess.start(options)]);
    for (const { id: chatId } of chats) {
      await Promise.all(senders.map((sender) => sender.run({ do: 'deliver', chatId })));
    }
    await Promise.all(senders.map((sender) => sender.stop()));
    expect(arrivals.read()).toEqual(
      ['lan', 'minh', 'thu'].flatMap((chat) => TEN.map((text) => `${chat}: ${text}`)),
    );
    arrivals.remove();
  });
});
