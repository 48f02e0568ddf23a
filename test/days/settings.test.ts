/** What an office decides for itself: shown on one screen, changed, undone; and reminders that go by it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SETTINGS, settingAsked } from '../../src/chat/settings-list.ts';
import { LOCALES, translator } from '../../src/chat/translate.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 14:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh', 'Lan');
  [clerk, lan] = await office.people('Hạnh', 'Lan');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

const answer = (words: string) => clerk.asks(words);

describe('every setting is shown, changed, shown anew and undone', () => {
  const TRIED: Record<(typeof SETTINGS)[number]['name'], [typed: string, shown: RegExp, wrong: string]> = {
    remindFrom: ['/caidat gio 7h30', /Giờ nhắc buổi sáng: 07:30/, '/caidat gio 25h'],
    remindUntil: ['/caidat yenlang 18h', /Không nhắc sau: 18:00/, '/caidat yenlang 25h'],
    daysBefore: ['/caidat nhac 2, 10', /Nhắc trước hạn \(ngày\): 10, 2\./, '/caidat nhac nhiều'],
    overdueEveryWorkingDays: ['/caidat quahan 1', /mỗi \(ngày làm việc\): 1\./, '/caidat quahan 0'],
    unitHeadFromOverdueDay: [
      '/caidat truong 2',
      /Báo trưởng đơn vị: từ ngày quá hạn thứ 2/,
      '/caidat truong mai',
    ],
    leaderFromOverdueDay: ['/caidat lanhdao không', /Báo lãnh đạo: không báo/, '/caidat lanhdao 99'],
    monthlyAskBeforeDay: ['/caidat thuongxuyen 25', /hỏi trước ngày: 25/, '/caidat thuongxuyen 40'],
    closingDay: ['/caidat chotso 20', /Chốt số liệu ngày: 20/, '/caidat chotso x'],
    weeklyOn: ['/caidat tuan thứ sáu', /Tổng hợp tuần: thứ Sáu/, '/caidat tuan mưa'],
    monthlyOn: ['/caidat thang không', /Tổng hợp tháng: không báo/, '/caidat thang 32'],
    acceptFirst: ['/caidat duyet co', /Báo cáo: được duyệt mới tính là xong/, '/caidat duyet mai'],
    daysOff: [
      '/caidat nghi 20/11, 23/11',
      /Ngày nghỉ riêng: 20\/11\/2026, 23\/11\/2026/,
      '/caidat nghi tháng 11',
    ],
    swaps: [
      '/caidat hoandoi 31/12 sang thứ bảy 26/12',
      /Hoán đổi ngày làm việc: thứ Năm 31\/12\/2026 \(làm bù thứ Bảy 26\/12\/2026\)/,
      '/caidat hoandoi thứ hai 31/12 sang thứ bảy 26/12',
    ],
    workedDays: ['/caidat lambu 21/11', /Ngày làm bù: 21\/11\/2026/, '/caidat lambu hôm nào đó'],
  };

  test.each(Object.entries(TRIED))('%s', async (_name, [typed, shown, wrong]) => {
    const before = await answer('/caidat');
    expect(before).toMatch(/Cài đặt của UBND xã Lâm Sơn Thử/);
    expect(before).not.toMatch(shown);
    expect(await answer(wrong)).toMatch(/Chưa hiểu giá trị này/);
    expect(await answer(typed)).toMatch(/Đã đổi|Từ nay/);
    expect(await answer('/caidat')).toMatch(shown);
    expect(await answer(typed)).toMatch(/Đang như vậy rồi/);
    expect(await answer('hoàn tác')).toMatch(/cài đặt ".+"\. Hoàn tác việc đó\?/);
    await clerk.presses('Hoàn tác');
    clerk.receives(/Đã hoàn tác: cài đặt ".+"/);
    expect(await answer('/caidat')).toBe(before);
  });

  test('how each is changed is told with an example that is understood, in every language', () => {
    const context = { today: '2026-11-16', settings: {}, plans: [] };
    for (const t of LOCALES.map(translator)) {
      for (const { key, name } of SETTINGS) {
        const example = t(`settings.${key}.how`)
          .replace(/^.*\/(?:caidat|settings) /, '')
          .replace(/ \(.*$/, '');
        const asked = settingAsked(example, context);
        expect(asked, example).toMatchObject({ kind: 'change', change: { setting: name } });
      }
    }
  });

  test('none is left out', () => {
    expect(SETTINGS.map(({ name }) => name).toSorted()).toEqual(Object.keys(TRIED).toSorted());
  });
});

test('reminders go by them: at the hour, on the stages, and not on the office’s own day off', async () => {
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '27/11/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '19/11/2026', lead: 'VHXH' },
  ]);
  await answer('/caidat gio 8h15');
  await answer('/caidat nhac 2');
  await answer('/caidat nghi 20/11');
  await office.at('2026-11-17 07:45');
  await office.at('2026-11-17 08:15');
  lan.receives(/#2 Nộp sáng kiến/);
  await office.at('2026-11-19 08:15');
  lan.receives(/#2 .*hôm nay/);
  // Overdue, and the office's day off: Monday tells it.
  await office.at('2026-11-20 08:15');
  await office.at('2026-11-23 08:15');
  lan.receives(/QUÁ HẠN[\s\S]*#2/);
  expect(await answer('/caidat nghi bo 20/11')).toMatch(/Ngày nghỉ riêng: không có/);
  expect(await answer('/caidat gio macdinh')).toMatch(/07:45/);
});

test('only a clerk sees and changes them', async () => {
  await lan.says('/caidat gio 9h');
  lan.receives(/Chỉ đầu mối/);
  await lan.says('/caidat');
  lan.receives(/Chỉ đầu mối/);
  expect(await answer('/caidat mau xanh')).toMatch(/Không có cài đặt này/);
});

test('the days of a feast are typed as they are announced, and taken back as one', async () => {
  expect(await answer('nghỉ Tết từ 14/2 đến 22/2')).toMatch(/Ngày nghỉ riêng: 14\/02\/2027 – 22\/02\/2027/);
  expect(await answer('làm bù thứ bảy 28/2')).toMatch(/Ngày làm bù: 28\/02\/2027/);
  expect(await answer('/caidat nghi bo từ 15 đến 22/2')).toMatch(/Ngày nghỉ riêng: 14\/02\/2027\./);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác/);
  expect(await answer('/caidat nghi')).toMatch(/14\/02\/2027 – 22\/02\/2027/);
  expect(await answer('/caidat nghi từ 1/1 đến 1/6')).toMatch(/Chưa hiểu giá trị này/);
  await lan.says('nghỉ Tết từ 14/2 đến 22/2');
  lan.receives(/Chỉ đầu mối/);
});

test('reminders never begin after they end: not as typed, not by a default, not by undoing', async () => {
  expect(await answer('/caidat gio 17h45')).toMatch(
    /Chưa đổi: giờ nhắc buổi sáng phải sớm hơn giờ thôi nhắc/,
  );
  expect(await answer('/caidat yenlang 6h')).toMatch(/Chưa đổi: giờ nhắc buổi sáng phải sớm hơn/);
  expect(await answer('/caidat gio 6h')).toMatch(/Đã đổi/);
  const [undo] = clerk.offered('Hoàn tác');
  expect(await answer('/caidat yenlang 7h')).toMatch(/Đã đổi/);
  expect(await answer('/caidat gio macdinh')).toMatch(/phải sớm hơn giờ thôi nhắc/);
  await clerk.pressesForged(undo?.data ?? '');
  clerk.receives(/Chưa hoàn tác được cài đặt "Giờ nhắc buổi sáng: 06:00"/);
  expect(await answer('/caidat yenlang macdinh')).toMatch(/Đã đổi/);
  await clerk.pressesForged(undo?.data ?? '');
  clerk.receives(/Đã hoàn tác: cài đặt "Giờ nhắc buổi sáng: 06:00"/);
});

test('working days are swapped as it is announced: one off, the other worked, both undone as one', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '31/12/2026', lead: 'VHXH' }]);
  expect(
    await answer('hoán đổi ngày làm việc từ thứ Năm (ngày 24/12/2026) sang thứ Bảy (ngày 19/12/2026)'),
  ).toMatch(/thứ Năm 24\/12\/2026 \(làm bù thứ Bảy 19\/12\/2026\)/);
  expect(await answer('/caidat')).toMatch(/Hoán đổi ngày làm việc: thứ Năm 24\/12\/2026/);
  // Said the other way round it is the same.
  expect(await answer('/caidat hoandoi thứ bảy 19/12 sang thứ năm 24/12')).toMatch(/Đang như vậy rồi/);
  // Seven days before the 31st nobody works, and hears on the day before; three days before as ever.
  await office.at('2026-12-23 07:45');
  lan.receives(/#1 Rà soát hộ nghèo/);
  await office.at('2026-12-24 07:45');
  expect(await answer('/caidat hoandoi bo 24/12')).toMatch(/Hoán đổi ngày làm việc: không có/);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác: cài đặt "Hoán đổi ngày làm việc/);
  expect(await answer('/caidat hoandoi bo 25/12')).toMatch(/Chưa hiểu giá trị này/);
});

test('only a working day is swapped for a day off, once; what was added is dropped as it was said', async () => {
  // Of next year, both.
  expect(await answer('/caidat hoandoi 30/8 sang 21/8')).toMatch(
    /thứ Hai 30\/08\/2027 \(làm bù thứ Bảy 21\/08\/2027\)/,
  );
  for (const [typed, why] of [
    ['hoandoi 29/12 sang 30/12', /Chưa đổi: thứ Tư 30\/12\/2026 vốn là ngày làm việc/],
    ['hoandoi 26/12 sang 27/12', /Chưa đổi: thứ Bảy 26\/12\/2026 vốn là ngày nghỉ/],
    ['hoandoi 30/8 sang 28/8', /Chưa đổi: thứ Hai 30\/08\/2027 đã có trong một lần hoán đổi khác/],
    ['hoandoi 31/8 sang 21/8', /Chưa đổi: thứ Bảy 21\/08\/2027 đã có trong một lần hoán đổi khác/],
    ['lambu 30/12', /Chưa đổi: thứ Tư 30\/12\/2026 vốn là ngày làm việc/],
    ['lambu 21/8', /Chưa đổi: thứ Bảy 21\/08\/2027 vốn là ngày làm việc/],
  ] as const) {
    expect(await answer(`/caidat ${typed}`)).toMatch(why);
  }
  expect(await answer('/caidat hoandoi')).toMatch(/làm bù thứ Bảy 21\/08\/2027\)\. .*bỏ: hoandoi bo 31\/8/);
  expect(await answer('/caidat hoandoi bỏ 30/8')).toMatch(/Hoán đổi ngày làm việc: không có/);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác/);
  expect(await answer('/caidat hoandoi bỏ thứ bảy 21/8')).toMatch(/Hoán đổi ngày làm việc: không có/);
});

test('a plan may have stages of its own', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '27/11/2026', lead: 'VHXH' }]);
  await office.importsPlan([{ title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH' }], {
    number: '12/KH-UBND',
    title: 'Kế hoạch sáng kiến',
  });
  const before = await answer('/caidat');
  expect(await answer('/caidat nhac 10, 2 kế hoạch 12/KH-UBND')).toMatch(
    /Đã đổi[\s\S]*• 12\/KH-UBND — Nhắc trước hạn \(ngày\): 10, 2\. Đổi: .* kế hoạch 12\/KH-UBND/,
  );
  expect(await answer('/caidat lanhdao không cho kế hoạch 12/KH-UBND')).toMatch(
    /12\/KH-UBND — Báo lãnh đạo: không báo/,
  );
  expect(await answer('/caidat')).toMatch(
    /Nhắc trước hạn \(ngày\): 7, 3, 1[\s\S]*12\/KH-UBND — Nhắc trước hạn \(ngày\): 10, 2/,
  );
  // The 17th is ten days before: of that plan alone.
  await office.at('2026-11-17 07:45');
  expect(lan.receives(/#2 Nộp sáng kiến/)).not.toMatch(/#1/);
  expect(await answer('/caidat gio 8h kế hoạch 12/KH-UBND')).toMatch(/của cả cơ quan/);
  expect(await answer('/caidat nhac 5 kế hoạch 99/KH-UBND')).toMatch(/Không rõ kế hoạch "99\/kh-ubnd"/);
  expect(await answer('/caidat nhac macdinh kế hoạch 12/KH-UBND')).toMatch(/7, 3, 1/);
  expect(await answer('/caidat lanhdao macdinh kế hoạch 12/KH-UBND')).toMatch(/từ ngày quá hạn thứ 3/);
  expect(await answer('/caidat')).toBe(before);
});
