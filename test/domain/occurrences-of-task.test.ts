/** Dates come into sight day by day: what has come since a day, added to what was there, is what is there now. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../src/domain/day.ts';
import { parseDeadline } from '../../src/domain/deadline/parse-deadline.ts';
import { occurrencesOfTask } from '../../src/domain/occurrences-of-task.ts';
import { DEFAULT_STAGE_SETTINGS } from '../../src/domain/reminder-stages.ts';

const RULES = [
  'Trước ngày 25 hằng tháng',
  'ngày 31 hằng tháng',
  'Thứ 6 hằng tuần',
  'hằng tuần',
  'hằng ngày',
  'ngày 15 tháng cuối quý',
  'hằng quý',
  '6 tháng, 01 năm',
  'trước 10/6 và 05/12 hằng năm',
  'ngày làm việc cuối cùng hằng tháng',
  'ngày 15 âm lịch hằng tháng',
  'Thường xuyên',
  'Theo quy định của UBND tỉnh',
  '30/11/2026; thường xuyên',
  '17h00 ngày 20 hằng tháng',
  '',
].map((words) => parseDeadline(words, { year: 2026 }));

const someDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-01-01', days));

test('whatever the rule, whenever it was laid out last', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RULES),
      someDay,
      fc.nat(400),
      fc.nat(100),
      fc.integer({ min: 1, max: 31 }),
      (deadline, trackedFrom, untilSince, untilToday, monthlyAskBeforeDay) => {
        const since = addDays(trackedFrom, untilSince - 30);
        const today = addDays(since, untilToday);
        const settings = { ...DEFAULT_STAGE_SETTINGS, monthlyAskBeforeDay };
        const context = { trackedFrom, settings, calendar: new WorkingCalendar() };
        const before = new Set(
          occurrencesOfTask(deadline, { ...context, today: since }).map(({ key }) => key),
        );
        const now = occurrencesOfTask(deadline, { ...context, today });
        const grown = occurrencesOfTask(deadline, { ...context, today, since });
        expect(grown.filter(({ key }) => !before.has(key))).toEqual(
          now.filter(({ key }) => !before.has(key)),
        );
        // A rule adds nothing that was there; single dates are always all there.
        if (deadline.kind === 'recurring') expect(grown.every(({ key }) => !before.has(key))).toBe(true);
      },
    ),
  );
});
