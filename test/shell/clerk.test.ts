/** What a clerk does in chat, done from the shell. */
import { beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS } from '../../src/chat/settings-list.ts';
import { translator } from '../../src/chat/translate.ts';
import { EXAMPLE_PLAN, EXAMPLE_ROSTER, jsonLines, Shell } from '../support/nhachan.ts';

const shell = new Shell();

beforeAll(async () => {
  expect(await shell.runHere(['roster', EXAMPLE_ROSTER])).toMatchObject({ code: 0 });
});

async function json(...args: string[]): Promise<Record<string, unknown>[]> {
  return jsonLines(await shell.runHere([...args, '--json']));
}

describe('members', () => {
  test('are added, changed, listed and removed', async () => {
    const minh = ['Trịnh Công Minh', '--unit', 'VHXH', '--title', 'Chuyên viên'];
    expect(await json('members', 'add', ...minh, '--phone', '0912 345 678')).toEqual([
      {
        type: 'added',
        name: 'Trịnh Công Minh',
        unit: 'Phòng Văn hóa - Xã hội',
        title: 'Chuyên viên',
        role: 'officer',
        unitHead: false,
        phone: '0912345678',
        also: [],
        open: [],
      },
    ]);
    const changed = await json('members', 'set', 'Trịnh Công Minh: Phó Trưởng phòng', '--role', 'clerk');
    expect(changed).toMatchObject([{ type: 'changed', title: 'Phó Trưởng phòng', role: 'clerk' }]);
    expect(await json('members', 'set', 'Trịnh Công Minh', '--also', 'Văn phòng')).toMatchObject([
      { unit: 'Phòng Văn hóa - Xã hội', also: ['Văn phòng HĐND và UBND'] },
    ]);
    const inOffice = await json('members', 'list', 'Văn phòng');
    expect(inOffice).toContainEqual(expect.objectContaining({ name: 'Trịnh Công Minh' }));
    expect(await json('members', 'set', 'Trịnh Công Minh: thôi kiêm')).toMatchObject([{ also: [] }]);
    const listed = await json('members', 'list', 'VHXH', '--unconnected');
    expect(listed).toContainEqual(
      expect.objectContaining({ type: 'member', name: 'Trịnh Công Minh', platforms: [] }),
    );
    expect(await json('members', 'remove', 'Trịnh Công Minh')).toMatchObject([{ type: 'removed' }]);
    expect((await json('members')).length).toBe(21);
  });

  test('are added by what is said of them, each in quotes or one behind the other', async () => {
    for (const words of [
      ['Trịnh Công Minh', 'VHXH', 'chuyên viên', 'sđt 0912 345 678'],
      ['Trịnh Công Minh, VHXH, chuyên viên, 0912345678'],
      [
        'Trịnh',
        'Công',
        'Minh',
        'VHXH',
        '--title',
        'Chuyên viên',
        '--role',
        'officer',
        '--phone',
        '0912345678',
      ],
    ]) {
      expect(await json('members', 'add', ...words)).toMatchObject([
        { type: 'added', name: 'Trịnh Công Minh', title: 'Chuyên viên', phone: '0912345678' },
      ]);
      await json('undo');
    }
  });

  test('a second head of a unit is said to be one, or to come instead', async () => {
    const add = ['members', 'add', 'Trịnh Công Minh', '--unit', 'VHXH', '--head'];
    const { code, err } = await shell.runHere(add);
    expect(code).toBe(1);
    expect(err).toMatch(/is headed by .* already\. Add --instead to have Trịnh Công Minh do it instead/);
    expect(await json(...add, '--beside')).toMatchObject([{ unitHead: true }]);
    await json('undo');
    expect(await shell.runHere([...add, '--instead'])).toMatchObject({
      out: expect.stringMatching(/Đã thêm Trịnh Công Minh.*\n.* thôi làm trưởng đơn vị, vẫn ở đơn vị/),
    });
    await json('undo');
  });

  test.each([
    [['add', 'Trịnh Công Minh'], 'Which unit is Trịnh Công Minh of?'],
    [['add'], 'Whom?'],
    [['remove', 'Không Ai Cả'], 'is called "Không Ai Cả"'],
    [['list', 'Phòng Vũ trụ'], 'No unit "Phòng Vũ trụ"'],
    [['set', 'Nguyễn Thị Hồng Nhung'], 'What is to change?'],
  ])('%j fails with one line', async (args, complaint) => {
    const { code, out, err } = await shell.runHere(['members', ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(complaint);
    expect(err).toMatch(/^nhachan: [^\n]+\n$/);
  });
});

describe('settings', () => {
  test('each is listed, and set as its example says', async () => {
    const before = await json('settings');
    expect(before.map(({ name }) => name)).toEqual(SETTINGS.map(({ name }) => name));
    for (const { key, words } of SETTINGS) {
      const how = translator('vi')(`settings.${key}.how`);
      const [, example = ''] = /\/caidat ([^(]+)/.exec(how) ?? [];
      const set = await json('settings', 'set', ...example.trim().split(' '));
      expect(set).toMatchObject([{ type: expect.stringMatching(/^(?:changed|same)$/), setting: words[0] }]);
    }
    expect((await json('settings')).every(({ value }) => value !== null)).toBe(true);
  });

  test.each([
    [['set', 'mau', 'xanh'], 'Known: gio, yenlang'],
    [['set', 'gio', '25h'], 'not understood'],
    [['set', 'nhac', '5', '--plan', '99/KH-UBND'], 'No plan, or several, "99/kh-ubnd"'],
  ])('%j fails with one line', async (args, complaint) => {
    const { code, out, err } = await shell.runHere(['settings', ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(complaint);
  });
});

test('units are renamed and taught names, and a roster that has the former name finds the unit', async () => {
  expect(await json('units', 'alias', 'VHXH', 'Tổ Chuyển đổi số')).toContainEqual(
    expect.objectContaining({ type: 'unit', aliases: expect.arrayContaining(['Tổ Chuyển đổi số']) }),
  );
  const renamed = await json('units', 'rename', 'VHXH', 'Phòng Văn hóa, Khoa học');
  expect(renamed).toContainEqual(
    expect.objectContaining({
      name: 'Phòng Văn hóa, Khoa học',
      aliases: expect.arrayContaining(['Phòng Văn hóa - Xã hội']),
    }),
  );
  expect(await shell.runHere(['roster', EXAMPLE_ROSTER])).toMatchObject({ code: 0 });
  expect(await json('units')).toEqual(renamed);
  expect(await shell.runHere(['units', 'rename', 'Phòng Vũ trụ', 'x'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('No unit "Phòng Vũ trụ"'),
  });
});

test('without feedback there is none, and in words it says so', async () => {
  expect(await json('feedback')).toEqual([]);
  expect(await shell.runHere(['feedback'])).toMatchObject({ code: 0, out: expect.stringMatching(/góp ý/) });
});

test('the role given with an invitation is a change like any other: the last clerk stays, and it is undone', async () => {
  const nhung = ['invite', 'Nguyễn Thị Hồng Nhung', '--role', 'officer'];
  expect(await shell.runHere(nhung)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nguyễn Thị Hồng Nhung is the only clerk'),
  });
  expect(await shell.runHere(['invite', 'Vũ Đình Lâm', '--role', 'clerk'])).toMatchObject({ code: 0 });
  expect(await json('undo')).toMatchObject([
    { type: 'undone', what: expect.stringContaining('Vũ Đình Lâm') },
  ]);
});

test('what the shell has changed last is taken back, and then what it had changed before', async () => {
  await json('settings', 'set', 'gio', '6h50');
  await json('members', 'add', 'Trịnh Công Sơn', '--unit', 'VHXH');
  const listed = await json('undo', '--list');
  expect(listed.slice(0, 2)).toMatchObject([
    { type: 'change', kind: 'change-member', what: expect.stringContaining('Trịnh Công Sơn') },
    { type: 'change', kind: 'change-setting', what: 'cài đặt "Giờ nhắc buổi sáng: 06:50"' },
  ]);
  expect(await json('undo')).toMatchObject([{ type: 'undone', kind: 'change-member' }]);
  expect(await json('members', 'list', 'VHXH')).not.toContainEqual(
    expect.objectContaining({ name: 'Trịnh Công Sơn' }),
  );
  expect(await shell.runHere(['undo'])).toMatchObject({
    code: 0,
    out: '↩️ Đã hoàn tác: cài đặt "Giờ nhắc buổi sáng: 06:50".\n',
  });
  expect((await json('undo', '--list')).length).toBe(listed.length - 2);
});

test('without a group there is none to unbind', async () => {
  expect(await json('groups')).toEqual([]);
  expect(await shell.runHere(['groups', 'unbind', '1'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('No group 1'),
  });
});

test('a staff list and a plan that came in at the shell are taken back like anything else', async () => {
  await json('members', 'remove', 'Vũ Đình Lâm');
  await shell.runHere(['roster', EXAMPLE_ROSTER]);
  await shell.runHere(['import', EXAMPLE_PLAN]);
  // Once more is nothing new.
  await shell.runHere(['import', EXAMPLE_PLAN]);
  await shell.runHere(['roster', EXAMPLE_ROSTER]);
  const listed = await json('undo', '--list');
  expect(listed.slice(0, 3)).toMatchObject([
    { kind: 'import-plan', what: expect.stringMatching(/^việc nhập kế hoạch từ .* trên máy chủ$/) },
    { kind: 'import-roster', what: expect.stringMatching(/^việc nhập danh sách từ/) },
    { kind: 'change-member' },
  ]);
  expect(await json('undo')).toMatchObject([{ type: 'undone', kind: 'import-plan' }]);
  expect((await shell.runHere(['progress'])).out).toMatch(/giao: 0|chưa nhập kế hoạch/);
  expect(await json('undo')).toMatchObject([{ type: 'undone', kind: 'import-roster' }]);
  expect((await shell.runHere(['members'])).out).not.toContain('Vũ Đình Lâm');
  expect(await json('undo')).toMatchObject([{ type: 'undone', kind: 'change-member' }]);
  expect((await shell.runHere(['members'])).out).toContain('Vũ Đình Lâm');
});
