/** The commands that keep an office, one after the other in one data folder, as the first clerk runs them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xlsxFile } from '../documents/files.ts';
import { EXAMPLE_PLAN, EXAMPLE_ROSTER, jsonLines, type Ran, Shell } from '../support/nhachan.ts';

const shell = new Shell();

describe('before there is an office', () => {
  const empty = new Shell();

  test.each([
    ['import', EXAMPLE_PLAN],
    ['invite', 'Lan'],
    ['progress', '--json'],
  ])('%s says to begin with the roster', async (...args) => {
    const { code, out, err } = await empty.run(args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toBe('nhachan: No office yet. Begin with its roster: nhachan roster FILE\n');
  });
});

describe('with the office of the examples', () => {
  let dryRoster: Ran;
  let roster: Ran;
  let dryImport: Ran;
  let imported: Ran;

  beforeAll(async () => {
    dryRoster = await shell.run(['roster', EXAMPLE_ROSTER, '--dry-run']);
    roster = await shell.run(['roster', EXAMPLE_ROSTER]);
    dryImport = await shell.run(['import', EXAMPLE_PLAN, '--dry-run']);
    imported = await shell.run(['import', EXAMPLE_PLAN]);
  });

  test('a dry run shows what would change, and changes nothing', () => {
    expect(dryRoster).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Thêm 21') });
    expect(dryRoster.out).not.toContain('✅');
    expect(roster.out).toContain('Thêm 21');
    expect(dryImport).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('Kế hoạch mới: 42 nhiệm vụ'),
    });
    expect(dryImport.out).not.toContain('✅');
    expect(imported.out).toContain('Kế hoạch mới: 42 nhiệm vụ');
  });

  test('roster and plan come in', () => {
    expect(roster).toMatchObject({ code: 0, err: '' });
    expect(roster.out).toContain('✅ Đã cập nhật danh sách cán bộ UBND phường Lam Kiều');
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.out).toContain('✅ Đã nhập kế hoạch: thêm 42, sửa 0, bỏ 0');
  });

  test('the second time they change nothing', async () => {
    const before = await shell.run(['progress', '--json']);
    const again = await shell.run(['roster', EXAMPLE_ROSTER]);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Giữ nguyên: 21') });
    expect(again.out).not.toMatch(/Thêm|Sửa|Không còn/);
    const reimported = await shell.run(['import', EXAMPLE_PLAN]);
    expect(reimported.out).toContain('thêm 0, sửa 0, bỏ 0, giữ nguyên 42');
    expect(reimported.out).toContain('✅ Đã nhập kế hoạch: thêm 0, sửa 0, bỏ 0');
    expect((await shell.run(['progress', '--json'])).out).toBe(before.out);
  });

  test('progress --json is one line', async () => {
    const [line, ...rest] = jsonLines(await shell.run(['progress', '--json']));
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      office: 'UBND phường Lam Kiều',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      byUnit: expect.arrayContaining([expect.objectContaining({ unit: 'Phòng Văn hóa - Xã hội' })]),
    });
  });

  test('progress is what a leader sees in chat', async () => {
    const { code, out } = await shell.run(['progress', '--office', 'UBND phường Lam Kiều']);
    expect(code).toBe(0);
    expect(out).toMatch(/^📊 Tiến độ UBND phường Lam Kiều đến ngày/);
  });

  test('invite gives a code, and makes the person a clerk when told to', async () => {
    const [invitation] = jsonLines(
      await shell.run(['invite', 'nguyen thi lan', '--role', 'clerk', '--json']),
    );
    expect(invitation).toEqual({
      name: 'Nguyễn Thị Lan',
      role: 'clerk',
      code: expect.stringMatching(/^[A-Z2-9]{10}$/),
      link: null,
      expiresAt: expect.any(String),
    });
    const { out } = await shell.run(['invite', 'Nguyễn', 'Thị', 'Lan']);
    expect(out).toMatch(/^Nguyễn Thị Lan \(clerk\)\nCode: \/start [A-Z2-9]{10} /);
  });

  test('an unreachable Telegram costs the link and not the code', async () => {
    const telegram = { TELEGRAM_BOT_TOKEN: '123:secret-half', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
    const ran = await shell.run(['invite', 'Nguyễn Thị Lan', '--json'], telegram);
    expect(ran.code).toBe(0);
    expect(jsonLines(ran)).toMatchObject([{ link: null, code: expect.any(String) }]);
    expect(ran.err).toMatch(/^nhachan: no link: .*ECONNREFUSED[^\n]*\n$/);
    expect(ran.err).not.toContain('secret-half');
  });

  test.each([
    [
      ['invite', 'Nguyễn Văn Không'],
      'Nobody on the roster of UBND phường Lam Kiều is called "Nguyễn Văn Không"',
    ],
    [
      ['progress', '--office', 'UBND xã Nơi Khác'],
      'No office "UBND xã Nơi Khác". Known: UBND phường Lam Kiều',
    ],
    [['import', EXAMPLE_ROSTER], 'no task found'],
    [['roster', EXAMPLE_PLAN], 'no list of people found'],
    [['roster', 'nowhere.xlsx'], 'nowhere.xlsx: no such file'],
  ])('nhachan %j fails with one line', async (args, complaint) => {
    const { code, out, err } = await shell.run(args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(complaint);
    expect(err).toMatch(/^nhachan: [^\n]+\n$/);
  });

  describe('while the service runs', () => {
    let service: ReturnType<Shell['start']>;
    let log = '';

    beforeAll(async () => {
      service = shell.start(['start'], { WEB_PORT: '0' });
      await new Promise<void>((resolve, reject) => {
        service.stderr?.setEncoding('utf8').on('data', (text) => {
          log += text;
          if (log.includes('"ready"')) resolve();
        });
        service.on('exit', () => reject(new Error(`The service ended: ${log}`)));
      });
    });
    afterAll(() => {
      service.kill('SIGKILL');
    });

    test('another command says who has the folder', async () => {
      const { code, out, err } = await shell.run(['progress', '--json']);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err).toBe(
        `nhachan: The data folder data is in use by process ${service.pid}. Stop that process, or set DATABASE_URL.\n`,
      );
    });

    test('the doctor takes it for no fault', async () => {
      const { code, out } = await shell.run(['doctor']);
      expect(out).toMatch(new RegExp(`^! Database: .* in use by process ${service.pid}`, 'm'));
      expect(code).toBe(0);
    });

    test('it stops when told to, and the folder is free again', async () => {
      const ended = new Promise((resolve) => {
        service.on('close', resolve);
      });
      service.kill('SIGTERM');
      await ended;
      expect(service.exitCode).toBe(0);
      expect((await shell.run(['progress'])).code).toBe(0);
    });
  });
});

describe('with people of one name', () => {
  const office = new Shell();

  beforeAll(async () => {
    const file = await xlsxFile({
      'Cán bộ': [
        ['Cơ quan: UBND xã Lâm Sơn Thử'],
        ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Vai trò'],
        ['Hà Thị Lan', 'Công chức', 'Phòng Kinh tế', 'cán bộ'],
        ['Hà Thị Lan', 'Công chức', 'Phòng Văn hóa - Xã hội', 'cán bộ'],
        ['Tô Thị Hạnh', 'Văn thư', 'Văn phòng', 'đầu mối'],
      ],
    });
    mkdirSync(join(office.folder, 'tep'));
    writeFileSync(join(office.folder, 'tep/can-bo.xlsx'), file.bytes);
    expect(await office.run(['roster', 'tep/can-bo.xlsx'])).toMatchObject({ code: 0, err: '' });
  });

  test('invite asks which, and takes the unit for an answer', async () => {
    const asked = await office.run(['invite', 'Lan']);
    expect(asked).toMatchObject({ code: 1, out: '' });
    expect(asked.err).toBe(
      'nhachan: "Lan" may be any of: Hà Thị Lan (Phòng Kinh tế); Hà Thị Lan (Phòng Văn hóa - Xã hội). ' +
        'Write the full name, or add --unit.\n',
    );
    expect(await office.run(['invite', 'Lan', '--unit', 'phong kinh te'])).toMatchObject({ code: 0 });
    const nowhere = await office.run(['invite', 'Lan', '--unit', 'Phòng Nông nghiệp']);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('No unit "Phòng Nông nghiệp"') });
  });
});
