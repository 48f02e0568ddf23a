import { afterEach, beforeEach, describe, inject, test } from 'vitest';
import { embeddedDatabase, serverDatabase } from '../support/databases.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { openedOnce } from '../support/open-database.ts';
import { emptyRedis } from '../support/redis.ts';
import { TestOffice } from '../support/test-office.ts';

const HOUSES = [
  { house: 'embedded', isHere: true, open: async () => ({ database: await openedOnce(embeddedDatabase) }) },
  {
    house: 'PostgreSQL and Redis',
    isHere: inject('redisUrl') !== null && inject('postgresUrl') !== null,
    open: async () => ({ database: await openedOnce(serverDatabase), redisUrl: await emptyRedis() }),
  },
];

describe.each(HOUSES)('mornings, $house', ({ isHere, open }) => {
  describe.skipIf(!isHere)('of an office', () => {
    let office: TestOffice;

    beforeEach(async () => {
      office = await TestOffice.open('2026-11-16 18:00', await open());
      await office.hires(LAM_SON);
    });

    afterEach(async () => {
      office.nothingElse();
      await office.close();
    });

    test('a task is spoken of 7, 3 and 1 days before and on the day, and no more once it is reported', async () => {
      await office.importsPlan([{ title: 'Tổng hợp số liệu lớp học', deadline: '11/12/2026', lead: 'VHXH' }]);
      await office.join('Lan');
      const [lan] = await office.people('Lan');

      await office.at('2026-12-03 07:45');
      await office.at('2026-12-04 07:44');
      await office.at('2026-12-04 07:45');
      lan.receives(/🟢 TRONG HẠN\n#1 Tổng hợp số liệu lớp học — hạn 11\/12, còn 7 ngày/);
      await office.at('2026-12-04 07:50');
      await office.at('2026-12-07 07:45');
      await office.at('2026-12-08 07:45');
      lan.receives(/🟠 SẮP ĐẾN HẠN\n#1 .*còn 3 ngày/);
      await office.at('2026-12-10 07:45');
      lan.receives(/#1 .*còn 1 ngày/);

      await lan.says('xong 1 https://lamson.example.vn/so-lieu');
      lan.receives(/Đã ghi nhận #1/, /https:\/\/lamson\.example\.vn\/so-lieu/, /không nhắc nữa/);
      await office.at('2026-12-11 07:45');
      await office.at('2026-12-14 07:45');
    });

    test('an overdue task goes to the head on the first working day, to the chairman on the third', async () => {
      await office.importsPlan([
        { title: 'Nộp danh sách hộ', deadline: 'Trước ngày 20/11/2026', lead: 'VHXH' },
      ]);
      await office.join('Lan', 'Việt', 'Thái');
      const [lan, head, chairman] = await office.people('Lan', 'Việt', 'Thái');

      await office.at('2026-11-18 07:45');
      lan.receives(/#1 .*trước 20\/11 \(chậm nhất 19\/11\), còn 1 ngày/);
      await office.at('2026-11-19 07:45');
      lan.receives(/#1 .*hôm nay/);
      await office.at('2026-11-20 07:45');
      lan.receives(/🔴 QUÁ HẠN\n#1 .*quá hạn 1 ngày/);
      head.receives(/🔴 QUÁ HẠN\n#1 /);
      // The 24th is a holiday, so the third working day after the 19th is the 25th.
      await office.at('2026-11-23 07:45');
      await office.at('2026-11-24 07:45');
      await office.at('2026-11-25 07:45');
      lan.receives(/quá hạn 6 ngày/);
      head.receives(/quá hạn 6 ngày/);
      chairman.receives(/quá hạn 6 ngày — Phòng Văn hóa - Xã hội/);
    });

    test('the group of the office hears of every unit, the group of a unit of its own tasks only', async () => {
      await office.importsPlan([
        { title: 'Rà soát hộ nghèo', deadline: '18/11/2026', lead: 'VHXH' },
        { title: 'Kiểm kê tài sản', deadline: '18/11/2026', lead: 'Phòng Kinh tế' },
      ]);
      await office.join('Hạnh');
      const [all, culture] = [office.group('Nhóm cơ quan'), office.group('Nhóm VHXH')];
      await all.hears('Tô Thị Hạnh', '/ketnoi');
      all.receives(/Đã kết nối nhóm này với UBND xã Lâm Sơn Thử/);
      await culture.hears('Tô Thị Hạnh', '/ketnoi VHXH');
      culture.receives(/Đã kết nối nhóm này với Phòng Văn hóa - Xã hội/);

      await office.at('2026-11-17 07:45');
      culture.receives(/#1 .* — Phòng Văn hóa - Xã hội/);
      all.receives(/#2 .* — Phòng Kinh tế/);
    });

    test('a due date on a day off is kept, and counted to the last working day before it', async () => {
      await office.importsPlan([{ title: 'Gửi kế hoạch', deadline: 'Trước ngày 30/11/2026', lead: 'VHXH' }]);
      await office.join('Lan');
      const [lan] = await office.people('Lan');
      await office.at('2026-11-27 07:45');
      lan.receives(/trước 30\/11 \(chậm nhất 29\/11\).*27\/11.*hôm nay/);
    });

    test('after days of outage each person gets one message with the present state', async () => {
      await office.importsPlan([
        { title: 'Rà soát hộ nghèo', deadline: '02/12/2026', lead: 'VHXH' },
        { title: 'Báo cáo quý', deadline: '04/12/2026', lead: 'VHXH' },
      ]);
      await office.join('Lan');
      const [lan] = await office.people('Lan');
      await office.at('2026-12-04 09:30');
      lan.receives(/🔴 QUÁ HẠN\n#1 .*quá hạn 2 ngày[\s\S]*🟠 SẮP ĐẾN HẠN\n#2 .*hôm nay/);
    });

    test('whoever joins during the day is told of the day at once', async () => {
      await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '18/11/2026', lead: 'VHXH' }]);
      await office.at('2026-11-17 07:45');
      await office.at('2026-11-17 10:00');
      await office.join('Lan');
      const [lan] = await office.people('Lan');
      await office.at('2026-11-17 10:01');
      lan.receives(/#1 .*còn 1 ngày/);
    });

    test('a continuous task asks for a word once a month, one that waits for guidance asks the clerk', async () => {
      await office.importsPlan([
        { title: 'Cập nhật trang tin', deadline: 'Thường xuyên', lead: 'VHXH' },
        { title: 'Chuyển đổi phòng họp', deadline: 'Theo hướng dẫn của UBND tỉnh', lead: 'VHXH' },
      ]);
      await office.join('Lan', 'Hạnh');
      const [lan, clerk] = await office.people('Lan', 'Hạnh');
      await office.at('2026-11-27 07:45');
      lan.receives(/THƯỜNG XUYÊN[\s\S]*#1 Cập nhật trang tin/);
      clerk.receives(/#2 Chuyển đổi phòng họp — Theo hướng dẫn của UBND tỉnh/);
      await office.at('2026-11-30 07:45');
      await lan.says('xong 1');
      lan.receives(/Đã ghi nhận #1/);
      await office.at('2026-12-29 07:45');
      lan.receives(/#1/);
      clerk.receives(/#2/);
    });

    test('what nobody in charge can hear, the clerk hears', async () => {
      await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '18/11/2026', lead: 'VHXH' }]);
      await office.join('Hạnh');
      const [clerk] = await office.people('Hạnh');
      await office.at('2026-11-17 07:45');
      clerk.receives(/#1 .*còn 1 ngày — Phòng Văn hóa - Xã hội/);
      await clerk.says('/moi');
      clerk.receives(/Còn 5 người chưa kết nối: .*Hà Thị Lan/);
    });

    test('outside working hours and on days off nobody is disturbed', async () => {
      await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '22/11/2026', lead: 'VHXH' }]);
      await office.join('Lan');
      const [lan] = await office.people('Lan');
      await office.at('2026-11-18 22:00');
      await office.at('2026-11-19 05:00');
      await office.at('2026-11-19 07:45');
      lan.receives(/#1/);
      await office.at('2026-11-21 07:45');
      await office.at('2026-11-22 09:00');
      await office.at('2026-11-23 07:45');
      lan.receives(/quá hạn 1 ngày/);
    });
  });
});
