/** Which office a roster is of, and who leaves by it, asked at the shell. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { jsonLines, Shell } from '../support/nhachan.ts';

const shell = new Shell();
const PEOPLE = ['Đỗ Văn Tấn', 'Hà Thị Nụ', 'Lò Văn Sơn', 'Vi Thị Mây', 'Tô Văn Lâm', 'Lý Thị Na'];

function roster(file: string, office: string, people = PEOPLE, code = ''): string {
  const rows = people.map((name, at) => `${name};Công chức;Phòng ${at < 3 ? 'Một' : 'Hai'};cán bộ`);
  const lines = [
    `Cơ quan: ${office}`,
    ...(code === '' ? [] : [`Mã cơ quan: ${code}`]),
    'Họ và tên;Chức vụ;Đơn vị;Vai trò',
    'Mạc Thị Sen;Văn thư;Phòng Ba;đầu mối',
    ...rows,
  ];
  writeFileSync(join(shell.folder, file), lines.join('\n'));
  return file;
}

const offices = async () =>
  jsonLines(await shell.runHere(['offices', '--json'])).map(({ code, name, people }) => [code, name, people]);
const TAN_LAP = ['XTL', 'UBND xã Tân Lập', 7];

beforeAll(async () => {
  const ran = await shell.runHere(['roster', roster('tan-lap.csv', 'UBND xã Tân Lập')]);
  expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('Cơ quan mới, được đặt mã XTL.') });
});

test('a name that is like another, and a code that is another’s, change nothing', async () => {
  const like = roster('like.csv', 'Ủy ban nhân dân xã Tân Láp', ['Người Khác']);
  expect(await shell.runHere(['roster', like])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(
      /^nhachan: Which office\? .* UBND xã Tân Lập \(XTL\).*--office CODE.*--new.*\n$/,
    ),
  });
  const other = await shell.runHere(['roster', like, '--office', 'có dấu']);
  expect(other).toMatchObject({ code: 1, err: expect.stringContaining('is no code') });
  const coded = roster('coded.csv', 'UBND xã Tân Lập', PEOPLE, 'XTN');
  expect(await shell.runHere(['roster', coded])).toMatchObject({ code: 1, out: '' });
  expect(await shell.runHere(['roster', coded, '--office', 'XTL'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('The file says office XTN, the option XTL'),
  });
  expect(await offices()).toEqual([TAN_LAP]);
});

test('who leaves is named, and so many leave only with --yes', async () => {
  const few = roster('few.csv', 'Ủy ban nhân dân xã Tân Láp', PEOPLE.slice(0, 3));
  const asked = await shell.runHere(['roster', few, '--office', 'xtl']);
  expect(asked).toMatchObject({
    code: 1,
    err: expect.stringMatching(/3 of 7 people leave.*Phòng Hai.*--yes/),
  });
  expect(asked.out).toMatch(/sẽ thôi nhắc 3: Vi Thị Mây, Tô Văn Lâm, Lý Thị Na/);
  expect(asked.out).toMatch(/Tệp ghi cơ quan là "Ủy ban nhân dân xã Tân Láp"/);
  expect(await offices()).toEqual([TAN_LAP]);
  expect(await shell.runHere(['roster', few, '--office', 'XTL', '--yes'])).toMatchObject({ code: 0 });
  expect(await offices()).toEqual([['XTL', 'UBND xã Tân Lập', 4]]);
  expect(await shell.runHere(['roster', 'tan-lap.csv'])).toMatchObject({ code: 0, err: '' });
});

test('an office of the same name begins with --new, and each is named by its code', async () => {
  const other = roster('other.csv', 'UBND xã Tân Lập', ['Người Khác']);
  expect(await shell.runHere(['roster', other, '--new'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('XTL-2'),
  });
  expect(await shell.runHere(['members', '--office', 'UBND xã Tân Lập'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('UBND xã Tân Lập (XTL); UBND xã Tân Lập (XTL-2)'),
  });
  expect(await shell.runHere(['roster', other])).toMatchObject({ code: 1, out: '' });
  expect(await shell.runHere(['offices', 'code', 'XTL-2', 'xtl'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('is taken'),
  });
  expect(await shell.runHere(['offices', 'code', 'XTL-2', 'tlc'])).toMatchObject({ code: 0 });
  expect(await shell.runHere(['offices', 'name', 'TLC', 'UBND xã Tân Lập Cao'])).toMatchObject({ code: 0 });
  expect(await offices()).toEqual([TAN_LAP, ['TLC', 'UBND xã Tân Lập Cao', 2]]);
  expect((await shell.runHere(['members', '--office', 'TLC'])).out).toContain('Người Khác');
});
