/** What the office is made of and where it is spoken to: units, their names, groups; shown, changed, undone. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 09:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh', 'Lan');
  clerk = await office.person('Hạnh');
  lan = await office.person('Lan');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

const answer = (words: string) => clerk.asks(words);

test('units are listed with what plans call them, taught a name, renamed; a roster of before finds them', async () => {
  expect(await answer('/donvi')).toMatch(
    /🏢 3 đơn vị[\s\S]*• Phòng Văn hóa - Xã hội \(3 người\), còn gọi: VHXH/,
  );
  expect(await answer('Tổ Công nghệ số = VHXH')).toMatch(/Tổ Công nghệ số/);
  expect(await answer('đổi tên VHXH thành Phòng Văn hóa, Khoa học')).toMatch(
    /Phòng Văn hóa - Xã hội nay là Phòng Văn hóa, Khoa học/,
  );
  const renamed = await answer('danh sách đơn vị');
  expect(renamed).toMatch(
    /Phòng Văn hóa, Khoa học \(3 người\), còn gọi: .*Tổ Công nghệ số; Phòng Văn hóa - Xã hội/,
  );
  await office.hires(LAM_SON);
  expect(await answer('/donvi')).toBe(renamed);
  expect(await answer('hoàn tác')).toMatch(/tên mới "Phòng Văn hóa, Khoa học".*Hoàn tác việc đó\?/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: tên mới "Phòng Văn hóa, Khoa học"/);
  expect(await answer('/donvi')).toMatch(
    /Phòng Văn hóa - Xã hội \(3 người\), còn gọi: VHXH; Tổ Công nghệ số/,
  );
  expect(await answer('/donvi đổi tên VHXH thành Phòng Kinh tế')).toMatch(/Phòng Kinh tế/);
  expect(await answer('/donvi đổi tên Sở Nội vụ thành Ban Tổ chức')).toMatch(/Không có đơn vị "Sở Nội vụ"/);
  await lan.says('đổi tên VHXH thành Phòng Văn hóa');
  lan.receives(/Chỉ đầu mối/);
  await lan.says('/donvi');
  lan.receives(/xem được danh sách đơn vị/);
});

test('groups are listed, unbound there or by number, and bound again by undoing', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '30/11/2026', lead: 'VHXH' }]);
  expect(await answer('/nhom')).toMatch(/Chưa có nhóm nào/);
  const [team, whole] = [office.group('Tổ công tác'), office.group('Cơ quan')];
  await team.hears(clerk.id, '/ketnoi VHXH');
  team.receives(/Đã kết nối/);
  await whole.hears(clerk.id, '/ketnoi');
  whole.receives(/Đã kết nối/);
  expect(await answer('/nhom')).toMatch(/2 nhóm[\s\S]*1\. .*: Phòng Văn hóa - Xã hội\n2\. .*: cả cơ quan/);
  await clerk.presses('Gỡ 2.');
  clerk.receives(/Đã gỡ nhóm/);
  await team.hears(lan.id, '/gonhom');
  team.receives(/Chỉ đầu mối/);
  await team.hears(clerk.id, '/gonhom');
  team.receives(/Đã gỡ nhóm/);
  expect(await answer('/nhom')).toMatch(/Chưa có nhóm nào/);
  expect(await answer('/gonhom 1')).toMatch(/không nhận nhắc việc/);
  await team.hears(clerk.id, '/ketnoi VHXH');
  team.receives(/Đã kết nối/);
  expect(await answer('gỡ nhóm 1')).toMatch(/Đã gỡ nhóm/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: việc gỡ nhóm/);
  await office.at('2026-11-23 07:45');
  team.receives(/#1 Rà soát hộ nghèo/);
  lan.receives(/#1/);
  await lan.says('/nhom');
  lan.receives(/Chỉ đầu mối/);
});
