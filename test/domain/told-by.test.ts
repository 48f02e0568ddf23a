import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../src/domain/day.ts';
import { currentStage, DEFAULT_STAGE_SETTINGS, overdueDayOf } from '../../src/domain/reminder-stages.ts';
import { toBeToldBy } from '../../src/domain/told-by.ts';

const calendar = new WorkingCalendar();

test.each([
  { what: 'before the day', lastDay: '2026-11-25', today: '2026-11-24', by: null },
  { what: 'on the day', lastDay: '2026-11-25', today: '2026-11-25', by: '2026-11-25' },
  { what: 'on the Friday before a Sunday', lastDay: '2026-11-22', today: '2026-11-20', by: '2026-11-20' },
  { what: 'on the 1st working day after', lastDay: '2026-11-20', today: '2026-11-23', by: '2026-11-23' },
  { what: 'on the 2nd', lastDay: '2026-11-24', today: '2026-11-26', by: '2026-11-25' },
  { what: 'on the 3rd', lastDay: '2026-11-24', today: '2026-11-27', by: '2026-11-27' },
])('$what', ({ lastDay, today, by }) => {
  expect(toBeToldBy(lastDay, today, DEFAULT_STAGE_SETTINGS, calendar)).toBe(by);
});

test('it expects what the planner would say, on any working day and however often the office wants', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 5 }),
      (start, ahead, step) => {
        const lastDay = addDays('2025-12-01', start);
        const today = calendar.onOrAfter(addDays(lastDay, ahead));
        const settings = { ...DEFAULT_STAGE_SETTINGS, overdueEveryWorkingDays: step };
        const planned = currentStage(lastDay, today, settings, calendar);
        const isNow = planned?.stage === 'due' || overdueDayOf(planned?.stage ?? 'due') > 0;
        expect(toBeToldBy(lastDay, today, settings, calendar)).toBe(isNow ? planned?.sendOn : null);
      },
    ),
  );
});
