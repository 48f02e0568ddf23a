import { expect, test } from 'vitest';
import { jsonLines, Shell } from '../support/nhachan.ts';

const shell = new Shell();

test('says what each message would be taken for, one line of JSON each, in order', async () => {
  const ran = await shell.run([
    'understand',
    '--json',
    'xong 12',
    'thứ 6 em xong 12',
    'hủy xong 25',
    '12 được 60%',
    'xin gia hạn 12 đến 20/12 vì chờ số liệu',
    'em ăn cơm xong rồi',
    'lan con viec gi',
  ]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(jsonLines(ran)).toMatchObject([
    { text: 'xong 12', sure: true, acts: [{ act: 'report', numbers: [12] }], left: [] },
    { sure: false, acts: [{ act: 'report', numbers: [12] }], left: ['thứ 6'] },
    { sure: true, acts: [{ act: 'withdraw', numbers: [25] }] },
    { acts: [{ act: 'partial', numbers: [12], percent: 60 }] },
    { acts: [{ act: 'extension', numbers: [12], until: '20/12', reason: 'chờ số liệu' }] },
    { sure: false, acts: [{ act: 'talk' }] },
    { acts: [{ act: 'tasks' }], byName: { who: 'lan', asks: 'tasks' } },
  ]);
});

test('a line of JSON carries its own day, and whether it is said in a group', async () => {
  const input = [
    '{"message":"xong 12 ngày 12/11","today":"2026-11-12"}',
    '{"message":"xong 12 ngày 12/11","today":"2026-11-11"}',
    '{"message":"em xong 12 nhé","chat":"private"}',
    '{"message":"em xong 12 nhé","chat":"group"}',
    '',
    'xong 12',
  ].join('\r\n');
  const ran = await shell.run(['understand', '--json'], { input });
  expect(jsonLines(ran).map(({ sure }) => sure)).toEqual([true, false, true, false, false, true]);
  expect(jsonLines(ran)[4]).toEqual({ text: '', sure: false, acts: [], left: [] });
});
