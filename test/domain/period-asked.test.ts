import { expect, test } from 'vitest';
import type { PeriodAsked } from '../../src/domain/period.ts';
import { periodIn, periodSaid } from '../../src/domain/period-asked.ts';
import { daysOf } from '../../src/domain/period-days.ts';

/** A Monday. */
const TODAY = '2026-11-23';

test.each([
  ['tuần này', '2026-11-23', '2026-11-29'],
  ['tuần sau có gì', '2026-11-30', '2026-12-06'],
  ['trong tuần tới', '2026-11-30', '2026-12-06'],
  ['tuan truoc', '2026-11-16', '2026-11-22'],
  ['tuần 48', '2026-11-23', '2026-11-29'],
  ['tuần số 1 năm 2027', '2027-01-04', '2027-01-10'],
  ['tháng này', '2026-11-01', '2026-11-30'],
  ['thang sau', '2026-12-01', '2026-12-31'],
  ['tháng sau', '2026-12-01', '2026-12-31'],
  ['tháng sáu', '2026-06-01', '2026-06-30'],
  ['tháng năm có việc gì', '2026-05-01', '2026-05-31'],
  ['tháng mười một', '2026-11-01', '2026-11-30'],
  ['tháng giêng năm sau', '2027-01-01', '2027-01-31'],
  ['tháng trước', '2026-10-01', '2026-10-31'],
  ['THÁNG 11', '2026-11-01', '2026-11-30'],
  ['thang 9/2026', '2026-09-01', '2026-09-30'],
  ['tháng 9/25', '2025-09-01', '2025-09-30'],
  ['tháng 1 năm 2027', '2027-01-01', '2027-01-31'],
  ['tháng 1, năm 2027', '2027-01-01', '2027-01-31'],
  ['tháng 12 năm ngoái', '2025-12-01', '2025-12-31'],
  ['T11/2026', '2026-11-01', '2026-11-30'],
  ['từ tháng 9 đến tháng 11', '2026-09-01', '2026-11-30'],
  ['tháng 9-11', '2026-09-01', '2026-11-30'],
  ['quý 4', '2026-10-01', '2026-12-31'],
  ['qúy 4', '2026-10-01', '2026-12-31'],
  ['quý IV/2026', '2026-10-01', '2026-12-31'],
  ['quý tư năm nay', '2026-10-01', '2026-12-31'],
  ['quy 1/2027', '2027-01-01', '2027-03-31'],
  ['Q1/2027', '2027-01-01', '2027-03-31'],
  ['quý này', '2026-10-01', '2026-12-31'],
  ['quý sau', '2027-01-01', '2027-03-31'],
  ['quý trước', '2026-07-01', '2026-09-30'],
  ['6 tháng đầu năm', '2026-01-01', '2026-06-30'],
  ['6 thang cuoi nam ngoai', '2025-07-01', '2025-12-31'],
  ['nửa cuối năm', '2026-07-01', '2026-12-31'],
  ['9 tháng đầu năm 2026', '2026-01-01', '2026-09-30'],
  ['năm nay', '2026-01-01', '2026-12-31'],
  ['năm 2027', '2027-01-01', '2027-12-31'],
  ['năm ngoái', '2025-01-01', '2025-12-31'],
  ['hôm nay', '2026-11-23', '2026-11-23'],
  ['ngày mai', '2026-11-24', '2026-11-24'],
  ['thứ 6', '2026-11-27', '2026-11-27'],
  ['thứ hai', '2026-11-23', '2026-11-23'],
  ['chủ nhật tuần sau', '2026-12-06', '2026-12-06'],
  ['thứ tư tuần trước', '2026-11-18', '2026-11-18'],
  ['cuối tháng có gì', '2026-11-23', '2026-11-30'],
  ['mai có gì', '2026-11-24', '2026-11-24'],
  ['ngày kia', '2026-11-25', '2026-11-25'],
  ['hôm kia', '2026-11-21', '2026-11-21'],
  ['sáng mai', '2026-11-24', '2026-11-24'],
  ['3 ngày tới', '2026-11-23', '2026-11-26'],
  ['hai tuần nữa', '2026-11-23', '2026-12-07'],
  ['3 tháng tới', '2026-11-23', '2027-02-23'],
  ['7 ngày qua', '2026-11-16', '2026-11-23'],
  ['từ đầu năm đến nay', '2026-01-01', '2026-11-23'],
  ['từ đầu tháng', '2026-11-01', '2026-11-23'],
  ['từ nay đến cuối năm', '2026-11-23', '2026-12-31'],
  ['từ 1/11 đến 15/11', '2026-11-01', '2026-11-15'],
  ['từ 1 đến 15/11', '2026-11-01', '2026-11-15'],
  ['1/11-15/11', '2026-11-01', '2026-11-15'],
  ['từ ngày 15/10 đến ngày 14/11/2026', '2026-10-15', '2026-11-14'],
  ['từ ngày 15 tháng 10 đến hết ngày 14 tháng 11', '2026-10-15', '2026-11-14'],
  ['từ 15/12 đến 14/1', '2026-12-15', '2027-01-14'],
  ['20/11', '2026-11-20', '2026-11-20'],
  ['ngày 20 tháng 11', '2026-11-20', '2026-11-20'],
  ['this week', '2026-11-23', '2026-11-29'],
  ['next week', '2026-11-30', '2026-12-06'],
  ['next month', '2026-12-01', '2026-12-31'],
  ['this quarter', '2026-10-01', '2026-12-31'],
  ['the next 3 days', '2026-11-23', '2026-11-26'],
  ['month 11', '2026-11-01', '2026-11-30'],
  ['november', '2026-11-01', '2026-11-30'],
  ['in May', '2026-05-01', '2026-05-31'],
  ['May 2027', '2027-05-01', '2027-05-31'],
  ['quarter 4', '2026-10-01', '2026-12-31'],
  ['fourth quarter of 2026', '2026-10-01', '2026-12-31'],
  ['second half', '2026-07-01', '2026-12-31'],
  ['year to date', '2026-01-01', '2026-11-23'],
  ['rest of the year', '2026-11-23', '2026-12-31'],
  ['the day after tomorrow', '2026-11-25', '2026-11-25'],
])('"%s" is from %s to %s', (words, from, to) => {
  expect(periodIn(words, TODAY)?.period).toEqual({ from, to });
});

test.each([
  'phòng VHXH',
  'việc 12',
  'đến đâu rồi',
  'việc chị Mai',
  'việc của Mai',
  'tiến độ Mai',
  'làm mãi không xong',
  'Nam tới đâu rồi',
  'việc này',
  'báo cáo tuần',
  'tuần 2 lần',
  'lần thứ 2',
  'quý vị',
  'đạt 45/60 hộ',
  'you may go',
  '',
])('"%s" names no period', (words) => {
  expect(periodSaid(words)).toBeNull();
});

test.each(['tháng 13', 'quý 5', 'tuần 58', '31/2', 'từ 10/11/2026 đến 1/11/2026', 'tháng 11 đến tháng 9'])(
  'there is no "%s", and it is known what was asked',
  (words) => {
    expect(periodSaid(words)?.words).toBe(words);
    expect(periodIn(words, TODAY)).toBeNull();
  },
);

test('what stands around it is what is asked about', () => {
  expect(periodIn('tiến độ phòng VHXH tháng 11 thế nào', TODAY)).toMatchObject({
    words: 'tháng 11',
    rest: 'tiến độ phòng VHXH thế nào',
  });
  expect(periodIn('việc của tháng 11?', TODAY)).toMatchObject({ words: 'của tháng 11', rest: 'việc' });
});

test('what is not meant is passed over', () => {
  const isLong = ({ unit }: PeriodAsked) => unit === 'quarter';
  expect(periodSaid('công văn ngày 5/1 về quý 4', isLong)?.words).toBe('quý 4');
});

test('a quarter and a month pass over the year', () => {
  expect(periodIn('tháng trước', '2027-01-05')?.period).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodIn('quý trước', '2027-01-05')?.period).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodIn('tháng sau', '2026-12-05')?.period).toEqual({ from: '2027-01-01', to: '2027-01-31' });
  expect(periodIn('từ 15/12 đến 14/1', '2027-01-05')?.period).toEqual({
    from: '2026-12-15',
    to: '2027-01-14',
  });
});

test('every day of a year is in one week, one month and one quarter', () => {
  for (const [unit, count] of [
    ['week', 53],
    ['month', 12],
    ['quarter', 4],
    ['half', 2],
  ] as const) {
    const spans = Array.from({ length: count }, (_, at) =>
      daysOf({ unit, which: at + 1, year: 2026 }, TODAY),
    );
    const days = spans.flatMap((span) => (span === null ? [] : [span]));
    for (const [at, { from }] of days.entries()) {
      const before = days[at - 1];
      if (before !== undefined) expect(Date.parse(from) - Date.parse(before.to)).toBe(24 * 3600_000);
    }
    expect(days).toHaveLength(count);
  }
});
