import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { TestOffice } from '../support/test-office.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 14:00');
  await office.hires(LAM_SON);
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('a task is spoken of 7, 3 and 1 days before, on the day, and then no more once it is reported', async () => {
  await office.importsPlan([{ title: 'Tổng hợp số liệu lớp học', deadline: '27/11/2026', lead: 'VHXH' }]);
  await office.join('Lan');
  const lan = await office.person('Lan');

  await office.at('2026-11-19 07:45');
  await office.at('2026-11-20 07:45');
  lan.receives(/🟢 TRONG HẠN\n#1 Tổng hợp số liệu lớp học — hạn 27\/11, còn 7 ngày/);
  // The 24th is a holiday: three days before the date is a working day all the same only when it is not.
  await office.at('2026-11-23 07:45');
  lan.receives(/🟠 SẮP ĐẾN HẠN\n#1 .*còn 4 ngày|🟢 TRONG HẠN\n#1 .*còn 4 ngày/);
  await office.at('2026-11-24 07:45');
  await office.at('2026-11-25 07:45');
  await office.at('2026-11-26 07:45');
  lan.receives(/🟠 SẮP ĐẾN HẠN\n#1 .*còn 1 ngày/);

  await lan.says('xong 1 https://lamson.example.vn/so-lieu');
  lan.receives(/Đã ghi nhận #1 hoàn thành/, /Minh chứng: https:\/\/lamson\.example\.vn\/so-lieu/, /không nhắc nữa/);
  await office.at('2026-11-27 07:45');
  await office.at('2026-11-30 07:45');
});

test('an overdue task goes to the head on the first working day, to the chairman on the third', async () => {
  await office.importsPlan([{ title: 'Nộp danh sách hộ', deadline: 'Trước ngày 20/11/2026', lead: 'VHXH' }]);
  await office.join('Lan', 'Việt', 'Thái');
  const [lan, head, chairman] = await Promise.all(['Lan', 'Việt', 'Thái'].map((name) => office.person(name)));
  await office.at('2026-11-16 14:05');
  lan?.receives(/#1 .*trước 20\/11 \(chậm nhất 19\/11\), còn 3 ngày/);

  await office.at('2026-11-18 07:45');
  lan?.receives(/còn 1 ngày/);
  await office.at('2026-11-19 07:45');
  lan?.receives(/hôm nay/);
  await office.at('2026-11-20 07:45');
  lan?.receives(/🔴 QUÁ HẠN\n#1 .*quá 1 ngày/);
  head?.receives(/🔴 QUÁ HẠN\n#1 /);
  await office.at('2026-11-23 07:45');
  await office.at('2026-11-25 07:45');
  lan?.receives(/quá 6 ngày/);
  head?.receives(/quá 6 ngày/);
  chairman?.receives(/quá 6 ngày — Phòng Văn hóa - Xã hội/);
  expect(true).toBe(true);
});
