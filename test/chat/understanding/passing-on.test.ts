/** How officers say that a task is another unit's. */
import { expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { TODAY } from '../../support/command-of.ts';

const PASSED: [string, number[], string | null][] = [
  ['việc 12 không phải của phòng em', [12], null],
  ['viec 12 khong phai cua phong em', [12], null],
  ['12 không thuộc phòng em ạ', [12], null],
  ['chuyển 12 cho KTHTĐT', [12], 'KTHTĐT'],
  ['chuyen 12 cho KTHTDT', [12], 'KTHTDT'],
  ['chuyển việc 12 sang phòng Kinh tế', [12], 'phòng Kinh tế'],
  ['chuyển việc 12 cho chị Lan', [12], 'chị Lan'],
  ['đề nghị chuyển việc 12 cho Văn phòng ạ', [12], 'Văn phòng'],
  ['chuyển giúp em việc 12 sang VHXH với ạ', [12], 'VHXH với'],
  ['việc 12 không phải của phòng em mà của KT', [12], 'KT'],
  ['việc 12 là của phòng Kinh tế mà', [12], 'phòng Kinh tế'],
  ['/chuyen 12 cho KT', [12], 'KT'],
  ['chuyển 12, 13 cho KT', [12, 13], 'KT'],
  ['giao nhầm rồi, 12 không phải của phòng em', [12], null],
  ['pass on 12 to KT', [12], 'KT'],
];

test.each(PASSED)('%j', (text, numbers, to) => {
  const said = readTyped(text, { today: TODAY });
  expect(said?.commands).toEqual([{ name: 'pass-on', numbers, to }]);
});

test.each([
  ['nhận 12', true],
  ['em nhận việc 12 ạ', true],
  ['không nhận 12', false],
  ['phòng em không nhận việc 12', false],
  ['/nhan 12', true],
  ['/khongnhan 12', false],
])('%j answers', (text, takes) => {
  const said = readTyped(text, { today: TODAY });
  expect(said?.commands).toEqual([{ name: 'decide-transfer', takes, of: { task: 12 } }]);
});
