/** A task that stands in no plan: said in a message, reminded of and counted as any other. */
import { afterEach, beforeEach, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let leader: TestChat;
let head: TestChat;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 14:00');
  await office.hires(LAM_SON);
  await office.join('Thái', 'Việt', 'Lan');
  [leader, head, lan] = await office.people('Thái', 'Việt', 'Lan');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('the chairman adds one; those in charge hear it at once, are reminded of it, and report it', async () => {
  await leader.says('/themviec Báo cáo nhanh tình hình mưa lũ, VHXH, trước 16h 20/11');
  leader.receives(/🆕 Đã thêm #1 Báo cáo nhanh tình hình mưa lũ — .*20\/11.* — Phòng Văn hóa - Xã hội/);
  lan.receives(/🆕 Đinh Văn Thái giao việc mới: #1 Báo cáo nhanh tình hình mưa lũ.*Xong thì báo: xong 1/);
  head.receives(/giao việc mới: #1/);
  await office.at('2026-11-17 07:45');
  lan.receives(/#1 .*còn 3 ngày/);
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await leader.says('/tiendo');
  leader.receives(/Tổng số nhiệm vụ được giao: 1\n✅ Đã hoàn thành: 1/);
  await lan.says('#1');
  lan.receives(/Mục: Việc ngoài kế hoạch 2026/);
});

test('what is missing is asked for; a head adds for the own unit, an officer for none', async () => {
  await leader.says('thêm việc Rà soát hộ nghèo toàn xã, trước 30/11');
  leader.receives(/Giao “Rà soát hộ nghèo toàn xã” cho đơn vị nào/);
  await head.says('/themviec Rà soát hộ nghèo toàn xã');
  head.receives(/“Rà soát hộ nghèo toàn xã” hạn khi nào/);
  await head.says('/themviec Rà soát hộ nghèo toàn xã, trước 30/11');
  head.receives(/Đã thêm #1/);
  lan.receives(/Lương Quốc Việt giao việc mới: #1/);
  await head.says('/themviec Kiểm kê tài sản, KT, trước 30/11');
  head.receives(/trưởng đơn vị thêm được việc của đơn vị mình/);
  await lan.says('/themviec Kiểm kê tài sản, VHXH, trước 30/11');
  lan.receives(/Lãnh đạo, đầu mối thêm được việc/);
  await leader.says('/themviec Kiểm kê tài sản, KT, trước 1/11');
  leader.receives(/Hạn 31\/10\/2026 đã qua/);
});

test('taken back, nobody is reminded of it; once it is reported it stays', async () => {
  await leader.says('/themviec Rà soát hộ nghèo, VHXH, 18/11');
  leader.receives(/Đã thêm #1/);
  lan.receives(/#1/);
  head.receives(/#1/);
  await leader.presses('Hoàn tác');
  leader.receives(/Đã hoàn tác: việc thêm #1/);
  lan.receives(/Đinh Văn Thái đã hoàn tác việc thêm #1/);
  head.receives(/đã hoàn tác việc thêm #1/);
  await office.at('2026-11-17 07:45');
  await leader.says('/themviec Nộp sáng kiến, VHXH, 19/11');
  leader.receives(/Đã thêm #2/);
  lan.receives(/#2/);
  head.receives(/#2/);
  await lan.says('xong 2');
  lan.receives(/Đã ghi nhận #2/);
  await leader.says('hoàn tác');
  leader.receives(/Chưa hoàn tác được việc thêm #2: sau đó Hà Thị Lan đã báo cáo/);
});
