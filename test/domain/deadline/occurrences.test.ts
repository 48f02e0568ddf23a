import { describe, expect, test } from 'vitest';
import { weekdayOf } from '../../../src/domain/day.ts';
import { occurrencesOf } from '../../../src/domain/deadline/occurrences.ts';
import { parseDeadline } from '../../../src/domain/deadline/parse-deadline.ts';

function lastDays(text: string, from: string, to: string, isWorkingDay?: (day: string) => boolean): string[] {
  return occurrencesOf(parseDeadline(text, { year: 2026 }), { from, to }, isWorkingDay).map(
    ({ lastDay }) => lastDay,
  );
}

describe('the dates of a deadline within a window', () => {
  test('a date and a period have one, when its last day lies in the window', () => {
    expect(lastDays('Trước ngày 01/3/2026', '2026-02-01', '2026-02-28')).toEqual(['2026-02-28']);
    expect(lastDays('Trước ngày 01/3/2026', '2026-03-01', '2026-03-31')).toEqual([]);
    expect(lastDays('Quý IV', '2026-12-01', '2027-01-31')).toEqual(['2026-12-31']);
  });

  test('a rule runs on over the year end', () => {
    expect(lastDays('trước ngày 05 hằng tháng', '2026-11-20', '2027-02-10')).toEqual([
      '2026-12-04',
      '2027-01-04',
      '2027-02-04',
    ]);
    expect(lastDays('trước ngày 01 hằng tháng', '2026-12-01', '2026-12-31')).toEqual(['2026-12-31']);
  });

  test('a day the month lacks is the month’s last, and then all of the month is allowed', () => {
    expect(lastDays('ngày 31 hằng tháng', '2026-02-01', '2026-04-30')).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(lastDays('trước ngày 30 hằng tháng', '2026-02-01', '2026-03-31')).toEqual([
      '2026-02-28',
      '2026-03-29',
    ]);
    expect(lastDays('trước ngày 30 hằng tháng', '2028-02-01', '2028-02-29')).toEqual(['2028-02-29']);
  });

  test('weekdays', () => {
    expect(lastDays('thứ Sáu hằng tuần', '2026-05-01', '2026-05-31')).toEqual([
      '2026-05-01',
      '2026-05-08',
      '2026-05-15',
      '2026-05-22',
      '2026-05-29',
    ]);
    expect(lastDays('thứ Sáu cuối cùng của tháng', '2026-05-01', '2026-06-30')).toEqual([
      '2026-05-29',
      '2026-06-26',
    ]);
    expect(lastDays('thứ Hai đầu tiên của tháng', '2026-05-01', '2026-06-30')).toEqual([
      '2026-05-04',
      '2026-06-01',
    ]);
  });

  test('working days are counted by the calendar that is given, and not guessed without one', () => {
    const isWeekday = (day: string) => weekdayOf(day) <= 5;
    expect(lastDays('ngày làm việc cuối cùng hằng tháng', '2026-05-01', '2026-06-30', isWeekday)).toEqual([
      '2026-05-29',
      '2026-06-30',
    ]);
    expect(lastDays('ngày làm việc thứ 3 của tháng sau', '2026-05-01', '2026-05-31', isWeekday)).toEqual([
      '2026-05-05',
    ]);
    expect(lastDays('ngày làm việc cuối cùng hằng tháng', '2026-05-01', '2026-06-30')).toEqual([]);
  });

  test('several deadlines give their dates in order', () => {
    expect(lastDays('Thường xuyên; trước 15/12; trước ngày 10 hằng quý', '2026-06-01', '2026-12-31')).toEqual(
      ['2026-06-09', '2026-09-09', '2026-12-09', '2026-12-14'],
    );
  });

  test.each([
    'Thường xuyên',
    'Theo quy định',
    '05 ngày làm việc kể từ ngày nhận',
    'Như trên',
    'Trước ngày 31/02/2026',
  ])('%s has no date of its own', (text) => {
    expect(lastDays(text, '2020-01-01', '2030-12-31')).toEqual([]);
  });

  test('a time of day allows the stated day, and a period knows its first day', () => {
    const window = { from: '2026-01-01', to: '2026-12-31' };
    expect(occurrencesOf(parseDeadline('trước 17h00 ngày 20/11', { year: 2026 }), window)).toEqual([
      { firstDay: null, statedDay: '2026-11-20', lastDay: '2026-11-20', time: '17:00', strictBefore: true },
    ]);
    expect(occurrencesOf(parseDeadline('Quý III', { year: 2026 }), window)).toMatchObject([
      { firstDay: '2026-07-01' },
    ]);
    expect(occurrencesOf(parseDeadline('hằng quý', { year: 2026 }), window)[1]).toMatchObject({
      firstDay: '2026-04-01',
      lastDay: '2026-06-30',
    });
  });
});
