/** A chairman's morning holds what waits for a decision of his, and nothing else: one on Telegram, one on Zalo. */
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

const sessionFile = join(tmpdir(), `nhachan-leader-morning-${process.pid}.json`);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;
let chairman: Person;
let deputy: OnZalo;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-11-18 14:00', { telegram, zalo: { standIn: zalo, sessionFile } });
  await office.hires({
    ...LAM_SON,
    people: [
      ...LAM_SON.people,
      { name: 'Cù Thị Ngân', unit: null, title: 'Phó Chủ tịch', role: 'leader', unitHead: false },
    ],
  });
  await zalo.listening();
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '19/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '23/11/2026', lead: 'KT' },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH' },
    { title: 'Báo cáo tuần', deadline: 'Thứ Sáu hằng tuần', lead: 'KT' },
  ]);
  chairman = telegram.person('Đinh Văn Thái');
  chairman.startBot(await office.invitationOf('Thái'));
  await chairman.nextMessage(/Xin chào/);
  deputy = zalo.person('Cù Thị Ngân');
  deputy.says(`/start ${await office.invitationOf('Ngân')}`);
  await deputy.nextMessage(/Xin chào/);
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

test('what is due, soon due or overdue for a day or two is no matter of theirs; the third day is', async () => {
  for (const day of [19, 20, 23]) await office.at(`2026-11-${day} 07:45`);
  // The 24th is a holiday.
  await office.at('2026-11-25 07:45');
  const { text } = await chairman.nextMessage(/có 1 việc chờ ý kiến:\n\n🔴 QUÁ HẠN\n#1 Rà soát hộ nghèo/);
  expect(text).toMatch(/quá hạn 6 ngày — Phòng Văn hóa - Xã hội\n\nNhắc ngay: đôn đốc 1\./);
  expect(text).not.toMatch(/#[234]|SẮP ĐẾN|xong 1/);
  await deputy.nextMessage(/QUÁ HẠN\n#1 /);
  await office.at('2026-11-26 07:45');
  // Of the weekly task it is the third day.
  expect((await chairman.nextMessage(/có 1 việc chờ ý kiến/)).text).toMatch(/#4 [^#]*$/);
  await deputy.nextMessage(/#4 /);
});

test('a weekly task that is overdue is spoken of without the weeks to come', async () => {
  await office.at('2026-12-02 07:45');
  const { text } = await chairman.nextMessage(/#4 Báo cáo tuần/);
  expect(text).toMatch(/#4 Báo cáo tuần — quá hạn 2 kỳ|#4 Báo cáo tuần — .*27\/11/);
  expect(text).not.toMatch(/04\/12|còn 2 ngày/);
  await deputy.nextMessage(/#4/);
});

test('what waits is told every morning until it is answered, and by a button or a number it is', async () => {
  await office.storage.offices.setSettings((await office.storage.offices.all())[0]?.id ?? 0, {
    acceptFirst: true,
  });
  await office.join('Lan', 'Hưng');
  const [lan, hung] = [await office.person('Lan'), await office.person('Hưng')];
  await lan.says('xong 3 https://lamson.example.vn/sang-kien');
  lan.receives(/Đã ghi nhận #3/, /Chờ duyệt/);
  await chairman.nextMessage(/Báo cáo chờ duyệt/);
  await deputy.nextMessage(/Báo cáo chờ duyệt/);
  await hung.says('gia hạn 2 đến 30/11 vì chờ bản đồ');
  hung.receives(/Đã chuyển yêu cầu gia hạn #2/);
  await chairman.nextMessage(/xin gia hạn/);
  await deputy.nextMessage(/xin gia hạn/);
  await hung.says('chuyển 4 cho VP');
  hung.receives(/Đã .*chuyển #4|chuyển #4/);
  // Whoever has been told during the day is not told again before the next morning.
  await office.at('2026-11-18 15:00');
  lan.receives(/#1 .*còn 1 ngày/);
  hung.receives(/#4[\s\S]*#2/);
  chairman.nothingElse();

  await office.at('2026-11-19 07:45');
  lan.receives(/#1 .*hôm nay/);
  hung.receives(/#4/);
  const { text } = await chairman.nextMessage(/có 3 việc chờ ý kiến/);
  expect(text).toContain(
    [
      '📩 CHỜ DUYỆT (1)',
      '#3 Nộp sáng kiến — hạn 27/11',
      '   Hà Thị Lan, 14:00 18/11: https://lamson.example.vn/sang-kien',
      '',
      '⏱ XIN GIA HẠN (1)',
      '#2 Kiểm kê đất đai — hạn 23/11, xin đến 30/11',
      '   Khổng Minh Hưng. Lý do: chờ bản đồ',
      '',
      '📤 ĐỀ NGHỊ CHUYỂN VIỆC (1)',
      '#4 Báo cáo tuần',
      '   Khổng Minh Hưng: từ Phòng Kinh tế sang Văn phòng HĐND và UBND',
    ].join('\n'),
  );
  expect(text).not.toMatch(/QUÁ HẠN|SẮP ĐẾN|#1/);
  await deputy.nextMessage(
    /CHỜ DUYỆT[\s\S]*Trả lời 1: #3 ✅ Duyệt · 2: #3 ↩️ Trả lại · 3: #2 Đồng ý · 4: #2 Không đồng ý · 5: #4/,
  );

  chairman.presses('#3 ✅ Duyệt');
  await chairman.nextMessage(/✅ Đã duyệt #3/);
  lan.receives(/Đinh Văn Thái đã duyệt báo cáo #3/);
  deputy.says('3');
  await deputy.nextMessage(/Đã đồng ý gia hạn #2/);
  hung.receives(/Cù Thị Ngân đã đồng ý gia hạn #2/);

  await office.at('2026-11-20 07:45');
  hung.receives(/#4/);
  lan.receives(/QUÁ HẠN\n#1/);
  const { text: next } = await chairman.nextMessage(/có 1 việc chờ ý kiến:\n\n📤 ĐỀ NGHỊ CHUYỂN VIỆC/);
  expect(next).not.toMatch(/#[123]/);
  await deputy.nextMessage(/ĐỀ NGHỊ CHUYỂN VIỆC[\s\S]*1: #4 📥 Nhận · 2: #4 ✋ Không nhận/);
  deputy.says('1');
  await deputy.nextMessage(/Đã nhận #4 Báo cáo tuần: nay Văn phòng HĐND và UBND chủ trì/);
  hung.receives(/#4 Báo cáo tuần chuyển từ Phòng Kinh tế/);
  // Nothing waits any more: no notice.
  await office.at('2026-11-23 07:45');
  hung.receives(/#2 .*gia hạn đến 30\/11/);
  chairman.nothingElse();
});
