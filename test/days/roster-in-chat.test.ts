/** A staff list by which many would leave: from another office, or half of one. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhachan-roster-'));
  office = await TestOffice.open('2026-11-20 09:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh');
  clerk = await office.person('Hạnh');
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

async function sends(names: string[], { of = 'UBND xã Lâm Sơn Thử', code = '' } = {}): Promise<void> {
  const rows = LAM_SON.people
    .filter(({ name }) => names.includes(name.split(' ').at(-1) ?? ''))
    .map(({ name, title, unit, role }) => `${name};${title};${unit ?? ''};${ROLES[role]}`);
  const lines = [`Cơ quan: ${of}`, ...(code ? [`Mã cơ quan: ${code}`] : []), 'Họ tên;Chức vụ;Đơn vị;Vai trò'];
  const path = join(folder, 'can-bo.csv');
  await writeFile(path, [...lines, ...rows].join('\n'));
  await clerk.sends(path);
}

const ROLES = { officer: 'cán bộ', leader: 'lãnh đạo', clerk: 'đầu mối' };
const present = async () => {
  const [own] = await office.storage.offices.all();
  return own ? (await office.storage.offices.members(own.id)).map(({ name }) => name.split(' ').at(-1)) : [];
};
const ALL = ['Thái', 'Hạnh', 'Việt', 'Lan', 'Nam', 'Hưng'];

test('names whoever leaves, and asks in words', async () => {
  await sends(['Thái', 'Hạnh', 'Việt', 'Lan'], { of: 'Ủy ban nhân dân xã Lâm Sơn Thử' });
  clerk.receives(
    /Lâm Sơn Thử \(mã XLST\)/,
    /Tệp ghi cơ quan là "Ủy ban nhân dân xã Lâm Sơn Thử"/,
    /thôi nhắc 2: Quách Văn Nam, Khổng Minh Hưng/,
    /Không còn ai ở: Phòng Kinh tế/,
    /cho nghỉ 2 trong 6 người.*"đồng ý cho nghỉ 2 người"/,
  );
  expect(clerk.offered('Đồng ý')).toEqual([]);
  for (const words of ['đồng ý', 'ok', 'đồng ý cho nghỉ 12 người', '/dongy']) {
    await clerk.says(words);
    clerk.receives(/"đồng ý cho nghỉ 2 người"/);
  }
  expect(await present()).toEqual(ALL);
  await clerk.says('dong y cho nghi 2 nguoi');
  clerk.receives(/Đã cập nhật danh sách cán bộ/);
  expect(await present()).toEqual(['Thái', 'Hạnh', 'Việt', 'Lan']);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác/);
  expect(await present()).toEqual(ALL);
  await clerk.says('hủy');
  clerk.receives(/Đã bỏ/);
});

test('is the office’s by its code, and never by another’s', async () => {
  await sends(ALL, { of: 'UBND phường Lâm Thịnh', code: 'xlst' });
  clerk.receives(/Tệp ghi cơ quan là "UBND phường Lâm Thịnh"/, /"đồng ý" để nhập/);
  await clerk.says('hủy');
  clerk.receives(/Đã bỏ/);
  await sends(ALL, { code: 'XLS' });
  clerk.receives(/không phải cơ quan của anh\/chị.*"Mã cơ quan: XLST"/);
  await clerk.says('đồng ý cho nghỉ 2 người');
  clerk.receives(/đang chờ/);
});
