import { expect, test } from 'vitest';
import { jsonLines, Shell } from '../support/nhachan.ts';

const shell = new Shell();

test('reads its arguments, one line of JSON each, in order', async () => {
  const ran = await shell.run([
    'deadline',
    '--json',
    'Trước ngày 30/11/2025',
    'Thường xuyên',
    'trong tháng 2/2025',
  ]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out.split('\n')[0]).toBe(
    '{"kind":"date","due":"2025-11-29","due_inclusive":"2025-11-30","strict_before":true,"time":null,"text":"Trước ngày 30/11/2025"}',
  );
  expect(jsonLines(ran)).toMatchObject([
    { kind: 'date' },
    { kind: 'continuous', text: 'Thường xuyên' },
    { kind: 'period', start: '2025-02-01', due: '2025-02-28' },
  ]);
});

test('reads standard input: an answer for each line, also for an empty one', async () => {
  const input = ['chậm nhất ngày 15/12/2025', '', 'Trước ngày 25 hằng tháng', '   ', 'khi có yêu cầu'].join(
    '\n',
  );
  const ran = await shell.run(['deadline', '--json', '--year', '2025'], { input });
  const lines = jsonLines(ran);
  expect(lines.map(({ kind }) => kind)).toEqual(['date', 'none', 'recurring', 'none', expect.any(String)]);
  expect(lines.map(({ text }) => String(text).trim())).toEqual(input.split('\n').map((line) => line.trim()));
  expect(lines[2]).toMatchObject({
    freq: 'monthly',
    occurrences_in_year: expect.arrayContaining(['2025-11-24']),
  });
});

test('a line of JSON carries its own year; --year is for the others', async () => {
  const input = [
    '{"phrase":"trước ngày 30/11","year":2024}',
    'trước ngày 30/11',
    '{"phrase":"trước ngày 30/11"}',
    '{"phrase": broken',
  ].join('\r\n');
  const ran = await shell.run(['deadline', '--json', '--year', '2030'], { input });
  const lines = jsonLines(ran);
  expect(lines.slice(0, 3).map(({ due }) => due)).toEqual(['2024-11-29', '2030-11-29', '2030-11-29']);
  expect(lines[3]).toMatchObject({ text: '{"phrase": broken' });
});

test('what Windows puts before the first line is no part of it', async () => {
  const ran = await shell.run(['deadline', '--json'], {
    input: '\uFEFF{"phrase":"trong tháng 3","year":2027}\r\n',
  });
  expect(jsonLines(ran)).toMatchObject([{ due: '2027-03-31' }]);
});

test('a day that does not exist is no day', async () => {
  const ran = await shell.run(['deadline', '--json', 'trước ngày 31/11/2025']);
  expect(jsonLines(ran)).toMatchObject([{ due: null, invalid_date: true }]);
});

test('without --json it is for people: the words, and what they mean', async () => {
  const { code, out } = await shell.run(['deadline', 'Trước ngày 30/11/2025']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Trước ngày 30\/11\/2025\n {2}date .*2025-11-29/);
});
