import { expect, test } from 'vitest';
import { memberSaid } from '../../src/domain/member-said.ts';
import { aUnit } from '../support/builders.ts';

const VHXH = aUnit({ name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] });
const KT = aUnit({ name: 'Phòng Kinh tế, Hạ tầng và Đô thị', aliases: ['KT'] });

test.each<[string, object]>([
  ['kiêm VHXH', { joins: [{ unitId: VHXH.id, unitHead: false }] }],
  ['kiem nhiem VHXH', { joins: [{ unitId: VHXH.id, unitHead: false }] }],
  ['kiêm Trưởng phòng VHXH', { joins: [{ unitId: VHXH.id, unitHead: true }] }],
  ['kiêm Phó Trưởng phòng VHXH', { joins: [{ unitId: VHXH.id, unitHead: false }] }],
  ['trưởng đơn vị, thay chị Lan', { incumbent: { kind: 'replaced', name: 'chị Lan' } }],
  ['Trưởng phòng KT thay cho anh Hưng', { incumbent: { kind: 'replaced', name: 'anh Hưng' } }],
  ['trưởng đơn vị, thay trưởng phòng cũ', { incumbent: { kind: 'replaced', name: '' } }],
  ['head, instead of the old head', { incumbent: { kind: 'replaced', name: '' } }],
  ['trưởng đơn vị, cùng là trưởng đơn vị', { incumbent: { kind: 'stays' } }],
  ['kiêm phụ trách VHXH', { joins: [{ unitId: VHXH.id, unitHead: true }] }],
  ['kiêm Phòng Kinh tế, Hạ tầng và Đô thị', { joins: [{ unitId: KT.id, unitHead: false }] }],
  ['đơn vị Phòng Kinh tế, Hạ tầng và Đô thị, kế toán', { facts: { unitId: KT.id, title: 'Kế toán' } }],
  ['KT, kiêm VHXH, kế toán', { facts: { unitId: KT.id, title: 'Kế toán' }, joins: [{ unitId: VHXH.id }] }],
  ['kiêm VHXH, kiêm KT', { joins: [{ unitId: VHXH.id }, { unitId: KT.id }] }],
  ['also KT', { joins: [{ unitId: KT.id, unitHead: false }] }],
  ['thôi kiêm VHXH', { quits: [VHXH.id], joins: [] }],
  ['không còn kiêm nhiệm', { quits: [null] }],
  ['no longer also KT', { quits: [KT.id] }],
  ['kiêm Phòng Vũ trụ', { joins: [], unknown: ['kiêm Phòng Vũ trụ'] }],
])('“%s”', (words, expected) => {
  expect(memberSaid(words, [VHXH, KT])).toMatchObject({ unknown: [], ...expected });
});
