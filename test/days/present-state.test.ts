import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let clerk: TestChat;
let chairman: TestChat;

beforeAll(async () => {
  office = await TestOffice.open('2026-11-09 18:00');
  await office.hires(LAM_SON);
  await office.importsPlan([
    { title: 'Báo cáo tuần', deadline: 'Thứ Năm hằng tuần', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '08/12/2026', lead: 'KT' },
    { title: 'Rà soát hộ nghèo', deadline: '31/12/2026', lead: 'VHXH' },
  ]);
  await office.join('Lan', 'Hạnh', 'Thái');
  [lan, clerk, chairman] = await office.people('Lan', 'Hạnh', 'Thái');
});

afterEach(() => office.nothingElse());
afterAll(() => office.close());

const RED = '#1 Báo cáo tuần — quá hạn 3 kỳ: 12/11, 19/11, 26/11; lâu nhất 19 ngày';
const ORANGE = '#1 Báo cáo tuần — hạn 03/12, còn 2 ngày';
const OF_UNIT = ' — Phòng Văn hóa - Xã hội';

test('the notice, /viec, /quahan and #1 say one and the same of a weekly task', async () => {
  await office.at('2026-11-30 07:45');
  lan.receives(/quá hạn 3 kỳ: 12\/11, 19\/11, 26\/11; lâu nhất 18 ngày/);
  chairman.receives(/quá hạn 3 kỳ/);
  await office.at('2026-12-01 07:45');
  // News is 26/11, three working days late; what is older is not, and stands there all the same.
  const notice = lan.receives();
  expect(notice).toContain(`🔴 QUÁ HẠN\n${RED}\n\n🟠 SẮP ĐẾN HẠN\n${ORANGE}\n`);
  chairman.receives(/🔴 QUÁ HẠN\n#1/);
  clerk.receives(/🟢 TRONG HẠN\n#2 .*còn 7 ngày/);

  await lan.says('/viec');
  expect(lan.receives()).toContain(`🔴 QUÁ HẠN\n${RED}\n\n🟠 SẮP ĐẾN HẠN\n${ORANGE}\n`);
  await lan.says('/quahan');
  expect(lan.receives()).toContain(RED + OF_UNIT);
  await lan.says('#1');
  lan.receives(/🔴 quá hạn 3 kỳ: 12\/11, 19\/11, 26\/11; lâu nhất 19 ngày\n🟠 hạn 03\/12, còn 2 ngày\n/);
});

test('a leader’s /viec is the state of the office: its figures, what is overdue, what the next week brings', async () => {
  await chairman.says('/viec');
  expect(chairman.receives()).toBe(
    [
      '📊 Tiến độ UBND xã Lâm Sơn Thử đến ngày 01/12/2026',
      'Tổng số nhiệm vụ được giao: 3',
      '✅ Đã hoàn thành: 0 (0%) — đúng hạn 0, quá hạn 0',
      '⏳ Chưa hoàn thành: 3 — trong hạn 2, quá hạn 1',
      '',
      '🔴 QUÁ HẠN',
      RED + OF_UNIT,
      '',
      '🟠 SẮP ĐẾN HẠN',
      ORANGE + OF_UNIT,
      '',
      '🟢 TRONG 7 NGÀY TỚI',
      '#2 Kiểm kê tài sản — hạn 08/12, còn 7 ngày — Phòng Kinh tế',
    ].join('\n'),
  );
});

test('"xong" to a notice is about the oldest date that it shows, and about no date after it', async () => {
  await office.at('2026-12-02 07:45');
  lan.receives(/quá hạn 3 kỳ/);
  chairman.receives(/#1/);
  await lan.replies('xong 1');
  lan.receives(/Đã ghi nhận #1 hoàn thành — hạn 12\/11/);
  for (const day of ['19/11', '26/11', '03/12']) {
    await lan.says('xong 1');
    lan.receives(new RegExp(`Đã ghi nhận #1 hoàn thành — hạn ${day}`));
  }
});

test('the next date of a weekly task is named by its day, and a button reports it', async () => {
  await lan.says('xong 1');
  lan.receives(
    /đã được Hà Thị Lan báo ngày 02\/12 — hạn 03\/12.*\nNếu báo cho kỳ sau — hạn 10\/12 — thì chọn kỳ đó\.$/s,
  );
  await lan.presses('✅ Xong #1 kỳ 10/12');
  lan.receives(/Đã ghi nhận #1 hoàn thành — hạn 10\/12/);
});

test('whoever opens the chat again is told once how things stand', async () => {
  await lan.blocks();
  await office.at('2026-12-03 09:00');
  await lan.unblocks();
  lan.receives(
    /^Chào mừng anh\/chị Hà Thị Lan trở lại\..*\n\nViệc của Hà Thị Lan\n.*2 việc chưa xong\n\n🟢 TRONG HẠN\n#1 Báo cáo tuần — hạn 17\/12/s,
  );
  await lan.unblocks();
  await chairman.blocks();
  await chairman.unblocks();
  chairman.receives(/^Chào mừng anh\/chị Đinh Văn Thái trở lại[\s\S]*📊 Tiến độ/);
});

test('whoever is on the roster again is told how things stand, and nobody else', async () => {
  await office.hires({ ...LAM_SON, people: LAM_SON.people.filter(({ name }) => name !== 'Hà Thị Lan') });
  await lan.says('/viec');
  lan.receives(/chưa biết anh\/chị/);
  await office.hires(LAM_SON);
  lan.receives(/^Chào mừng anh\/chị Hà Thị Lan trở lại/);
});
