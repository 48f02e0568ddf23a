/** The figures that go up, held against a count by hand of what happened to each date. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day, instantAt } from '../../src/domain/day.ts';
import { parseDeadline } from '../../src/domain/deadline/parse-deadline.ts';
import { occurrenceByReports, type ReportState, stands, unitsReported } from '../../src/domain/report.ts';
import { type ReportingPeriod, reportingPeriod } from '../../src/domain/reporting-period.ts';
import { figuresOf, type ReportOnDate, resultIn, type Sight } from '../../src/domain/statistics.ts';
import type { Occurrence, Task } from '../../src/domain/task.ts';
import { anOccurrence, aTask, aUnit } from '../support/builders.ts';

const TODAY = '2026-11-20';
const calendar = new WorkingCalendar();
const UNITS = [aUnit(), aUnit(), aUnit()];
const periodOf = (unit: 'month' | 'quarter' | 'half' | 'year', which: number): ReportingPeriod => {
  const period = reportingPeriod({ unit, which, year: 2026 }, TODAY, 14);
  if (period === null) throw new Error('no such period');
  return period;
};
const sightOf = (period: ReportingPeriod, unitId: number | null = null): Sight => ({
  period,
  unitId,
  today: TODAY,
  calendar,
});

/** What happened to one date, as somebody who was there would tell it. */
interface DateStory {
  planned: Day;
  /** More time, granted once or several times. */
  extendedBy: number[];
  /** In the order in which they came: which of the lead units, on which day, and what became of it. */
  reports: { unit: number; on: Day; fate: ReportState }[];
}

interface TaskStory {
  leads: number[];
  dates: DateStory[];
  isStep: boolean;
  year: number;
}

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-11-20', days));
const dayUpToNow = fc.integer({ min: 0, max: 330 }).map((days) => addDays('2025-12-20', days));
const dateStory: fc.Arbitrary<DateStory> = fc.record({
  planned: day,
  extendedBy: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
  reports: fc
    .array(
      fc.record({
        unit: fc.integer({ min: 0, max: 2 }),
        on: dayUpToNow,
        fate: fc.constantFrom<ReportState>(
          'counted',
          'counted',
          'accepted',
          'waiting',
          'returned',
          'withdrawn',
        ),
      }),
      { maxLength: 5 },
    )
    .map((reports) => reports.toSorted((a, b) => (a.on < b.on ? -1 : 1))),
});
const taskStory: fc.Arbitrary<TaskStory> = fc.record({
  leads: fc.subarray([0, 1, 2]),
  dates: fc.array(dateStory, { maxLength: 4 }),
  isStep: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  year: fc.constantFrom(2026, 2026, 2026, 2025),
});
const anyPeriod = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((n) => periodOf('month', n)),
  fc.integer({ min: 1, max: 4 }).map((n) => periodOf('quarter', n)),
  fc.constantFrom(periodOf('half', 1), periodOf('half', 2), periodOf('year', 1)),
  fc.tuple(day, fc.integer({ min: 0, max: 90 })).map(
    ([from, days]): ReportingPeriod => ({
      unit: 'dates',
      ordinal: 0,
      year: 2026,
      from,
      to: addDays(from, days),
    }),
  ),
);

/** The office's ledger after such stories. */
function played(stories: TaskStory[]): { tasks: Task[]; reports: ReportOnDate[] } {
  const all: ReportOnDate[] = [];
  const tasks = stories.map((story) => {
    const leads = story.leads.map((at) => UNITS[at] ?? aUnit());
    const occurrences = story.dates.map((date): Occurrence => {
      const lastDay = date.extendedBy.reduce(addDays, date.planned);
      const originalDay = lastDay === date.planned ? null : date.planned;
      const bare = anOccurrence({ lastDay, originalDay });
      const reports = date.reports.map(
        ({ unit, on, fate }): ReportOnDate => ({
          occurrenceId: bare.id,
          state: fate,
          // A task without units is reported for the office.
          unitIds: story.leads.length === 0 ? [] : [UNITS[unit]?.id ?? 0],
          at: instantAt(on, '10:00'),
          found: 'open',
        }),
      );
      all.push(...reports.filter(({ state }) => stands(state)));
      const owedBy = { leads: leads.map(({ id, name }) => ({ unitId: id, words: name })), formerLeads: null };
      return { ...bare, ...occurrenceByReports(owedBy, reports), ...unitsReported(reports) };
    });
    return aTask({ leads, occurrences, year: story.year, partOf: story.isStep ? 1 : null });
  });
  return { tasks, reports: all };
}

/** On which day a unit, or the office for a task of no unit, had reported for good; 'waiting' while it is not accepted. */
function told(date: DateStory, isMeant: (unit: number) => boolean): Day | 'waiting' | null {
  const standing = date.reports.filter(
    ({ unit, fate }) => isMeant(unit) && ['counted', 'accepted', 'waiting'].includes(fate),
  );
  const [first] = standing;
  if (first === undefined) return null;
  return standing.some(({ fate }) => fate !== 'waiting') ? first.on : 'waiting';
}

/** All who owe it have told; the last of them counts. */
function doneByHand({ leads }: TaskStory, date: DateStory, only: number | null): Day | 'waiting' | null {
  const owing = only === null ? leads : [only];
  const each =
    owing.length === 0 ? [told(date, () => true)] : owing.map((at) => told(date, (one) => one === at));
  if (each.some((one) => one === null)) return null;
  if (each.some((one) => one === 'waiting')) return 'waiting';
  return (
    each
      .filter((one) => one !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

function countedByHand(stories: TaskStory[], { from, to }: ReportingPeriod, only: number | null) {
  const theirs = stories.filter(({ isStep, leads }) => !isStep && (only === null || leads.includes(only)));
  const planned = theirs.filter(({ year }) => year === 2026);
  const isDone = (story: TaskStory) =>
    story.dates.length > 0 &&
    story.dates
      .map((date) => doneByHand(story, date, only))
      .every((on) => on !== null && on !== 'waiting' && on <= to);
  const fates = theirs.flatMap((story) =>
    story.dates
      .filter((date) => date.planned >= from && date.planned <= to)
      .map((date) => fateOf(date.planned, doneByHand(story, date, only))),
  );
  const count = (wanted: ReturnType<typeof fateOf>) => fates.filter((one) => one === wanted).length;
  return {
    planned: planned.length,
    plannedDone: planned.filter(isDone).length,
    given: fates.length,
    doneInTime: count('in time'),
    doneLate: count('late'),
    waiting: count('waits'),
    notDoneInTime: count('not yet'),
    notDoneOverdue: count('overdue'),
  };
}

function fateOf(planned: Day, on: Day | 'waiting' | null) {
  if (on === 'waiting') return 'waits';
  if (on === null) return planned < TODAY ? 'overdue' : 'not yet';
  return on > planned ? 'late' : 'in time';
}

test('equal a count by hand, over any office, period and unit; the sums hold', () => {
  fc.assert(
    fc.property(fc.array(taskStory, { maxLength: 12 }), anyPeriod, (stories, period) => {
      const { tasks, reports } = played(stories);
      for (const only of [null, 0, 1, 2]) {
        const unitId = only === null ? null : (UNITS[only]?.id ?? null);
        const figures = figuresOf(tasks, reports, sightOf(period, unitId));
        expect(figures).toEqual(countedByHand(stories, period, only));
        const { given, doneInTime, doneLate, waiting, notDoneInTime, notDoneOverdue } = figures;
        expect(doneInTime + doneLate + waiting + notDoneInTime + notDoneOverdue).toBe(given);
      }
    }),
    { numRuns: 2000 },
  );
});

test('each date is given in one month, and the months of a year are the year', () => {
  fc.assert(
    fc.property(fc.array(taskStory, { maxLength: 8 }), (stories) => {
      const { tasks, reports } = played(stories);
      const given = (period: ReportingPeriod) => figuresOf(tasks, reports, sightOf(period)).given;
      const months = Array.from({ length: 12 }, (_, at) => given(periodOf('month', at + 1)));
      expect(months.reduce((sum, one) => sum + one, 0)).toBe(given(periodOf('year', 1)));
    }),
  );
});

const done = (planned: Day, on: Day): Occurrence =>
  anOccurrence({ lastDay: planned, state: 'reported', reportedOn: on });

test('more time makes nothing that is late in time', () => {
  const extended = { ...done('2026-12-10', '2026-11-18'), originalDay: '2026-11-10' };
  const figures = figuresOf(
    [aTask({ occurrences: [extended], year: 2026 })],
    [],
    sightOf(periodOf('month', 11)),
  );
  expect(figures).toMatchObject({ given: 1, doneLate: 1, doneInTime: 0 });
});

test('what was over before the plan came in was given to nobody', () => {
  const past = anOccurrence({ lastDay: '2026-11-10', state: 'past' });
  const task = aTask({ occurrences: [past], year: 2026 });
  expect(figuresOf([task], [], sightOf(periodOf('month', 11)))).toMatchObject({ planned: 1, given: 0 });
});

test('a monthly task is done when its year is, and its dates ahead are given though nobody sees them yet', () => {
  const deadline = parseDeadline('Trước ngày 25 hằng tháng', { year: 2026 });
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-24`);
  const upTo = (count: number) => months.slice(0, count).map((on) => done(on, on));
  const figures = (count: number, today: Day, period: ReportingPeriod) =>
    figuresOf([aTask({ deadline, occurrences: upTo(count), year: 2026 })], [], { ...sightOf(period), today });
  const inJune = figures(8, '2026-06-30', periodOf('year', 1));
  expect(inJune).toMatchObject({ planned: 1, plannedDone: 0, given: 11, doneInTime: 8, notDoneInTime: 3 });
  const whole = { ...periodOf('year', 1), to: '2026-12-31' };
  expect(figures(12, '2026-12-31', whole)).toMatchObject({ plannedDone: 1, given: 12, notDoneInTime: 0 });
});

test('a report of results has the whole plan for the year, and for a month what was given or done in it', () => {
  const due = aTask({ occurrences: [anOccurrence({ lastDay: '2026-11-12' })], year: 2026 });
  const early = aTask({ occurrences: [done('2026-12-31', '2026-11-05')], year: 2026 });
  const later = aTask({ occurrences: [anOccurrence({ lastDay: '2026-12-31' })], year: 2026 });
  const goingOn = aTask({
    deadline: parseDeadline('Thường xuyên', { year: 2026 }),
    occurrences: [
      {
        ...anOccurrence({ lastDay: '2026-10-31', kind: 'word' }),
        state: 'reported',
        reportedOn: '2026-10-29',
      },
    ],
    year: 2026,
  });
  const of = (period: ReportingPeriod) =>
    [due, early, later, goingOn].map((task) => resultIn(task, [], sightOf(period))?.isDone ?? null);
  expect(of(periodOf('month', 11))).toEqual([false, true, null, true]);
  expect(of(periodOf('month', 12))).toEqual([null, null, null, false]);
  expect(of(periodOf('year', 1))).toEqual([false, true, false, true]);
});
