import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day, monthOf } from '../../src/domain/day.ts';
import {
  audienceOf,
  currentStage,
  DEFAULT_STAGE_SETTINGS,
  daysLeft,
  latestDayInSight,
  monthlyAskOn,
  overdueDayOf,
  type ScheduledStage,
  type Stage,
  type StageSettings,
  stagesOf,
  urgencyOf,
} from '../../src/domain/reminder-stages.ts';

const calendar = new WorkingCalendar();
const settings = DEFAULT_STAGE_SETTINGS;

const someDay = fc.integer({ min: 0, max: 5 * 365 }).map((days) => addDays('2024-01-01', days));
const someSettings: fc.Arbitrary<StageSettings> = fc.record({
  daysBefore: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
  onTheDay: fc.boolean(),
  overdueEveryWorkingDays: fc.integer({ min: 1, max: 6 }),
  unitHeadFromOverdueDay: fc.integer({ min: 1, max: 5 }),
  leaderFromOverdueDay: fc.integer({ min: 1, max: 9 }),
  monthlyAskBeforeDay: fc.integer({ min: 10, max: 31 }),
});

/** From before any stage to well after the last allowed day. */
function around(lastDay: Day): { from: Day; to: Day } {
  return { from: addDays(lastDay, -90), to: addDays(lastDay, 40) };
}

/** The order in which a due date passes through its stages. */
function rank(stage: Stage): number {
  return stage.startsWith('T-') ? -Number(stage.slice(2)) : overdueDayOf(stage);
}

/** "13/02 T-3" */
function written({ stage, sendOn }: ScheduledStage): string {
  return `${sendOn.slice(8)}/${sendOn.slice(5, 7)} ${stage}`;
}

describe('the stages of a due date', () => {
  const cases: [name: string, lastDay: Day, to: Day, expected: string[]][] = [
    [
      'an ordinary Friday; 24/11 is no working day, so the 3rd overdue day is Thursday',
      '2026-11-20',
      '2026-11-30',
      [
        '13/11 T-7',
        '17/11 T-3',
        '19/11 T-1',
        '20/11 due',
        '23/11 overdue+1',
        '26/11 overdue+3',
        '30/11 overdue+5',
      ],
    ],
    [
      'a Sunday counts to the Friday before it',
      '2026-11-15',
      '2026-11-18',
      ['06/11 T-7', '10/11 T-3', '12/11 T-1', '13/11 due', '16/11 overdue+1', '18/11 overdue+3'],
    ],
    [
      'a Monday: what falls on the weekend goes out on Friday, once, as the later stage',
      '2026-11-16',
      '2026-11-16',
      ['09/11 T-7', '13/11 T-1', '16/11 due'],
    ],
    [
      'within Tết: all is said before it',
      '2026-02-20',
      '2026-02-25',
      ['06/02 T-7', '10/02 T-3', '12/02 T-1', '13/02 due', '23/02 overdue+1', '25/02 overdue+3'],
    ],
    ['the first working day after Tết', '2026-02-23', '2026-02-23', ['13/02 T-1', '23/02 due']],
    ['the second', '2026-02-24', '2026-02-24', ['13/02 T-3', '23/02 T-1', '24/02 due']],
    [
      '30/4, three days after the day in lieu of Giỗ Tổ',
      '2026-04-30',
      '2026-05-06',
      ['22/04 T-7', '24/04 T-3', '28/04 T-1', '29/04 due', '04/05 overdue+1', '06/05 overdue+3'],
    ],
    [
      '2/9, at the end of five days off',
      '2026-09-02',
      '2026-09-07',
      ['21/08 T-7', '25/08 T-3', '27/08 T-1', '28/08 due', '03/09 overdue+1', '07/09 overdue+3'],
    ],
    [
      'the Saturday worked for 31/8 is a day to remind on',
      '2026-08-25',
      '2026-08-25',
      ['18/08 T-7', '22/08 T-3', '24/08 T-1', '25/08 due'],
    ],
  ];

  it.each(cases)('%s', (_name, lastDay, to, expected) => {
    const stages = stagesOf(lastDay, settings, calendar, { from: addDays(lastDay, -30), to });
    expect(stages.map(written)).toEqual(expected);
  });

  it('follow the settings', () => {
    const own = { ...settings, daysBefore: [1, 14], onTheDay: false, overdueEveryWorkingDays: 1 };
    const window = { from: '2026-11-01', to: '2026-11-23' };
    expect(stagesOf('2026-11-19', own, calendar, window).map(written)).toEqual([
      '05/11 T-14',
      '18/11 T-1',
      '20/11 overdue+1',
      '23/11 overdue+2',
    ]);
  });

  it('bear a date that only stands for "one day", the last that plans can name', () => {
    expect(currentStage('2199-12-31', '2026-11-20', settings, calendar)).toBeNull();
    expect(urgencyOf('2199-12-31', '2026-11-20', calendar)).toBe('in-time');
  });

  it('refuse a step that would never end', () => {
    const endless = { ...settings, overdueEveryWorkingDays: 0 };
    expect(() => stagesOf('2026-11-19', endless, calendar, around('2026-11-19'))).toThrow(
      /set it to 1 or more/,
    );
  });

  it('never fall on a day off, and come in order, one a day', () => {
    fc.assert(
      fc.property(someDay, someSettings, (lastDay, own) => {
        const stages = stagesOf(lastDay, own, calendar, around(lastDay));
        for (const { sendOn } of stages) expect(calendar.isWorkingDay(sendOn)).toBe(true);
        for (const [index, next] of stages.slice(1).entries()) {
          const previous = stages[index];
          expect(previous && previous.sendOn < next.sendOn).toBe(true);
          expect(previous && rank(previous.stage) < rank(next.stage)).toBe(true);
        }
      }),
    );
  });

  it('include the day itself, on the last working day that is still in time', () => {
    fc.assert(
      fc.property(someDay, someSettings, (lastDay, own) => {
        const stages = stagesOf(lastDay, { ...own, onTheDay: true }, calendar, around(lastDay));
        const due = stages.filter(({ stage }) => stage === 'due');
        expect(due).toEqual([{ stage: 'due', sendOn: calendar.onOrBefore(lastDay) }]);
      }),
    );
  });

  it('are never sent after the day they speak of', () => {
    fc.assert(
      fc.property(someDay, someSettings, (lastDay, own) => {
        for (const { stage, sendOn } of stagesOf(lastDay, own, calendar, around(lastDay))) {
          if (rank(stage) > 0) expect(calendar.workingDaysBetween(lastDay, sendOn)).toBe(overdueDayOf(stage));
          else expect(sendOn <= addDays(lastDay, rank(stage))).toBe(true);
        }
      }),
    );
  });

  it('are the same however the days are cut into windows', () => {
    fc.assert(
      fc.property(someDay, someSettings, fc.integer({ min: 0, max: 129 }), (lastDay, own, cut) => {
        const { from, to } = around(lastDay);
        const middle = addDays(from, cut);
        expect([
          ...stagesOf(lastDay, own, calendar, { from, to: middle }),
          ...stagesOf(lastDay, own, calendar, { from: addDays(middle, 1), to }),
        ]).toEqual(stagesOf(lastDay, own, calendar, { from, to }));
      }),
    );
  });
});

describe('the stage to speak of now', () => {
  it.each([
    ['2026-11-12', null],
    ['2026-11-13', { stage: 'T-7', sendOn: '2026-11-13' }],
    ['2026-11-16', { stage: 'T-7', sendOn: '2026-11-13' }],
    ['2026-11-22', { stage: 'due', sendOn: '2026-11-20' }],
    ['2026-11-25', { stage: 'overdue+1', sendOn: '2026-11-23' }],
    ['2026-12-18', { stage: 'overdue+19', sendOn: '2026-12-18' }],
  ])('on %s', (today, expected) => {
    expect(currentStage('2026-11-20', today, settings, calendar)).toEqual(expected);
  });

  it('is the last of those that should have gone out', () => {
    fc.assert(
      fc.property(someDay, someSettings, fc.integer({ min: -90, max: 40 }), (lastDay, own, days) => {
        const today = addDays(lastDay, days);
        const window = { from: around(lastDay).from, to: today };
        expect(currentStage(lastDay, today, own, calendar)).toEqual(
          stagesOf(lastDay, own, calendar, window).at(-1) ?? null,
        );
      }),
    );
  });

  it('is each stage on its own day', () => {
    fc.assert(
      fc.property(someDay, someSettings, (lastDay, own) => {
        for (const scheduled of stagesOf(lastDay, own, calendar, around(lastDay))) {
          expect(currentStage(lastDay, scheduled.sendOn, own, calendar)).toEqual(scheduled);
        }
      }),
    );
  });
});

describe('who is told', () => {
  it.each<[Stage, boolean, boolean]>([
    ['T-7', false, false],
    ['due', false, false],
    ['ask', false, false],
    ['overdue+1', true, false],
    ['overdue+3', true, true],
    ['overdue+11', true, true],
  ])('%s: unit head %s, leader %s', (stage, unitHead, leader) => {
    expect(audienceOf(stage, settings)).toEqual({ officers: true, unitHead, leader });
  });

  it('follows the settings', () => {
    const own = { ...settings, unitHeadFromOverdueDay: 2, leaderFromOverdueDay: 10 };
    expect(audienceOf('overdue+1', own)).toEqual({ officers: true, unitHead: false, leader: false });
    expect(audienceOf('overdue+9', own)).toEqual({ officers: true, unitHead: true, leader: false });
  });
});

describe('colours', () => {
  it.each([
    ['2026-11-20', '2026-11-16', 4, 'in-time'],
    ['2026-11-20', '2026-11-17', 3, 'due-soon'],
    ['2026-11-20', '2026-11-20', 0, 'due-soon'],
    ['2026-11-20', '2026-11-21', -1, 'overdue'],
    // Sunday 15/11 counts to Friday 13/11.
    ['2026-11-15', '2026-11-10', 3, 'due-soon'],
    ['2026-11-15', '2026-11-09', 4, 'in-time'],
    ['2026-11-15', '2026-11-14', 0, 'due-soon'],
    ['2026-11-15', '2026-11-16', -1, 'overdue'],
    // 2/9 counts to 28/8.
    ['2026-09-02', '2026-08-25', 3, 'due-soon'],
  ])('due %s, today %s: %i days left, %s', (lastDay, today, left, urgency) => {
    expect(daysLeft(lastDay, today, calendar)).toBe(left);
    expect(urgencyOf(lastDay, today, calendar)).toBe(urgency);
  });

  it('are red exactly after the last allowed day, and days left never grow', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (lastDay, days) => {
        const today = addDays(lastDay, days);
        expect(urgencyOf(lastDay, today, calendar) === 'overdue').toBe(days > 0);
        const tomorrow = addDays(today, 1);
        expect(daysLeft(lastDay, tomorrow, calendar)).toBeLessThanOrEqual(daysLeft(lastDay, today, calendar));
      }),
    );
  });
});

describe('the question of the month', () => {
  it.each([
    ['2026-11', '2026-11-27'],
    ['2026-10', '2026-10-29'],
    ['2026-02', '2026-02-27'],
    ['2027-02', '2027-02-26'],
    ['2026-04', '2026-04-29'],
  ])('%s is asked on %s', (month, askOn) => {
    expect(monthlyAskOn(month, settings, calendar)).toBe(askOn);
  });

  it('is asked on a working day of that month', () => {
    fc.assert(
      fc.property(someDay, someSettings, (day, own) => {
        const askOn = monthlyAskOn(day.slice(0, 7), own, calendar);
        expect(calendar.isWorkingDay(askOn)).toBe(true);
        expect(monthOf(askOn)).toBe(monthOf(day));
        expect(Number(askOn.slice(8))).toBeLessThan(own.monthlyAskBeforeDay);
      }),
    );
  });
});

describe('the latest day in sight', () => {
  const someToday = someDay.map((day) => calendar.onOrAfter(day));

  it('is the last of which a stage may have come', () => {
    fc.assert(
      fc.property(
        someToday,
        fc.array(someSettings, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -60, max: 80 }),
        (today, all, ahead) => {
          const lastDay = addDays(today, ahead);
          const isSpokenOf = all.some((one) => currentStage(lastDay, today, one, calendar) !== null);
          if (isSpokenOf) expect(lastDay <= latestDayInSight(today, all, calendar)).toBe(true);
        },
      ),
    );
  });

  it('is no later than it must be', () => {
    fc.assert(
      fc.property(someToday, someSettings, (today, one) => {
        const own = { ...one, onTheDay: true };
        const lastDay = latestDayInSight(today, [own], calendar);
        expect(currentStage(lastDay, today, own, calendar)).not.toBeNull();
        expect(currentStage(addDays(lastDay, 1), today, own, calendar)).toBeNull();
      }),
    );
  });
});
