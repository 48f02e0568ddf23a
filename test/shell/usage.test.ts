import { expect, test } from 'vitest';
import { Shell } from '../support/nhachan.ts';

const shell = new Shell();

const COMMANDS: [name: string, help: RegExp][] = [
  ['deadline', /deadline \[options\] \[text\.\.\.\][\s\S]*--year[\s\S]*--json/],
  ['understand', /\[text\.\.\.\]/],
  ['read', /read \[options\] <file>[\s\S]*--year[\s\S]*--json/],
  ['simulate', /simulate \[options\] <file>[\s\S]*--roster[\s\S]*--from[\s\S]*--to[\s\S]*--json/],
  ['roster', /roster \[options\] <file>[\s\S]*--office <code>[\s\S]*--new[\s\S]*--yes[\s\S]*--dry-run/],
  ['import', /import \[options\] <file>[\s\S]*--office[\s\S]*--dry-run/],
  ['invite', /invite \[options\] <name\.\.\.>[\s\S]*--role[\s\S]*"clerk"[\s\S]*--unit[\s\S]*--office/],
  [
    'offices',
    /offices \[options\] \[action\] \[office\] \[value\][\s\S]*list[\s\S]*code[\s\S]*name[\s\S]*--json/,
  ],
  [
    'members',
    /members \[options\] \[action\] \[words\.\.\.\][\s\S]*"list", "add", "remove", "set"[\s\S]*--json/,
  ],
  ['units', /units \[options\] \[action\] \[unit\] \[name\][\s\S]*"list", "rename", "alias"/],
  ['groups', /groups \[options\] \[action\] \[number\][\s\S]*"list", "unbind"/],
  [
    'settings',
    /settings \[options\] \[action\] \[words\.\.\.\][\s\S]*"list", "set"[\s\S]*--plan[\s\S]*--json/,
  ],
  ['feedback', /feedback \[options\][\s\S]*--office[\s\S]*--json/],
  ['forget', /forget \[options\] <name\.\.\.>[\s\S]*--of[\s\S]*--yes/],
  ['undo', /undo \[options\][\s\S]*--list[\s\S]*--office[\s\S]*--json/],
  ['progress', /progress \[options\][\s\S]*--office[\s\S]*--json/],
  ['export', /export \[options\][\s\S]*--format[\s\S]*--out/],
  ['start', /start \[options\][\s\S]*--only[\s\S]*bot,planner,worker,web/],
  ['demo', /demo \[options\][\s\S]*--once/],
  ['doctor', /doctor \[options\]/],
  ['backup', /backup \[options\] <file>[\s\S]*--json/],
  ['restore', /restore \[options\] <file>[\s\S]*--replace/],
];

test('nhachan --help lists every command', async () => {
  const { code, out, err } = await shell.run(['--help']);
  expect(code).toBe(0);
  expect(err).toBe('');
  const listed = [...out.matchAll(/^ {2}(\w+) (?:\[options\]|\[command\])?/gm)].map(([, name]) => name);
  expect(listed.filter((name) => name !== 'help')).toEqual(COMMANDS.map(([name]) => name));
});

test.each(COMMANDS)('nhachan %s --help', async (name, help) => {
  const { code, out, err } = await shell.run([name, '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(help);
  expect(err).toBe('');
});

test('nhachan --version', async () => {
  expect(await shell.run(['--version'])).toEqual({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: '',
  });
});

test.each<[args: string[], vi: string, en: string]>([
  [[], 'Usage: nhachan', 'Usage: nhachan'],
  [
    ['remind'],
    "Không có lệnh 'remind'. Cách dùng: nhachan [options]",
    "unknown command 'remind'. Usage: nhachan",
  ],
  [
    ['deadline', '--loud', 'x'],
    "Không có tùy chọn '--loud'. Cách dùng: nhachan deadline [options] [text...]. Xem thêm: nhachan deadline --help",
    "unknown option '--loud'",
  ],
  [
    ['deadline', '--year', '26', 'x'],
    "'26' không dùng được cho '--year <year>': cần một năm",
    'a year, such as 2026',
  ],
  [
    ['read'],
    "Thiếu tham số 'file'. Cách dùng: nhachan read [options] <file>",
    "missing required argument 'file'",
  ],
  [
    ['simulate', 'plan.docx', '--to', '2026-11-30'],
    "Thiếu tùy chọn '--from <day>'",
    "required option '--from <day>'",
  ],
  [
    ['simulate', 'plan.docx', '--from', '2026-02-30', '--to', '2026-11-30'],
    'cần một ngày, ví dụ 2026-11-23',
    'a day, such as 2026-11-23',
  ],
  [
    ['simulate', 'plan.docx', '--from', '2026-12-01', '--to', '2026-11-30'],
    '--to không được trước --from',
    '--to must not be before --from',
  ],
  [
    ['invite', 'Lan', '--role', 'king'],
    'chọn một trong officer, leader, clerk',
    'one of officer, leader, clerk',
  ],
  [
    ['start', '--only', 'bot,cook'],
    'chọn một trong bot, planner, worker, web',
    'one of bot, planner, worker, web',
  ],
])('wrong usage: nhachan %j', async (args, vi, en) => {
  for (const [LOCALE, complaint] of [
    ['vi', vi],
    ['en', en],
  ] as const) {
    const { code, out, err } = await shell.runHere(args, { LOCALE });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(complaint);
  }
});

test('a reader that has seen enough is no failure', async () => {
  const child = await shell.start(['deadline']);
  child.stdout?.destroy();
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end('30/11/2025\n'.repeat(20_000));
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect(err).toBe('');
  expect(child.exitCode).toBe(0);
});
