/** The commands that keep an office, one after the other in one data folder, as the first clerk runs them. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { xlsxFile } from '../documents/files.ts';
import { EXAMPLE_PLAN, EXAMPLE_ROSTER, jsonLines, type Ran, Shell } from '../support/nhachan.ts';

const shell = new Shell();

describe('before there is an office', () => {
  test('everything works and something is to be done, the doctor says', async () => {
    const { code, out, err } = await shell.run(['doctor']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ Database: embedded, in data/m);
    expect(out).toMatch(/^✓ Queue: kept in the database/m);
    expect(out).toMatch(/^! Telegram: not set up.*\n {4}.*@BotFather/m);
    expect(out).toMatch(/^! Office: none yet\n {4}.*nhachan roster FILE/m);
  });

  test.each([
    ['import', EXAMPLE_PLAN],
    ['progress', '--json'],
  ])('%s says to begin with the roster', async (...args) => {
    const { code, out, err } = await shell.runHere(args);
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
  /** How many tasks the plan has. */
  let count: string;

  beforeAll(async () => {
    dryRoster = await shell.runHere(['roster', EXAMPLE_ROSTER, '--dry-run']);
    roster = await shell.run(['roster', EXAMPLE_ROSTER]);
    dryImport = await shell.runHere(['import', EXAMPLE_PLAN, '--dry-run']);
    imported = await shell.run(['import', EXAMPLE_PLAN]);
    count = /Kế hoạch mới: (\d+) nhiệm vụ/.exec(dryImport.out)?.[1] ?? 'no number';
  });

  test('a dry run shows what would change, and changes nothing', () => {
    expect(dryRoster).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Thêm 21') });
    expect(dryRoster.out).not.toContain('✅');
    expect(roster.out).toContain('Thêm 21');
    expect(dryImport).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`Kế hoạch mới: ${count} nhiệm vụ`),
    });
    expect(dryImport.out).not.toContain('✅');
    expect(imported.out).toContain(`Kế hoạch mới: ${count} nhiệm vụ`);
  });

  test('roster and plan come in', () => {
    expect(roster).toMatchObject({ code: 0, err: '' });
    expect(roster.out).toContain('✅ Đã cập nhật danh sách cán bộ UBND phường Lam Kiều');
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.out).toContain(`✅ Đã nhập kế hoạch: thêm ${count}, sửa 0, bỏ 0`);
  });

  test('the second time they change nothing', async () => {
    const again = await shell.runHere(['roster', EXAMPLE_ROSTER]);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Giữ nguyên: 21') });
    expect(again.out).not.toMatch(/Thêm|Sửa|Không còn/);
    const reimported = await shell.runHere(['import', EXAMPLE_PLAN]);
    expect(reimported.out).toContain(`thêm 0, sửa 0, không còn trong tệp 0, giữ nguyên ${count}`);
    expect(reimported.out).toContain('✅ Đã nhập kế hoạch: thêm 0, sửa 0, bỏ 0');
  });

  test('the doctor says who has joined, and who should next', async () => {
    const { code, out } = await shell.runHere(['doctor']);
    expect(code).toBe(0);
    expect(out).toContain(
      `✓ Office: UBND phường Lam Kiều: 5 units, 21 people of whom 0 have joined, 0 groups, ${count} tasks\n`,
    );
    expect(out).toMatch(
      /^! .*no clerk has joined.*\n {4}nhachan invite "Nguyễn Thị Hồng Nhung" --role clerk$/m,
    );
    expect(out).not.toContain('no plan yet');
  });

  test('progress --json is one line', async () => {
    const [line, ...rest] = jsonLines(await shell.runHere(['progress', '--json']));
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      office: 'UBND phường Lam Kiều',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      byUnit: expect.arrayContaining([expect.objectContaining({ unit: 'Phòng Văn hóa - Xã hội' })]),
    });
  });

  test('progress --parent says in one line what to do where no office is below', async () => {
    const alone = await shell.runHere(['progress', '--parent']);
    expect(alone).toMatchObject({ code: 1, out: '' });
    expect(alone.err).toMatch(
      /^nhachan: No office is below UBND phường Lam Kiều\. .*\/macaptren.*\/captren CODE\.\n$/,
    );
  });

  test('export writes each kind of file, and says what is wrong in one line', async () => {
    for (const format of ['png', 'xlsx', 'docx', 'ics']) {
      const out = join(shell.folder, `progress.${format}`);
      const [line] = jsonLines(await shell.runHere(['export', '--format', format, '--out', out, '--json']));
      const { length } = await readFile(out);
      expect(line).toEqual({ type: 'file', format, out, bytes: length });
    }
    for (const [paper, format] of [
      ['results', 'docx'],
      ['statistics', 'xlsx'],
    ] as const) {
      const out = join(shell.folder, `${paper}.${format}`);
      const ran = await shell.runHere([
        ...['export', '--format', format, '--paper', paper, '--period', 'quý 4', '--out', out, '--json'],
      ]);
      expect(jsonLines(ran)).toEqual([{ type: 'file', format, out, bytes: (await readFile(out)).length }]);
    }
    const wrongly = (...args: string[]) => shell.runHere(['export', '--out', 'x', '--format', ...args]);
    expect(await wrongly('png', '--paper', 'results')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/as docx or xlsx/),
    });
    expect(await wrongly('docx', '--period', 'quý 4')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/--paper results/),
    });
    expect(await wrongly('docx', '--paper', 'results', '--period', 'quý 9')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No period "quý 9"/),
    });
    expect(await wrongly('docx', '--paper', 'results', '--plan', '99')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No plan, or several, "99"/),
    });
    const nowhere = await shell.runHere(['export', '--format', 'png', '--out', 'no/such/folder.png']);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringMatching(/^nhachan: ENOENT.*\n$/) });
    const nobody = await shell.runHere([
      'export',
      '--format',
      'png',
      '--out',
      'x.png',
      '--unit',
      'Phòng Vũ trụ',
    ]);
    expect(nobody).toMatchObject({ code: 1, err: expect.stringMatching(/No unit "Phòng Vũ trụ".*Phòng/) });
    expect((await shell.runHere(['export', '--format', 'gif', '--out', 'x.gif'])).code).toBe(2);
  });

  test('invite gives a code, and makes the person a clerk when told to', async () => {
    const [invitation] = jsonLines(
      await shell.runHere(['invite', 'nguyen thi lan', '--role', 'clerk', '--json']),
    );
    expect(invitation).toEqual({
      name: 'Nguyễn Thị Lan',
      role: 'clerk',
      code: expect.stringMatching(/^[A-Z2-9]{10}$/),
      link: null,
      expiresAt: expect.any(String),
    });
    const inWords = await shell.runHere(['invite', 'nguyen thi lan']);
    expect(inWords.out).toMatch(/Mã: \/start .*\nChưa có liên kết vì chưa cài bot: đặt TELEGRAM_BOT_TOKEN/);
    const onZalo = await shell.runHere(['invite', 'nguyen thi lan'], {
      ZALO_SESSION_FILE: 'session.json',
      LOCALE: 'en',
    });
    expect(onZalo.out).toMatch(/Code: \/start .*\nA personal Zalo account has no invitation link/);
    const file = join(shell.folder, 'signed-in.json');
    const account = { name: 'Nhắc Hạn', phone: '0912345678' };
    await writeSession(file, { imei: 'i', userAgent: 'u', cookies: [], since: 0, account });
    const signedIn = await shell.runHere(['invite', 'nguyen thi lan'], { ZALO_SESSION_FILE: file });
    expect(signedIn.out).toMatch(
      /Liên kết: https:\/\/zalo\.me\/0912345678\nMã: \/start .*\nTài khoản Zalo nhận mã: Nhắc Hạn\n$/,
    );
  });

  test('an unreachable Telegram costs the link and not the code', async () => {
    const telegram = { TELEGRAM_BOT_TOKEN: '123:secret-half', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
    const ran = await shell.runHere(['invite', 'Nguyễn', 'Thị', 'Lan'], telegram);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(
      /^Nguyễn Thị Lan \(clerk\)\nMã: \/start [A-Z2-9]{10} .*\nChưa có liên kết vì chưa hỏi được tên của bot/,
    );
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
    const { code, out, err } = await shell.runHere(args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(complaint);
    expect(err).toMatch(/^nhachan: [^\n]+\n$/);
  });

  describe('while the service runs', () => {
    let service: Awaited<ReturnType<Shell['start']>>;
    let log = '';

    beforeAll(async () => {
      service = await shell.start(['start'], { WEB_PORT: '0' });
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
      const { code, out, err } = await shell.runHere(['progress', '--json']);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err).toBe(
        `nhachan: The data folder data is in use by process ${service.pid}. Stop that process, or set DATABASE_URL.\n`,
      );
    });

    test('the doctor takes it for no fault', async () => {
      const { code, out } = await shell.runHere(['doctor']);
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
      const { code, out } = await shell.run(['progress', '--office', 'UBND phường Lam Kiều']);
      expect(code).toBe(0);
      expect(out).toMatch(/^📊 Tiến độ UBND phường Lam Kiều đến ngày/);
    });
  });
});

describe('with a second office, in which two people have one name', () => {
  const there = ['--office', 'UBND xã Lâm Sơn Thử'];

  beforeAll(async () => {
    const { bytes } = await xlsxFile({
      'Cán bộ': [
        ['Cơ quan: UBND xã Lâm Sơn Thử'],
        ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Vai trò'],
        ['Hà Thị Lan', 'Công chức', 'Phòng Kinh tế', 'cán bộ'],
        ['Hà Thị Lan', 'Công chức', 'Phòng Văn hóa - Xã hội', 'cán bộ'],
        ['Tô Thị Hạnh', 'Văn thư', 'Văn phòng', 'đầu mối'],
      ],
    });
    writeFileSync(join(shell.folder, 'can-bo.xlsx'), bytes);
    expect(await shell.runHere(['roster', 'can-bo.xlsx'])).toMatchObject({ code: 0, err: '' });
  });

  test('a command asks which office', async () => {
    const { code, err } = await shell.runHere(['progress']);
    expect(code).toBe(1);
    expect(err).toBe(
      'nhachan: Which office? Add --office CODE. ' +
        'Known: UBND phường Lam Kiều (PLK); UBND xã Lâm Sơn Thử (XLST)\n',
    );
  });

  test('invite asks which person, and takes the unit for an answer', async () => {
    const asked = await shell.runHere(['invite', 'Lan', ...there]);
    expect(asked).toMatchObject({ code: 1, out: '' });
    expect(asked.err).toBe(
      'nhachan: "Lan" may be any of: Hà Thị Lan (Phòng Kinh tế); Hà Thị Lan (Phòng Văn hóa - Xã hội). ' +
        'Write the full name, or add --unit.\n',
    );
    expect(await shell.runHere(['invite', 'Lan', '--unit', 'phong kinh te', ...there])).toMatchObject({
      code: 0,
    });
    const nowhere = await shell.runHere(['invite', 'Lan', '--unit', 'Phòng Nông nghiệp', ...there]);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('No unit "Phòng Nông nghiệp"') });
  });
});
