import { expect, test } from 'vitest';
import { taskSaid } from '../../src/domain/task-said.ts';
import { aUnit } from '../support/builders.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] });
const economy = aUnit({ name: 'Phòng Kinh tế, Hạ tầng và Đô thị', aliases: ['KTHTĐT', 'KT'] });
const office = aUnit({ name: 'Văn phòng HĐND và UBND', aliases: ['VP'] });
const UNITS = [culture, economy, office];

const [c, e, o] = [culture.id, economy.id, office.id];

test.each([
  [
    'Báo cáo nhanh tình hình mưa lũ, KTHTĐT, trước 16h 20/11',
    'Báo cáo nhanh tình hình mưa lũ',
    [e],
    [],
    '2026-11-20',
  ],
  ['Báo cáo nhanh tình hình mưa lũ; VHXH; 30/11', 'Báo cáo nhanh tình hình mưa lũ', [c], [], '2026-11-30'],
  ['VHXH, rà soát hộ nghèo, chậm nhất 5/12', 'rà soát hộ nghèo', [c], [], '2026-12-05'],
  ['cho VHXH: làm báo cáo hộ nghèo trước 30/11', 'làm báo cáo hộ nghèo', [c], [], '2026-11-29'],
  ['Họp dân khu phố 3 giao VHXH phối hợp KT hạn 25/11', 'Họp dân khu phố 3', [c], [e], '2026-11-25'],
  [
    'Kiểm kê, rà soát tài sản, VP, phối hợp VHXH, ngày 15/12/2026',
    'Kiểm kê, rà soát tài sản',
    [o],
    [c],
    '2026-12-15',
  ],
  ['ra soat ho ngheo, vhxh, truoc 30/11', 'ra soat ho ngheo', [c], [], '2026-11-29'],
] as const)('"%s"', (words, title, leads, supports, lastDay) => {
  expect(taskSaid(words, UNITS, 2026)).toMatchObject({ title, leads, supports, deadline: { lastDay } });
});

test('a rule is a date as well, and what is not said is not made up', () => {
  expect(taskSaid('Báo cáo tuần, VP, thứ Sáu hằng tuần', UNITS, 2026)).toMatchObject({
    title: 'Báo cáo tuần',
    leads: [o],
    deadline: { kind: 'recurring' },
  });
  expect(taskSaid('Rà soát hộ nghèo', UNITS, 2026)).toEqual({
    title: 'Rà soát hộ nghèo',
    deadline: null,
    leads: [],
    supports: [],
  });
  expect(taskSaid('', UNITS, 2026)).toMatchObject({ title: '', deadline: null });
});
