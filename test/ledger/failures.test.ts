/** What each way of failing means: wait, another way to the person, another address, or once more. */
import { describe, expect, test } from 'vitest';
import { outageOver } from '../../src/services/delivery/outage-over.ts';
import type { Chat } from '../../src/services/ports/chats.ts';
import { onOneDatabase } from '../support/databases.ts';
import { RecordingMessenger } from '../support/ledger-messenger.ts';
import { LedgerOffice, MONDAY } from '../support/ledger-office.ts';

const ECONOMY = 'Phòng Kinh tế';
const SECRETARIAT = 'Văn phòng';
const BLOCKED = { kind: 'permanent', reason: 'blocked' } as const;

onOneDatabase((database) => {
  async function openOffice(now = MONDAY): Promise<{ office: LedgerOffice; zalo: RecordingMessenger }> {
    const zalo = new RecordingMessenger('zalo');
    const office = new LedgerOffice(database.opened, { now, messengers: [new RecordingMessenger(), zalo] });
    await office.opens([
      { lead: ECONOMY, due: '2025-11-27' },
      { lead: SECRETARIAT, due: '2025-11-24' },
    ]);
    return { office, zalo };
  }

  function statesOf(chat: Chat) {
    return database.sql(
      `SELECT state, attempts, "lastFailure" FROM "Notice" WHERE "chatId" = ${chat.id} ORDER BY id`,
    );
  }

  describe('a failure that passes', () => {
    test('waits for as long as the platform asks, and is woken then', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.owes(lan, 'một');
      office.console.failNext({ kind: 'temporary', retryAfterMs: 30_000 });
      await office.deliver(lan.id);
      expect(office.wakes.wakes).toEqual([{ job: { name: 'outbox', chatId: lan.id }, delayMs: 30_000 }]);

      office.later(29_999);
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual([]);
      office.later(1);
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: một']);
    });

    test('waits longer each time when the platform does not say, but never more than a quarter of an hour', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.owes(lan, 'một');
      const delays: number[] = [];
      for (let attempt = 1; attempt <= 12; attempt++) {
        office.console.failNext({ kind: 'temporary' });
        await office.deliver(lan.id);
        const delayMs = office.wakes.wakes.at(-1)?.delayMs ?? 0;
        delays.push(delayMs);
        office.later(delayMs);
      }
      expect(delays).toEqual(delays.toSorted((a, b) => a - b));
      expect(delays[0]).toBeLessThan(60_000);
      expect(delays.at(-1)).toBe(15 * 60_000);
      await office.deliver(lan.id);
      expect(office.console.arrivals()).toEqual(['lan: một']);
    });

    test('counts for nothing where the platform said how long to wait, or nothing was tried', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.owes(lan, 'một');
      for (let n = 0; n < 9; n++) {
        office.console.failNext({ kind: 'temporary', retryAfterMs: 1_000 });
        await office.deliver(lan.id);
        office.later(1_000);
      }
      office.console.failNext({ kind: 'temporary' });
      await office.deliver(lan.id);
      expect(office.wakes.wakes.at(-1)?.delayMs).toBe(10_000);
    });

    test('of one notice does not keep an answer waiting, and of one that fails again and again not the others', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.owes(lan, 'nhắc', { kind: 'word' });
      office.console.failNext({ kind: 'unknown' });
      await office.deliver(lan.id);
      await office.owes(lan, 'nhắc nữa', { kind: 'word' });
      await office.owes(lan, 'trả lời');
      await office.deliver(lan.id);
      expect(office.console.arrivals()).toEqual(['lan: trả lời']);
      for (let n = 0; n < 2; n++) {
        office.later(office.wakes.wakes.at(-1)?.delayMs ?? 0);
        office.console.failNext({ kind: 'unknown' });
        await office.deliver(lan.id);
      }
      expect(office.console.arrivals()).toEqual(['lan: nhắc nữa']);
      office.later(15 * 60_000);
      await office.deliver(lan.id);
      expect(office.console.arrivals()).toEqual(['lan: nhắc']);
    });

    test('is over for all chats once the platform is back', async () => {
      const { office } = await openOffice();
      const people = ['Lan', 'Minh', 'Hạnh', 'Thu'];
      const chats = await Promise.all(people.map((name) => office.chatWith(name)));
      for (const [n, chat] of chats.entries()) {
        await office.owes(chat, `tin ${n}`);
        for (let tries = 0; tries <= n; tries++) {
          office.console.failNext({ kind: 'temporary' });
          await office.deliver(chat.id);
          office.later(tries < n ? (office.wakes.wakes.at(-1)?.delayMs ?? 0) : 0);
        }
      }
      office.wakes.chats();
      office.later(10_000);
      await office.deliver(chats[0]?.id ?? 0);
      expect(office.wakes.chats()).toEqual(chats.slice(1).map(({ id }) => id));
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: tin 0', 'minh: tin 1', 'hanh: tin 2', 'thu: tin 3']);
    });

    test('or once its account is, whatever was postponed; not what fails for reasons that nobody knows', async () => {
      const { office } = await openOffice();
      const [lan, thu, minh] = [
        await office.chatWith('Lan'),
        await office.chatWith('Thu'),
        await office.chatWith('Minh'),
      ];
      for (const chat of [lan, thu, minh]) await office.owes(chat, 'một');
      office.console.failNext(
        { kind: 'temporary' },
        { kind: 'out-of-service', retryAfterMs: 300_000 },
        { kind: 'unknown' },
      );
      for (const chat of [lan, thu, minh]) await office.deliver(chat.id);
      office.wakes.chats();
      await outageOver(office.deps, 'console');
      expect(office.wakes.chats()).toEqual([lan.id, thu.id]);
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: một', 'thu: một']);
    });

    test('a platform that is not running is one', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan', 'telegram');
      await office.owes(lan, 'một');
      await office.deliver(lan.id);
      expect(await statesOf(lan)).toEqual([{ state: 'pending', attempts: 1, lastFailure: 'temporary' }]);
      expect(office.wakes.chats()).toEqual([lan.id]);
    });
  });

  describe('a failure that nobody understands', () => {
    test('means once more, because a duplicate beats a miss', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.owes(lan, 'một');
      office.console.failNext({ kind: 'unknown' }, { kind: 'unknown' });
      for (let attempt = 1; attempt <= 3; attempt++) {
        await office.deliverOwed();
        office.later(60_000);
      }
      expect(office.console.arrivals()).toEqual(['lan: một']);
      expect(await statesOf(lan)).toEqual([{ state: 'sent', attempts: 3, lastFailure: null }]);
    });

    test('is also whatever else a platform throws', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.owes(lan, 'một');
      office.console.beforeArrival = async () => {
        throw new TypeError('terminated');
      };
      await office.deliver(lan.id);
      expect(await statesOf(lan)).toEqual([{ state: 'pending', attempts: 1, lastFailure: 'unknown' }]);
    });
  });

  describe('somebody who cannot be reached', () => {
    test('is told on the other platform, at once and from then on', async () => {
      const { office, zalo } = await openOffice();
      const onConsole = await office.chatWith('Lan');
      await office.chatWith('Lan', 'zalo');
      await office.plan();
      office.console.failNext(BLOCKED);
      await office.deliverOwed();
      expect((await office.storage.chats.byId(onConsole.id)).reachable).toBe(false);
      for (const chatId of office.wakes.chats()) await office.deliver(chatId);
      expect(zalo.arrivals()).toEqual(['lan: #1']);

      office.at('2025-11-26 07:45');
      await office.plan();
      await office.deliverOwed();
      expect(zalo.arrivals()).toEqual(['lan: #1']);
      expect(office.console.arrivals()).toEqual([]);
    });

    test('is told through the group of the unit when both platforms fail', async () => {
      const { office, zalo } = await openOffice();
      await office.chatWith('Lan');
      await office.chatWith('Lan', 'zalo');
      await office.plan();
      // The group has come since this morning's plan, so it has not been told of anything.
      const group = await office.groupOf(ECONOMY, 'economy');
      office.console.failNext(BLOCKED);
      zalo.failNext(BLOCKED);
      await office.deliverOwed();
      await office.deliverOwed();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['economy: #1']);
      expect(zalo.arrivals()).toEqual([]);
      expect(await statesOf(group)).toEqual([{ state: 'sent', attempts: 1, lastFailure: null }]);
    });

    test('is not told again through a group that has been told the same', async () => {
      const { office } = await openOffice();
      await office.chatWith('Lan');
      await office.groupOf(ECONOMY, 'economy');
      await office.plan();
      office.console.failNext(BLOCKED);
      await office.deliverOwed();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['economy: #1']);
    });

    test('is told through the group of the office where the unit has none', async () => {
      const { office } = await openOffice();
      await office.chatWith('Lan');
      await office.plan();
      await office.groupOf(null, 'office');
      office.console.failNext(BLOCKED);
      await office.deliverOwed();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['office: #1']);
    });

    test('gets the other messages of that chat no more, and the chat does not keep trying', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.plan();
      await office.owes(lan, 'một');
      office.console.failNext(BLOCKED, BLOCKED);
      await office.deliverOwed();
      expect(await statesOf(lan)).toEqual([
        { state: 'undeliverable', attempts: 1, lastFailure: 'blocked' },
        { state: 'undeliverable', attempts: 1, lastFailure: 'blocked' },
      ]);
      await office.deliverOwed();
      expect(office.wakes.wakes).toEqual([]);
    });

    test('is reminded again once the chat can be reached again', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.plan();
      office.console.failNext(BLOCKED);
      await office.deliverOwed();
      office.at('2025-11-26 07:45');
      await office.plan();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual([]);

      await office.storage.chats.setReachable(lan.id, null);
      await office.plan();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: #1']);
    });

    test('in a group of a unit: the group of the office is told instead', async () => {
      const { office } = await openOffice();
      await office.groupOf(ECONOMY, 'economy');
      await office.groupOf(null, 'office');
      await office.plan();
      office.console.failNext({ kind: 'permanent', reason: 'chat-gone' });
      await office.deliverOwed();
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['office: #2', 'office: #1']);
    });
  });

  describe('a group that has moved', () => {
    test('is followed, with all its topics', async () => {
      const { office } = await openOffice();
      const economy = await office.groupOf(ECONOMY, 'old', '7');
      const whole = await office.groupOf(null, 'old');
      const other = await office.groupOf(SECRETARIAT, 'another');
      await office.plan();
      office.console.failNext({ kind: 'moved', to: 'new' });
      await office.deliver(economy.id);
      expect(office.console.sent[0]?.chat).toEqual({ id: 'new', threadId: '7' });
      const addresses = [economy, whole, other].map(
        async ({ id }) => (await office.storage.chats.byId(id)).address,
      );
      expect(await Promise.all(addresses)).toEqual([
        { id: 'new', threadId: '7' },
        { id: 'new' },
        { id: 'another' },
      ]);
    });

    test('and has spoken from its new address already: stays the office’s, and what waits there is sent', async () => {
      const { office } = await openOffice();
      const economy = await office.groupOf(ECONOMY, 'old');
      const unbound = await office.storage.chats.at({
        platform: 'console',
        chat: { id: 'new', kind: 'group' },
      });
      await office.plan();
      await office.owes(unbound, 'chào nhóm');
      office.console.failNext({ kind: 'moved', to: 'new' });
      await office.deliver(economy.id);
      expect(office.console.arrivals()).toEqual(['new: #1', 'new: chào nhóm']);
      const chats = await office.storage.chats.ofOrganization(1);
      expect(chats.map(({ address, unitId }) => ({ address, unitId }))).toEqual([
        { address: { id: 'new' }, unitId: economy.unitId },
      ]);
    });

    test('keeps the binding that was made at its new address', async () => {
      const { office } = await openOffice();
      const old = await office.storage.chats.at({ platform: 'console', chat: { id: 'old', kind: 'group' } });
      await office.groupOf(ECONOMY, 'new');
      await office.storage.chats.move('console', 'old', 'new');
      const { organizationId, unitId } = await office.storage.chats.byId(old.id);
      expect({ organizationId, unitId }).toEqual({ organizationId: 1, unitId: 1 });
    });
  });

  describe('after days without a platform', () => {
    test('each chat gets one message with the present state, not one for each day', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.chatWith('Minh');
      for (const day of [24, 25, 26, 27, 28]) {
        office.at(`2025-11-${day} 07:45`);
        await office.plan();
        if (day === 28) break;
        office.console.failNext({ kind: 'temporary' }, { kind: 'temporary' });
        await office.deliverOwed();
      }
      expect((await statesOf(lan)).length).toBeGreaterThan(2);
      await office.deliverOwed();
      const [toMinh, toLan] = office.console.sent.toSorted((a, b) => b.chat.id.localeCompare(a.chat.id));
      expect(office.console.sent).toHaveLength(2);
      expect(toLan?.lines.map(({ text }) => text).join(' ')).toMatch(/28\/11\/2025.*#1 .*quá hạn 1 ngày/);
      expect(toMinh?.lines.map(({ text }) => text).join(' ')).toMatch(/28\/11\/2025.*#2 .*quá hạn 4 ngày/);
    });

    test('replies that wait between the reminders are all sent, in their order', async () => {
      const { office } = await openOffice();
      const lan = await office.chatWith('Lan');
      await office.plan();
      await office.owes(lan, 'một');
      office.at('2025-11-26 07:45');
      await office.plan();
      await office.owes(lan, 'hai');
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual(['lan: một', 'lan: #1', 'lan: hai']);
    });
  });
});
