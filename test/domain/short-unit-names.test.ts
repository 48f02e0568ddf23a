import { expect, test } from 'vitest';
import { unitsShortened } from '../../src/domain/short-unit-names.ts';

const UNITS = [
  { id: 1, name: 'Văn phòng HĐND và UBND', aliases: ['VP'] },
  { id: 2, name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] },
  { id: 3, name: 'Phòng Kinh tế, Hạ tầng và Đô thị', aliases: [] },
  { id: 4, name: 'Trung tâm Phục vụ hành chính công', aliases: [] },
  { id: 5, name: 'Ban Văn hóa thông tin', aliases: [] },
];

test.each([
  ['phòng kinh tế', [3]],
  ['phong kinh te', [3]],
  ['Hạ tầng', [3]],
  ['KT', [3]],
  ['kt', [3]],
  ['p. kinh tế', [3]],
  ['hành chính công', [4]],
  ['TT phục vụ', [4]],
  // Several are asked about.
  ['văn hóa', [2, 5]],
  ['VH', [2, 5]],
  ['phòng văn hóa', [2]],
  // One syllable may be anything.
  ['kinh', []],
  ['ban kinh tế', []],
  ['Lan', []],
  ['', []],
])('"%s" may be %j', (words, ids) => {
  expect(unitsShortened(words, UNITS).map(({ id }) => id)).toEqual(ids);
});
