import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/chat/translate.ts';
import { dayWords, dueWords, dueWordsToday } from '../../../src/chat/words/due-words.ts';
import { WorkingCalendar } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Occurrence } from '../../../src/domain/task.ts';
import { anOccurrence, dueBefore } from '../../support/builders.ts';
import { onDay } from './on-day.ts';

const byFriday = anOccurrence({ lastDay: '2025-11-28' });
const beforeFriday = dueBefore('2025-11-28');
const byFiveOClock = anOccurrence({ lastDay: '2025-11-28', time: '17:00', strictBefore: true });
const bySunday = anOccurrence({ lastDay: '2025-11-30' });
const beforeSunday = dueBefore('2025-11-30');
const inTet = anOccurrence({ lastDay: '2026-02-18' });
const onTheSwappedFriday = anOccurrence({ lastDay: '2026-01-02' });

describe('a due date in words', () => {
  it.each<[string, Occurrence, vi: string, en: string]>([
    ['the day as written', byFriday, 'hạn 28/11', 'due 28/11'],
    [
      'strictly before: both days',
      beforeFriday,
      'trước 28/11 (chậm nhất 27/11)',
      'before 28/11 (by 27/11 at the latest)',
    ],
    ['a time of day', byFiveOClock, 'hạn 17:00 ngày 28/11', 'due 17:00 on 28/11'],
    ['another year', anOccurrence({ lastDay: '2026-01-15' }), 'hạn 15/01/2026', 'due 15/01/2026'],
    [
      'New Year between the two days',
      dueBefore('2026-01-01'),
      'trước 01/01/2026 (chậm nhất 31/12)',
      'before 01/01/2026 (by 31/12 at the latest)',
    ],
    [
      'a monthly question stands for its month',
      anOccurrence({ lastDay: '2025-11-30', kind: 'word' }),
      'tháng 11/2025',
      'for 11/2025',
    ],
  ])('%s', (_name, occurrence, vi, en) => {
    expect(dueWords(occurrence, onDay('2025-11-24'))).toBe(vi);
    expect(dueWords(occurrence, onDay('2025-11-24', 'en'))).toBe(en);
  });

  it('names the year of a day only when it is not this year', () => {
    expect(dayWords('2025-12-31', '2025-01-01')).toBe('31/12');
    expect(dayWords('2025-12-31', '2026-01-01')).toBe('31/12/2025');
  });
});

describe('what a due date means today', () => {
  it.each<[string, Occurrence, today: Day, expected: string]>([
    ['days ahead', byFriday, '2025-11-24', 'hạn 28/11, còn 4 ngày'],
    ['the eve', byFriday, '2025-11-27', 'hạn 28/11, còn 1 ngày'],
    ['the day', byFriday, '2025-11-28', 'hạn 28/11, hôm nay'],
    ['the first day late', byFriday, '2025-11-29', 'hạn 28/11, quá hạn 1 ngày'],
    ['late by calendar days', byFriday, '2025-12-08', 'hạn 28/11, quá hạn 10 ngày'],
    ['late since last year', byFriday, '2026-01-02', 'hạn 28/11/2025, quá hạn 35 ngày'],
    [
      'strictly before: counted to the day allowed',
      beforeFriday,
      '2025-11-24',
      'trước 28/11 (chậm nhất 27/11), còn 3 ngày',
    ],
    [
      'strictly before: the stated day is late',
      beforeFriday,
      '2025-11-28',
      'trước 28/11 (chậm nhất 27/11), quá hạn 1 ngày',
    ],
    ['a time of day', byFiveOClock, '2025-11-28', 'hạn 17:00 ngày 28/11, hôm nay'],
    [
      'a weekend: counted to the working day before it',
      bySunday,
      '2025-11-24',
      'hạn 30/11 trúng ngày nghỉ (cuối tuần), nên xong 28/11, còn 4 ngày',
    ],
    [
      'strictly before a Sunday: the Saturday is the day off',
      beforeSunday,
      '2025-11-27',
      'trước 30/11 (chậm nhất 29/11) trúng ngày nghỉ (cuối tuần), nên xong 28/11, còn 1 ngày',
    ],
    [
      'the last working day before a weekend',
      bySunday,
      '2025-11-28',
      'hạn 30/11 trúng ngày nghỉ (cuối tuần), nên xong 28/11, hôm nay',
    ],
    ['on the Saturday in between', bySunday, '2025-11-29', 'hạn 30/11, còn 1 ngày'],
    ['on the Sunday itself', bySunday, '2025-11-30', 'hạn 30/11, hôm nay'],
    ['the Monday after', bySunday, '2025-12-01', 'hạn 30/11, quá hạn 1 ngày'],
    [
      'Tết: counted to the Friday before it',
      inTet,
      '2026-02-09',
      'hạn 18/02 trúng ngày nghỉ (Tết Nguyên đán), nên xong 13/02, còn 4 ngày',
    ],
    ['within Tết', inTet, '2026-02-16', 'hạn 18/02, còn 2 ngày'],
    [
      'a swapped day off of next year, done this year',
      onTheSwappedFriday,
      '2025-12-29',
      'hạn 02/01/2026 trúng ngày nghỉ (Tết Dương lịch), nên xong 31/12, còn 2 ngày',
    ],
    [
      'seen from another year, both days carry theirs',
      anOccurrence({ lastDay: '2027-01-02' }),
      '2025-12-29',
      'hạn 02/01/2027 trúng ngày nghỉ (cuối tuần), nên xong 31/12/2026, còn 367 ngày',
    ],
  ])('%s', (_name, occurrence, today, expected) => {
    expect(dueWordsToday(occurrence, onDay(today))).toBe(expected);
  });

  it.each<[Day, string]>([
    ['2025-11-26', 'due 28/11, 2 days left'],
    ['2025-11-27', 'due 28/11, 1 day left'],
    ['2025-11-28', 'due 28/11, today'],
    ['2025-11-29', 'due 28/11, 1 day overdue'],
    ['2025-11-30', 'due 28/11, 2 days overdue'],
  ])('on %s in English: %s', (today, expected) => {
    expect(dueWordsToday(byFriday, onDay(today, 'en'))).toBe(expected);
  });

  it('says why in English, too', () => {
    expect(dueWordsToday(bySunday, onDay('2025-11-27', 'en'))).toBe(
      'due 30/11, a day off (weekend), best done by 28/11, 1 day left',
    );
  });

  it('knows the days of the office itself', () => {
    const calendar = new WorkingCalendar({
      daysOff: [{ day: '2025-11-28', name: 'Lễ hội hoa sen' }],
      workedDays: ['2025-11-30'],
    });
    const context = { ...onDay('2025-11-26'), calendar };
    expect(dueWordsToday(bySunday, context)).toBe('hạn 30/11, còn 4 ngày');
    expect(dueWordsToday(byFriday, context)).toBe(
      'hạn 28/11 trúng ngày nghỉ (Lễ hội hoa sen), nên xong 27/11, còn 1 ngày',
    );
  });

  it('counts from the last day, or to it or the last working day before it, and says which', () => {
    const someDay = fc.integer({ min: 0, max: 3 * 365 }).map((days) => addDays('2025-01-01', days));
    const locale = fc.constantFrom<Locale>('vi', 'en');
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), locale, (today, days, spoken) => {
        const context = onDay(today, spoken);
        const occurrence = anOccurrence({ lastDay: addDays(today, days) });
        const said = dueWordsToday(occurrence, context);
        const [number = '0'] = /(?<=, |còn |quá hạn )\d+(?= (?:day|ngày))/.exec(said) ?? [];
        const counted = addDays(today, days < 0 ? -Number(number) : Number(number));
        expect(said.startsWith(dueWords(occurrence, context))).toBe(true);
        expect(/quá hạn|overdue/.test(said)).toBe(days < 0);
        expect(/hôm nay|today/.test(said)).toBe(counted === today);
        const { lastDay } = occurrence;
        expect([lastDay, days < 0 ? lastDay : context.calendar.onOrBefore(lastDay)]).toContain(counted);
      }),
    );
  });
});
