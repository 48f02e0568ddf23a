import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { taskSaid } from '../../src/domain/task-said.ts';
import { aUnit } from '../support/builders.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] });
const economy = aUnit({ name: 'Phòng Kinh tế, Hạ tầng và Đô thị', aliases: ['KTHTĐT', 'KT'] });
const office = aUnit({ name: 'Văn phòng HĐND và UBND', aliases: ['VP'] });
const UNITS = [culture, economy, office];

/** A Monday. */
const SAID_ON = { units: UNITS, today: '2026-11-16', calendar: new WorkingCalendar() };

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
  [
    'Báo cáo nhanh mưa lũ, Phòng Văn hóa - Xã hội, phối hợp phòng Kinh tế, Hạ tầng và Đô thị, 20/11',
    'Báo cáo nhanh mưa lũ',
    [c],
    [e],
    '2026-11-20',
  ],
  ['hop dan giao phong van hoa - xa hoi, 20/11', 'hop dan', [c], [], '2026-11-20'],
  ['Nạo vét mương - Phòng Kinh tế, Hạ tầng và Đô thị - 20/11', 'Nạo vét mương', [e], [], '2026-11-20'],
  ['Báo cáo tháng 11, VHXH, thứ 6 tuần sau', 'Báo cáo tháng 11', [c], [], '2026-11-27'],
  ['Tổng kết tháng 11, VHXH, ngày mai', 'Tổng kết tháng 11', [c], [], '2026-11-17'],
  ['Báo cáo kết quả 20/10, VHXH, 30/11', 'Báo cáo kết quả 20/10', [c], [], '2026-11-30'],
  ['Chúc mừng ngày 20/11, VHXH, 18/11', 'Chúc mừng ngày 20/11', [c], [], '2026-11-18'],
  ['Nộp danh sách, VP, trước 16h hôm nay', 'Nộp danh sách', [o], [], '2026-11-16'],
  ['ra soat ho ngheo, vhxh, truoc 30/11', 'ra soat ho ngheo', [c], [], '2026-11-29'],
] as const)('"%s"', (words, title, leads, supports, lastDay) => {
  expect(taskSaid(words, SAID_ON)).toMatchObject({ title, leads, supports, deadline: { lastDay } });
});

test('a rule is a date as well, and what is not said is not made up', () => {
  expect(taskSaid('Báo cáo tuần, VP, thứ Sáu hằng tuần', SAID_ON)).toMatchObject({
    title: 'Báo cáo tuần',
    leads: [o],
    deadline: { kind: 'recurring' },
  });
  expect(taskSaid('Rà soát hộ nghèo', SAID_ON)).toEqual({
    title: 'Rà soát hộ nghèo',
    deadline: null,
    leads: [],
    supports: [],
  });
  expect(taskSaid('', SAID_ON)).toMatchObject({ title: '', deadline: null });
});

test('a meeting is given to nobody, and two lines are no task', () => {
  expect(taskSaid('Họp giao ban, VP, thứ 2 hằng tuần', SAID_ON)).toMatchObject({
    title: 'Họp giao ban',
    leads: [o],
    deadline: { kind: 'recurring' },
  });
  expect(taskSaid('Việc một, VHXH, 30/11\nViệc hai, KT, 1/12', SAID_ON)).toMatchObject({
    title: '',
    deadline: null,
  });
});
