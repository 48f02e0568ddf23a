/** How something is done, for whoever asks: what they may do, on one screen, and each of it in full. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let hanh: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Hạnh');
  [lan, hanh] = await office.people('Lan', 'Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('an officer is shown what officers do, a clerk what clerks do', async () => {
  await lan.says('/help');
  const officer = lan.receives(/xong 12 — báo xong/, /\/help gia hạn/);
  expect(officer).not.toMatch(/\/caidat|\/duyet|\/themviec/);
  await hanh.says('/help');
  const clerk = hanh.receives(/\/caidat/, /Gửi tệp kế hoạch/, /giao 12 cho anh Tám/);
  for (const text of [officer, clerk]) expect(text.split('\n').length).toBeLessThanOrEqual(26);
});

test.each([
  ['/help gia hạn', /gia hạn 12 đến 20\/12 vì … — xin gia hạn việc số 12/],
  ['/help xin thêm thời gian', /gia hạn 12 đến 20\/12/],
  ['/help báo xong', /xong 12 — báo việc số 12 đã xong[\s\S]*trả lời ngay tin nhắc việc/],
  ['/help han', /\/han 8 15\/12\/2026/],
  ['/help rút báo cáo', /\/rut 12/],
  ['/help vướng mắc', /vướng 12 vì/],
  ['/help nhắc lại sau', /mai nhắc lại 12/],
  ['/help asdf', /Chưa rõ “asdf” là việc gì[\s\S]*xong 12 — báo xong/],
  ['/help trời mưa quá', /Chưa rõ “trời mưa quá”/],
])('%s is explained', async (typed, answer) => {
  await lan.says(typed);
  lan.receives(answer);
});
