import { expect, test } from 'vitest';
import { periodIn } from '../../src/domain/period-asked.ts';

/** A Monday. */
const TODAY = '2026-11-23';

test.each([
  ['tuần này', '2026-11-23', '2026-11-29'],
  ['tuần sau có gì', '2026-11-30', '2026-12-06'],
  ['trong tuần tới', '2026-11-30', '2026-12-06'],
  ['tuan truoc', '2026-11-16', '2026-11-22'],
  ['tháng này', '2026-11-01', '2026-11-30'],
  ['thang sau', '2026-12-01', '2026-12-31'],
  ['tháng trước', '2026-10-01', '2026-10-31'],
  ['tháng 11', '2026-11-01', '2026-11-30'],
  ['thang 9/2026', '2026-09-01', '2026-09-30'],
  ['tháng 1 năm 2027', '2027-01-01', '2027-01-31'],
  ['quý 4', '2026-10-01', '2026-12-31'],
  ['quý IV/2026', '2026-10-01', '2026-12-31'],
  ['quy 1/2027', '2027-01-01', '2027-03-31'],
  ['quý này', '2026-10-01', '2026-12-31'],
  ['quý sau', '2027-01-01', '2027-03-31'],
  ['quý trước', '2026-07-01', '2026-09-30'],
  ['6 tháng đầu năm', '2026-01-01', '2026-06-30'],
  ['6 tháng cuối năm', '2026-07-01', '2026-12-31'],
  ['năm nay', '2026-01-01', '2026-12-31'],
  ['năm 2027', '2027-01-01', '2027-12-31'],
  ['năm ngoái', '2025-01-01', '2025-12-31'],
  ['hôm nay', '2026-11-23', '2026-11-23'],
  ['ngày mai', '2026-11-24', '2026-11-24'],
  ['sáng mai', '2026-11-24', '2026-11-24'],
  ['3 ngày tới', '2026-11-23', '2026-11-26'],
  ['từ 1/11 đến 15/11', '2026-11-01', '2026-11-15'],
  ['từ ngày 15/10 đến ngày 14/11/2026', '2026-10-15', '2026-11-14'],
  ['20/11', '2026-11-20', '2026-11-20'],
  ['this week', '2026-11-23', '2026-11-29'],
  ['next month', '2026-12-01', '2026-12-31'],
  ['month 11', '2026-11-01', '2026-11-30'],
  ['quarter 4', '2026-10-01', '2026-12-31'],
])('"%s" is from %s to %s', (words, from, to) => {
  expect(periodIn(words, TODAY)?.period).toEqual({ from, to });
});

test.each([
  'phòng VHXH',
  'việc 12',
  'đến đâu rồi',
  'việc chị Mai',
  'tiến độ Mai',
  'báo cáo tuần',
  'quý vị',
  '',
  'tháng 13',
  '31/2',
])('"%s" names no period', (words) => {
  expect(periodIn(words, TODAY)).toBeNull();
});

test('what stands around it is what is asked about', () => {
  expect(periodIn('tiến độ phòng VHXH tháng 11 thế nào', TODAY)).toMatchObject({
    words: 'tháng 11',
    rest: 'tiến độ phòng VHXH thế nào',
  });
});

test('a quarter and a month pass over the year', () => {
  expect(periodIn('tháng trước', '2027-01-05')?.period).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodIn('quý trước', '2027-01-05')?.period).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodIn('tháng sau', '2026-12-05')?.period).toEqual({ from: '2027-01-01', to: '2027-01-31' });
});
