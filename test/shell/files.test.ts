/** The commands that read a file and need no office: read, simulate. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXAMPLE_PLAN, EXAMPLE_ROSTER, jsonLines, Shell } from '../support/nhachan.ts';

const shell = new Shell();

test('read prints the plan, then its tasks, then what it did not understand', async () => {
  const ran = await shell.run(['read', EXAMPLE_PLAN, '--json']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const [plan, ...rest] = jsonLines(ran);
  expect(plan).toEqual({
    type: 'plan',
    number: '15/KH-UBND',
    date: '2026-01-12',
    issuer: 'UBND phường Lam Kiều',
    title: expect.stringContaining('Kế hoạch'),
    year: 2026,
    signer: expect.stringMatching(/^\p{Lu}/u),
  });
  const tasks = rest.filter(({ type }) => type === 'task');
  expect(tasks.length).toBeGreaterThan(40);
  expect(tasks[0]).toMatchObject({
    no: '1',
    section: expect.any(String),
    title: expect.any(String),
    deadline: { kind: 'date', due: '2026-01-30', strict_before: true },
    lead: ['Phòng Văn hóa - Xã hội'],
    support: expect.any(Array),
    evidence: expect.any(Array),
    source: { table: expect.any(Number) },
  });
  expect(rest.slice(tasks.length)).toEqual(
    rest.slice(tasks.length).map(() => ({
      type: 'unread',
      text: expect.any(String),
      why: expect.any(String),
      source: expect.any(Object),
    })),
  );
});

test('a file that is too long is refused in one line that says how long it may be', async () => {
  const path = join(shell.folder, 'dai.tsv');
  writeFileSync(path, `TT\tNhiệm vụ\tTiến độ\n${'1\tHọp dân\t15/12\n'.repeat(2000)}`);
  const { code, err } = await shell.run(['read', path]);
  expect(code).toBe(1);
  expect(err).toMatch(/dai\.tsv: the file is too long; of a plan or a list at most 2000 rows are read.*\n$/);
});

test('read without --json is for people', async () => {
  const { out } = await shell.run(['read', EXAMPLE_PLAN]);
  expect(out).toContain('15/KH-UBND');
  expect(out).toMatch(/\n\d+ tasks, \d+ not understood\n$/);
});

test('simulate says what would go out, when and to whom', async () => {
  const days = ['--from', '2026-11-21', '--to', '2026-11-25'];
  const ran = await shell.run(['simulate', EXAMPLE_PLAN, '--roster', EXAMPLE_ROSTER, ...days, '--json']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const notices = jsonLines(ran) as { at: string; to: { kind: string; name: string }; items: object[] }[];
  expect(notices.length).toBeGreaterThan(0);
  for (const notice of notices) {
    expect(notice).toEqual({
      at: expect.stringMatching(/^2026-11-2[1-5]T07:45:00\+07:00$/),
      to: {
        kind: expect.stringMatching(/^(member|group)$/),
        name: expect.any(String),
        unit: notice.to && expect.anything(),
      },
      items: expect.arrayContaining([
        { task: expect.any(String), stage: expect.any(String), lastDay: expect.any(String) },
      ]),
    });
  }
  // A weekend, and the Day of Vietnamese Culture: nobody is reminded.
  const days_off = notices.filter(({ at }) => /2026-11-2[124]T/.test(at));
  expect(days_off).toEqual([]);
  const lan = notices.find(({ at, to }) => at.startsWith('2026-11-23') && to.name === 'Nguyễn Thị Lan');
  expect(lan?.items).toContainEqual({ task: '24', stage: 'due', lastDay: '2026-11-23' });
});

test('simulate without a roster speaks to the units that the plan names', async () => {
  const days = ['--from', '2026-11-23', '--to', '2026-11-23'];
  const { code, out } = await shell.run(['simulate', EXAMPLE_PLAN, ...days]);
  expect(code).toBe(0);
  expect(out).toContain('[nhóm] Phòng Văn hóa - Xã hội: ');
  expect(out).toMatch(/\d+ notices\n$/);
});

const WRONG_FILES: [name: string, write: (path: string) => void, complaint: RegExp][] = [
  ['missing.docx', () => {}, /missing\.docx: no such file/],
  [
    'tro-choi.docx',
    (path) => copyFileSync(process.execPath, path),
    /tro-choi\.docx: the file is (too large|not a document)/,
  ],
  [
    'chuong-trinh.docx',
    (path) => writeFileSync(path, 'MZ\u0000\u0001'),
    /chuong-trinh\.docx: the file is not a document/,
  ],
  [
    'hong.docx',
    (path) => writeFileSync(path, readFileSync(EXAMPLE_PLAN).subarray(0, 4000)),
    /hong\.docx: the file is damaged/,
  ],
  ['trong.xlsx', (path) => writeFileSync(path, ''), /trong\.xlsx: the file is empty/],
  ['quet.pdf', (path) => writeFileSync(path, '%PDF-1.7\n'), /quet\.pdf: the file is damaged/],
  ['tho.txt', (path) => writeFileSync(path, 'Mùa thu lá vàng rơi\n'), /tho\.txt: no task found/],
];

test.each(WRONG_FILES)('read %s fails with one line that says what to do', async (name, write, complaint) => {
  write(join(shell.folder, name));
  const { code, out, err } = await shell.run(['read', name, '--json']);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(complaint);
  expect(err).toMatch(/^nhachan: [^\n]+\n$/);
});
