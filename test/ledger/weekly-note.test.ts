/** Once a week each clerk hears who cannot be reached: on time, or late the same week, and never twice. */
import { describe, expect, test } from 'vitest';
import type { PlatformName } from '../../src/services/ports/messenger.ts';
import { noteUnreached } from '../../src/services/reminders/note-unreached.ts';
import { onOneDatabase } from '../support/databases.ts';
import { RecordingMessenger } from '../support/ledger-messenger.ts';
import { instantOf, LedgerOffice } from '../support/ledger-office.ts';

const NOTES = { atWork: [noteUnreached] };

onOneDatabase((database) => {
  /** Nothing is due; the clerk Thu has joined before the week begins, and so have the others named. */
  async function openOffice(...others: string[]) {
    const zalo = new RecordingMessenger('zalo');
    const messengers = [new RecordingMessenger(), zalo];
    const office = new LedgerOffice(database.opened, { now: '2025-11-21 10:00', messengers });
    await office.opens([]);
    for (const name of ['Thu', ...others]) await joins(office, name);
    return { office, zalo };
  }

  async function joins(office: LedgerOffice, name: string, platform: PlatformName = 'console') {
    const chat = await office.chatWith(name, platform);
    const { id } = await office.member(name);
    await office.storage.offices.linkAccount(id, platform, chat.address.id, office.clock.now());
    return chat;
  }

  /** The minute comes, and what is owed goes out. */
  async function at(office: LedgerOffice, moment: string): Promise<string[]> {
    office.at(moment);
    await office.plan(NOTES);
    await office.deliverOwed();
    return office.console.arrivals();
  }

  const NOTE =
    /^thu: 📋 .*Còn 3 người chưa kết nối: Nguyễn Thị Lan \(Phòng Kinh tế\), Trần Văn Minh \(Văn phòng\)/;

  test('on the first working day, when reminders begin, and not again in that week', async () => {
    const { office } = await openOffice();
    expect(await at(office, '2025-11-21 16:00')).toEqual([]);
    expect(await at(office, '2025-11-24 07:44')).toEqual([]);
    expect(await at(office, '2025-11-24 07:45')).toEqual([expect.stringMatching(NOTE)]);
    for (const moment of ['2025-11-24 07:46', '2025-11-25 07:45', '2025-11-28 17:30', '2025-11-29 08:00']) {
      expect(await at(office, moment)).toEqual([]);
    }
    expect(await at(office, '2025-12-01 07:45')).toEqual([expect.stringMatching(NOTE)]);
  });

  test('a note that is written uses up no numbers, however many minutes the week has', async () => {
    const { office } = await openOffice();
    await at(office, '2025-11-24 07:45');
    const used = () =>
      database.sql(`SELECT last_value FROM pg_sequences WHERE sequencename = 'Notice_id_seq'`);
    const before = await used();
    for (const minute of [46, 47, 48]) await at(office, `2025-11-24 07:${minute}`);
    expect(await used()).toEqual(before);
  });

  test('goes out though nothing else could be planned, and all that failed is named', async () => {
    const { office } = await openOffice();
    office.at('2025-11-24 07:45');
    const fails = async () => {
      throw new Error('broken data');
    };
    const failsToo = () => fails();
    await expect(office.plan({ atWork: [fails, noteUnreached, failsToo] })).rejects.toThrow(
      /Not planned: UBND xã Suối Mơ: .*broken data; .*broken data/,
    );
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual([expect.stringMatching(NOTE)]);
  });

  test('later that week when nobody ran that morning', async () => {
    const { office } = await openOffice();
    expect(await at(office, '2025-11-27 14:20')).toEqual([expect.stringMatching(NOTE)]);
    expect(await at(office, '2025-11-28 07:45')).toEqual([]);
  });

  test('on Thursday when the days before are holidays', async () => {
    const { office } = await openOffice();
    for (const dayOff of ['2026-08-31', '2026-09-01', '2026-09-02']) {
      expect(await at(office, `${dayOff} 07:45`)).toEqual([]);
    }
    expect(await at(office, '2026-09-03 07:45')).toEqual([expect.stringMatching(NOTE)]);
  });

  test('at the turn of the year a week is one week', async () => {
    const { office } = await openOffice();
    expect(await at(office, '2025-12-29 07:45')).toHaveLength(1);
    expect(await at(office, '2025-12-31 07:45')).toEqual([]);
    expect(await at(office, '2026-01-05 07:45')).toHaveLength(1);
  });

  test('once, though several processes plan', async () => {
    const { office } = await openOffice();
    office.at('2025-11-24 07:45');
    const other = new LedgerOffice(database.opened, { now: '2025-11-24 07:45' });
    await Promise.all([office.plan(NOTES), other.plan(NOTES), office.plan(NOTES)]);
    await office.deliverOwed();
    expect(office.console.arrivals()).toHaveLength(1);
  });

  test('not to a clerk who has joined since that morning, but in the week after', async () => {
    const { office } = await openOffice();
    await at(office, '2025-11-24 07:45');
    await database.sql(`UPDATE "Member" SET role = 'clerk' WHERE name = 'Nguyễn Thị Lan'`);
    office.at('2025-11-24 09:00');
    await joins(office, 'Lan');
    expect(await at(office, '2025-11-25 07:45')).toEqual([]);
    const next = await at(office, '2025-12-01 07:45');
    expect(next.map((note) => note.split(':')[0]).toSorted()).toEqual(['lan', 'thu']);
  });

  describe('nobody is missing', () => {
    test('so nothing is sent, and whoever is lost during the week waits for the next', async () => {
      const { office } = await openOffice('Lan', 'Minh', 'Hạnh');
      expect(await at(office, '2025-11-24 07:45')).toEqual([]);
      const lan = await office.chatWith('Lan');
      await office.storage.chats.setReachable(lan.id, { why: 'blocked', at: office.clock.now() });
      expect(await at(office, '2025-11-26 07:45')).toEqual([]);
      expect(await at(office, '2025-12-01 07:45')).toEqual([
        expect.stringMatching(
          /Đã chặn hoặc xóa bot \(1\): Nguyễn Thị Lan \(Phòng Kinh tế\) → Nhờ họ bỏ chặn/,
        ),
      ]);
    });

    test('any more by the time the note is sent', async () => {
      const { office } = await openOffice('Lan', 'Minh');
      office.at('2025-11-24 07:45');
      await office.plan(NOTES);
      await joins(office, 'Hạnh');
      await office.deliverOwed();
      expect(office.console.arrivals()).toEqual([]);
      expect(await database.sql('SELECT kind, state FROM "Notice"')).toEqual([
        { kind: 'unreached', state: 'dropped' },
      ]);
    });
  });

  test('says for each reason who, and what to do, and what is wrong with groups and platforms', async () => {
    const { office } = await openOffice('Minh');
    const lan = await joins(office, 'Lan', 'zalo');
    const hanh = await joins(office, 'Hạnh', 'zalo');
    const group = await office.groupOf('Văn phòng', 'nhóm');
    const since = instantOf('2025-11-22 09:00');
    await office.storage.chats.setReachable(lan.id, { why: 'stranger', at: since });
    await office.storage.chats.setReachable(group.id, { why: 'chat-gone', at: since });
    await office.storage.outages.begin('zalo', 'signed-out', since);
    const [note = ''] = await at(office, '2025-11-24 07:45');
    expect(note).toMatch(/Zalo không gửi được từ 22\/11\/2025: 1 người không nhận được gì.*zalo-login/);
    expect(note).toMatch(
      /Zalo không cho nhắn người lạ \(1\): Nguyễn Thị Lan \(Phòng Kinh tế\) → Nhờ họ kết bạn/,
    );
    expect(note).toMatch(/Nhóm không gửi được \(1\): nhóm không tên \(Văn phòng\) → Thêm tôi vào lại nhóm/);
    expect(note).not.toMatch(/chưa kết nối|Hạnh|Minh/);
    expect(hanh.reachable).toBe(true);
  });

  test('of a bot whose plan is used up it says so, not that the token be checked', async () => {
    const { office } = await openOffice('Minh', 'Hạnh');
    await joins(office, 'Lan', 'zalo-bot');
    await office.storage.outages.begin('zalo-bot', 'used-up', instantOf('2025-11-22 09:00'));
    const [note = ''] = await at(office, '2025-11-24 07:45');
    expect(note).toMatch(/Zalo Bot không gửi được từ 22\/11\/2025: 1 người.*hết số tin trong tháng/);
    expect(note).not.toMatch(/token/);
  });

  test('goes by the clerk’s other platform when the first fails, and waits for an account that is out', async () => {
    const { office, zalo } = await openOffice();
    await joins(office, 'Thu', 'zalo');
    await office.prefers('Thu', 'zalo');
    zalo.failNext({ kind: 'permanent', reason: 'blocked' });
    expect(await at(office, '2025-11-24 07:45')).toEqual([]);
    await office.deliverOwed();
    expect(office.console.arrivals()).toHaveLength(1);
    expect(zalo.arrivals()).toEqual([]);
  });

  test('of two weeks in which nothing could be sent, one note comes', async () => {
    const { office } = await openOffice();
    office.console.failNext({ kind: 'out-of-service', retryAfterMs: 300_000 });
    expect(await at(office, '2025-11-24 07:45')).toEqual([]);
    expect(await at(office, '2025-12-01 07:45')).toEqual([expect.stringMatching(NOTE)]);
    expect(await database.sql('SELECT state FROM "Notice" ORDER BY id')).toEqual([
      { state: 'dropped' },
      { state: 'sent' },
    ]);
  });
});
