import { expect, test } from 'vitest';
import { holdersOf } from '../../src/domain/positions.ts';
import { aMember, aUnit } from '../support/builders.ts';

const VHXH = aUnit({ name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] });
const KT = aUnit({ name: 'Phòng Kinh tế', aliases: ['KT'] });
const hai = aMember({
  title: 'Phó Chủ tịch UBND',
  role: 'leader',
  further: [{ unitId: KT.id, unitHead: true }],
});
const viet = aMember({
  title: 'Trưởng phòng',
  unitId: VHXH.id,
  unitHead: true,
  further: [{ unitId: KT.id, unitHead: false }],
});

test.each([
  ['Trưởng phòng VHXH', [viet]],
  // Of KT Việt is an officer.
  ['Trưởng phòng KT', [hai]],
  ['Phó Chủ tịch UBND', [hai]],
  ['Phó Trưởng phòng KT', []],
])('%s', (words, holders) => {
  expect(holdersOf(words, [VHXH, KT], [hai, viet])).toEqual(holders);
});
