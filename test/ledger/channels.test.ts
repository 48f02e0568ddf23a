/** One person on several platforms: a notice reaches her once, by the first way that is open. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DeliveryError, type DeliveryFailure } from '../../src/services/ports/messenger.ts';
import { CLAIM_LEASE_MS } from '../../src/services/ports/outbox.ts';
import { onOneDatabase } from '../support/databases.ts';
import { asArrival, RecordingMessenger } from '../support/ledger-messenger.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

const ECONOMY = 'Phòng Kinh tế';
const RETRY_MS = 300_000;
const FAILURES = {
  blocked: { kind: 'permanent', reason: 'blocked' },
  stranger: { kind: 'permanent', reason: 'stranger' },
  out: { kind: 'out-of-service', retryAfterMs: RETRY_MS },
  unknown: { kind: 'unknown' },
  later: { kind: 'temporary', retryAfterMs: 60_000 },
} as const satisfies Record<string, DeliveryFailure>;
type Failing = keyof typeof FAILURES;
const { blocked: BLOCKED, out: OUT } = FAILURES;

onOneDatabase((database) => {
  /** Lan is on Zalo, which she prefers, and on Telegram; one task is due in three days. */
  async function openOffice(options: { hasGroup?: boolean } = {}) {
    const [zalo, telegram, console] = (['zalo', 'telegram', 'console'] as const).map(
      (platform) => new RecordingMessenger(platform),
    ) as [RecordingMessenger, RecordingMessenger, RecordingMessenger];
    const messengers = [zalo, telegram, console];
    const office = new LedgerOffice(database.opened, { messengers });
    await office.opens([{ lead: ECONOMY, due: '2025-11-27' }]);
    const onTelegram = await office.chatWith('Lan', 'telegram');
    const onZalo = await office.chatWith('Lan', 'zalo');
    await office.prefers('Lan', 'zalo');
    await office.plan();
    // Bound after this morning's plan: it has been told of nothing.
    if (options.hasGroup) await office.groupOf(ECONOMY, 'economy');
    /** What has arrived anywhere, in order of the platforms. */
    const arrivals = () =>
      messengers.flatMap((one) => one.arrivals().map((arrival) => `${one.platform} ${arrival}`));
    return { office, messengers, zalo, telegram, onZalo, onTelegram, arrivals };
  }

  /** Time passes, minute by minute, until nothing more goes out. */
  async function passes(office: LedgerOffice, minutes = 12): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      await office.deliverOwed();
      office.later(60_000);
    }
  }

  describe('a reminder', () => {
    test.each<[zalo: Failing[], telegram: Failing[], group: boolean, arrives: string[]]>([
      [[], [], false, ['zalo lan: #1']],
      [['blocked'], [], false, ['telegram lan: #1']],
      [['stranger'], [], true, ['telegram lan: #1']],
      [['out'], [], true, ['telegram lan: #1']],
      [['unknown', 'blocked'], [], true, ['telegram lan: #1']],
      [['unknown', 'out'], [], true, ['telegram lan: #1']],
      [['later', 'blocked'], ['later'], true, ['telegram lan: #1']],
      [['blocked'], ['unknown', 'blocked'], true, ['console economy: #1']],
      [['blocked'], ['out'], true, ['console economy: #1']],
      [['out', 'out'], ['blocked'], true, ['console economy: #1']],
      [['out', 'out'], ['out', 'out'], true, ['console economy: #1']],
      // Nobody else can be told: it waits for the account that comes back.
      [['out', 'out'], ['blocked'], false, ['zalo lan: #1']],
      [['blocked'], ['out'], false, ['telegram lan: #1']],
      [['out', 'out', 'out'], ['out', 'out'], false, ['telegram lan: #1']],
    ])('Zalo fails %o, Telegram %o, a group %o: %o', async (onZalo, onTelegram, hasGroup, arrives) => {
      const { office, zalo, telegram, arrivals } = await openOffice({ hasGroup });
      zalo.failNext(...onZalo.map((one) => FAILURES[one]));
      telegram.failNext(...onTelegram.map((one) => FAILURES[one]));
      await passes(office, 20);
      expect(arrivals()).toEqual(arrives);

      // She is back everywhere, and all accounts are: what has been said is not said again.
      for (const chat of await office.storage.chats.ofOrganization(1)) {
        await office.storage.chats.setReachable(chat.id, null);
      }
      zalo.heals();
      telegram.heals();
      await office.plan();
      await passes(office);
      const isTold = arrives.includes('console economy: #1') || !hasGroup;
      expect(arrivals()).toEqual(isTold ? [] : ['console economy: #1']);
      expect(await office.storage.outbox.isEmpty()).toBe(true);
    });

    test('of a day that has been moved since is not passed on to the group', async () => {
      const { office, zalo, telegram, arrivals } = await openOffice({ hasGroup: true });
      await database.sql(`UPDATE "Reminder" SET stage = stage || ' of 2025-11-27 ' || id`);
      zalo.failNext(BLOCKED);
      telegram.failNext(BLOCKED);
      await passes(office);
      expect(arrivals()).toEqual([]);
      expect(await office.storage.outbox.isEmpty()).toBe(true);
    });

    test('goes out once though the process dies between the one chat and the next', async () => {
      const { office, messengers, zalo, onZalo, arrivals } = await openOffice();
      zalo.failNext(BLOCKED);
      await office.deliver(onZalo.id);
      expect(arrivals()).toEqual([]);
      const next = new LedgerOffice(database.opened, { messengers });
      await passes(next);
      expect(arrivals()).toEqual(['telegram lan: #1']);
    });

    test('is left to the sender that has sent it, when a slower one fails afterwards', async () => {
      const { office, messengers, zalo, onZalo, arrivals } = await openOffice();
      let release = (_error: unknown) => {};
      const held = new Promise<void>((_resolve, reject) => {
        release = reject;
      });
      let sending = Promise.resolve();
      await new Promise<void>((resolve) => {
        zalo.beforeArrival = async () => {
          resolve();
          await held;
        };
        sending = office.deliver(onZalo.id);
      });
      zalo.beforeArrival = async () => {};
      office.later(CLAIM_LEASE_MS);
      await new LedgerOffice(database.opened, { databaseTime: office.clock, messengers }).deliver(onZalo.id);
      release(new DeliveryError(BLOCKED, 'blocked'));
      await sending;
      await passes(office);
      expect(arrivals()).toEqual(['zalo lan: #1']);
      expect((await office.storage.chats.byId(onZalo.id)).reachable).toBe(true);
    });

    test('comes once a morning, also when another platform is chosen during the day', async () => {
      const { office, telegram, arrivals } = await openOffice();
      await office.deliverOwed();
      expect(arrivals()).toEqual(['zalo lan: #1']);
      await office.prefers('Lan', 'telegram');
      await office.opens([
        { lead: ECONOMY, due: '2025-11-27' },
        { lead: ECONOMY, due: '2025-11-24' },
        { lead: ECONOMY, due: '2025-12-01' },
      ]);
      // What is due today does not wait for tomorrow; the chosen platform fails, and the other has had its morning.
      telegram.failNext(BLOCKED);
      await office.plan();
      await passes(office);
      await office.plan();
      await passes(office);
      expect(arrivals()).toEqual(['zalo lan: #2']);
    });
  });

  describe('while an account is out of service', () => {
    test('replies wait, reminders behind them do not, and the chat counts as one that can be reached', async () => {
      const { office, zalo, onZalo, arrivals } = await openOffice();
      await office.deliverOwed();
      arrivals();
      await office.owes(onZalo, 'trả lời');
      zalo.failNext(OUT, OUT, OUT);
      await office.deliverOwed();
      office.at('2025-11-26 07:45');
      await office.plan();
      zalo.failNext(OUT);
      await office.deliverOwed();
      await office.deliverOwed();
      expect(arrivals()).toEqual(['telegram lan: #1']);
      expect(await office.storage.chats.byId(onZalo.id)).toMatchObject({ reachable: true });
      zalo.heals();
      office.later(RETRY_MS);
      await office.deliverOwed();
      expect(arrivals()).toEqual(['zalo lan: trả lời']);
    });

    test('for days: one message with the truth of then, once it is back', async () => {
      const { office, zalo, telegram, onTelegram, arrivals } = await openOffice();
      await office.storage.chats.setReachable(onTelegram.id, { why: 'blocked', at: office.clock.now() });
      for (const day of [24, 25, 26, 27, 28]) {
        office.at(`2025-11-${day} 07:45`);
        await office.plan();
        zalo.failNext(OUT);
        await office.deliverOwed();
        zalo.heals();
      }
      expect([...arrivals(), ...telegram.sent]).toEqual([]);
      office.later(RETRY_MS);
      await office.deliverOwed();
      expect(zalo.sent).toHaveLength(1);
      expect(zalo.sent[0]?.lines.map(({ text }) => text).join(' ')).toMatch(
        /28\/11\/2025.*#1 .*quá hạn 1 ngày/,
      );
    });

    test('for days, and the person joins elsewhere: one message there', async () => {
      const { office, zalo, onTelegram, arrivals } = await openOffice();
      await office.storage.chats.setReachable(onTelegram.id, { why: 'blocked', at: office.clock.now() });
      zalo.failNext(OUT);
      await office.deliverOwed();
      office.at('2025-11-26 07:45');
      await office.plan();
      await office.storage.chats.setReachable(onTelegram.id, null);
      zalo.failNext(OUT);
      await passes(office);
      expect(arrivals()).toEqual(['telegram lan: #1']);
    });

    test('nobody could be told: it goes out once somebody can be again', async () => {
      const { office, zalo, telegram, onTelegram, arrivals } = await openOffice();
      zalo.failNext(FAILURES.blocked);
      telegram.failNext(FAILURES.blocked);
      await passes(office);
      expect(arrivals()).toEqual([]);
      await office.storage.chats.setReachable(onTelegram.id, null);
      await office.plan();
      await passes(office);
      expect(arrivals()).toEqual(['telegram lan: #1']);
      await office.plan();
      await passes(office);
      expect(arrivals()).toEqual([]);
    });

    test.each(['zalo', 'telegram'] as const)('and the other one, too: %s is back first', async (first) => {
      const opened = await openOffice();
      const { office, zalo, telegram, onZalo, arrivals } = opened;
      await office.owes(onZalo, 'xin lưu ý', { kind: 'word' });
      for (const out of [zalo, telegram]) out.failNext(...Array<DeliveryFailure>(1000).fill(OUT));
      await passes(office, 60);
      expect(arrivals()).toEqual([]);
      // Each account is tried as often as it asked to be, and not faster because there are two.
      const [tried] = await database.sql<{ sum: string }>('SELECT sum(attempts) FROM "Notice"');
      expect(Number(tried?.sum)).toBeLessThanOrEqual(2 * 2 * (60 / (RETRY_MS / 60_000) + 1));
      opened[first].heals();
      await passes(office);
      expect(arrivals().toSorted()).toEqual([`${first} lan: #1`, `${first} lan: xin lưu ý`]);
      zalo.heals();
      telegram.heals();
      await office.plan();
      await passes(office);
      expect(arrivals()).toEqual([]);
      expect(await office.storage.outbox.isEmpty()).toBe(true);
    });

    test('a group is told through the group of the office on another platform', async () => {
      const { office, zalo, arrivals } = await openOffice();
      await office.deliverOwed();
      arrivals();
      await office.groupOf(ECONOMY, 'nhóm zalo', undefined, 'zalo');
      await office.groupOf(null, 'cơ quan zalo', undefined, 'zalo');
      await office.groupOf(null, 'office');
      office.at('2025-11-26 07:45');
      await office.plan();
      zalo.failNext(OUT, OUT);
      await office.deliverOwed();
      await office.deliverOwed();
      expect(arrivals()).toEqual(['telegram lan: #1', 'console office: #1']);
    });

    test('a word for a clerk goes by another platform, and never to a group', async () => {
      const { office, zalo, arrivals } = await openOffice({ hasGroup: true });
      await office.deliverOwed();
      arrivals();
      const onZalo = await office.chatWith('Thu', 'zalo');
      await office.owes(onZalo, 'xin lưu ý', { kind: 'word' });
      zalo.failNext(OUT);
      await office.deliverOwed();
      expect(arrivals()).toEqual([]);
      await office.chatWith('Thu', 'telegram');
      zalo.failNext(OUT);
      await passes(office);
      expect(arrivals()).toEqual(['telegram thu: xin lưu ý']);
    });
  });

  type Opened = Awaited<ReturnType<typeof openOffice>>;
  const STEPS: Record<string, (lan: Opened) => unknown> = {
    ...Object.fromEntries(
      (['zalo', 'telegram'] as const).flatMap((platform) => [
        ...Object.entries(FAILURES).map(
          ([name, failure]) =>
            [`${platform}: ${name}`, (lan: Opened) => lan[platform].failNext(failure)] as const,
        ),
        [
          `${platform} goes out`,
          (lan: Opened) => lan[platform].failNext(...Array<DeliveryFailure>(100).fill(OUT)),
        ] as const,
        [`${platform} is back`, (lan: Opened) => lan[platform].heals()] as const,
        [`prefers ${platform}`, (lan: Opened) => lan.office.prefers('Lan', platform)] as const,
        [`writes on ${platform}`, (lan: Opened) => writesOn(lan, platform)] as const,
      ]),
    ),
    'two plan': ({ office }) => Promise.all([office.plan(), office.plan()]),
    send: ({ office }) => office.deliverOwed(),
    'two send': ({ office }) => Promise.all([office.deliverOwed(), office.deliverOwed()]),
    'time passes': ({ office }) => office.later(RETRY_MS),
  };

  function writesOn({ office, onZalo, onTelegram }: Opened, platform: 'zalo' | 'telegram'): Promise<void> {
    return office.storage.chats.setReachable((platform === 'zalo' ? onZalo : onTelegram).id, null);
  }

  test('whatever fails, in whatever order: each is told at most once, somebody is told, and nothing goes in circles', async () => {
    const steps = fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 4, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (names, hasGroup) => {
        await database.empty();
        const lan = await openOffice({ hasGroup });
        const { office, messengers } = lan;
        for (const name of names) await STEPS[name]?.(lan);
        await writesOn(lan, 'zalo');
        await writesOn(lan, 'telegram');
        for (const messenger of messengers) messenger.heals();
        await office.plan();
        await passes(office);

        const told = messengers.flatMap(({ sent }) => sent.map(asArrival));
        expect([['lan: #1'], ['economy: #1'], ['economy: #1', 'lan: #1']]).toContainEqual(told.toSorted());
        const keys = await database.sql<{ key: string }>('SELECT key FROM "Notice"');
        expect(keys.every(({ key }) => key.split('>').length <= 2)).toBe(true);
        expect(await office.storage.outbox.isEmpty()).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
