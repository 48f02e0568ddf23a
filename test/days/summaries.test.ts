/** What a week and a month have brought: the chairman and the clerk on Telegram, the head of a unit on Zalo. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import type { Person } from '../support/telegram/person.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import type { Person as OnZalo } from '../support/zalo/chats.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const sessionFile = join(tmpdir(), `nhachan-summaries-${process.pid}.json`);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;
let chairman: Person;
let clerk: Person;
let head: OnZalo;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-11-06 18:00', {
    telegram,
    zalo: { standIn: zalo, sessionFile },
    weeklyNotes: true,
  });
  await office.hires({
    ...LAM_SON,
    people: LAM_SON.people.filter(({ name }) => /Thái|Hạnh|Việt/.test(name)),
  });
  await zalo.listening();
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '10/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '13/11/2026', lead: 'VHXH, KT' },
    { title: 'Nộp sáng kiến', deadline: '11/11/2026', lead: 'VHXH' },
    { title: 'Lấy phiếu', deadline: '26/11/2026', lead: 'KT' },
  ]);
  chairman = await onTelegram('Đinh Văn Thái');
  clerk = await onTelegram('Tô Thị Hạnh');
  head = zalo.person('Lương Quốc Việt');
  head.says(`/start ${await office.invitationOf('Việt')}`);
  await head.nextMessage(/Xin chào/);
  head.says('xong 3 https://lamson.example.vn/sang-kien');
  await head.nextMessage(/Đã ghi nhận #3/);
});

afterEach(async () => {
  await office.settle();
  office.nothingElse();
  zalo.nothingElse();
  telegram.nothingElse();
  await office.close();
  await zalo.stop();
  await telegram.stop();
  await rm(sessionFile, { force: true });
});

async function onTelegram(name: string): Promise<Person> {
  const person = telegram.person(name);
  person.startBot(await office.invitationOf(name));
  await person.nextMessage(/Xin chào/);
  return person;
}

/** Of this person, among what a morning has brought. */
async function summaryTo(person: Person | OnZalo, heading: RegExp): Promise<string> {
  for (;;) {
    const { text } = await person.nextMessage();
    if (heading.test(text)) return text;
  }
}

test('on Monday the office sees what was done, what is overdue and what is due, and as a picture and a table', async () => {
  await office.at('2026-11-16 07:45');
  const text = await summaryTo(chairman, /Tổng hợp tuần/);
  expect(text).toBe(
    [
      '🗓 Tổng hợp tuần 09/11–15/11/2026 · UBND xã Lâm Sơn Thử',
      '✅ Việc xong: 0 (tuần trước 1, giảm 1)',
      '🔴 Đang quá hạn: 2 (tuần trước 0, tăng 2)',
      '📅 Đến hạn 16/11–22/11: 0',
      '',
      'Theo đơn vị (✅ xong · 🔴 quá hạn · 📅 đến hạn):',
      'Phòng Văn hóa - Xã hội: ✅ 0 · 🔴 2 · 📅 0',
      'Phòng Kinh tế: ✅ 0 · 🔴 1 · 📅 0',
      '',
      'Chờ lâu nhất:',
      '#1 Rà soát hộ nghèo — hạn 10/11, quá hạn 6 ngày — Phòng Văn hóa - Xã hội',
      '#2 Kiểm kê đất đai — hạn 13/11, quá hạn 3 ngày — Phòng Văn hóa - Xã hội; Phòng Kinh tế',
    ].join('\n'),
  );
  await summaryTo(clerk, /Tổng hợp tuần 09\/11–15\/11\/2026 · UBND xã Lâm Sơn Thử/);
  chairman.presses('🖼 Ảnh');
  await chairman.nextMessage(/Ảnh tiến độ UBND xã Lâm Sơn Thử/);
  expect((await chairman.nextMessage()).file?.content.length).toBeGreaterThan(1_000);
  clerk.presses('📄 Excel');
  await clerk.nextMessage(/Bảng tiến độ UBND xã Lâm Sơn Thử/);
  expect((await clerk.nextMessage()).file?.name).toBe('tien-do-2026-11-16.xlsx');
  await summaryTo(head, /Tổng hợp tuần/);
});

test('a head sees the own unit, and presses by number where there are no buttons', async () => {
  await office.at('2026-11-16 07:45');
  const text = await summaryTo(head, /Tổng hợp tuần/);
  expect(text).toMatch(
    /09\/11–15\/11\/2026 · Phòng Văn hóa - Xã hội\n✅ Việc xong: 0 [^\n]*\n🔴 Đang quá hạn: 2/,
  );
  expect(text).toMatch(/#2 Kiểm kê đất đai — hạn 13\/11, quá hạn 3 ngày\n/);
  expect(text).not.toMatch(/Phòng Kinh tế|Theo đơn vị/);
  expect(text).toMatch(/1: 🖼 Ảnh · 2: 📄 Excel/);
  head.says('2');
  await head.nextMessage(/Bảng tiến độ Phòng Văn hóa - Xã hội/);
  expect((await head.nextMessage()).file?.name).toBe('tien-do-2026-11-16.xlsx');
  await summaryTo(chairman, /Tổng hợp tuần/);
  await summaryTo(clerk, /Tổng hợp tuần/);
});

test('what is reported before it is sent is told as done; the month compares with the month before', async () => {
  await office.at('2026-11-16 07:45');
  for (const one of [chairman, clerk, head]) await summaryTo(one, /Tổng hợp tuần/);
  head.says('xong 1 https://lamson.example.vn/ho-ngheo');
  await head.nextMessage(/Đã ghi nhận #1/);
  clerk.says('/caidat tuan khong');
  await clerk.nextMessage(/Tổng hợp tuần: không báo/);
  await office.at('2026-12-01 07:45');
  const text = await summaryTo(chairman, /Tổng hợp tháng/);
  expect(text).toMatch(
    /Tổng hợp tháng 01\/11–30\/11\/2026 · UBND xã Lâm Sơn Thử\n✅ Việc xong: 2 \(tháng trước 0, tăng 2\)/,
  );
  expect(text).toMatch(/🔴 Đang quá hạn: 2 \(tháng trước 0, tăng 2\)\n📅 Đến hạn 01\/12–31\/12: 0/);
  await summaryTo(clerk, /Tổng hợp tháng/);
  await summaryTo(head, /Tổng hợp tháng .* Phòng Văn hóa/);
});
