/** What each person was given and did, held against a count by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../src/domain/day.ts';
import { figuresOfPerson } from '../../src/domain/person-figures.ts';
import { aMember, anOccurrence, aTask, aUnit } from '../support/builders.ts';

const TODAY = '2026-11-20';
const unit = aUnit();
const people = [1, 2, 3].map(() => aMember({ unitId: unit.id }));
const period = { unit: 'dates', ordinal: 0, year: 2026, from: '2026-11-01', to: '2026-11-30' } as const;

const story = fc.record({
  /** Who has it by name; nobody: the whole unit has it. */
  named: fc.subarray([0, 1, 2]),
  planned: fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days)),
  /** Days from the planned one to the report; null: none came. */
  reported: fc.option(fc.integer({ min: -5, max: 5 })),
});

test('a person has what is theirs by name or with the unit, once each, as it stands by its planned day', () => {
  fc.assert(
    fc.property(fc.array(story, { maxLength: 12 }), (stories) => {
      const tasks = stories.map(({ named, planned, reported }) => {
        const who = named.map((at) => people[at]?.id ?? 0);
        const done = reported === null ? null : addDays(planned, reported);
        return aTask({
          leads: [{ unitId: unit.id, words: unit.name, ...(who.length > 0 ? { people: who } : {}) }],
          occurrences: [
            anOccurrence({
              lastDay: planned,
              state: done === null ? 'open' : 'reported',
              reportedOn: done,
              reportedBy: done === null ? [] : [unit.id],
            }),
          ],
        });
      });
      for (const [at, person] of people.entries()) {
        const figures = figuresOfPerson(person, tasks, people, [], {
          period,
          today: TODAY,
          calendar: new WorkingCalendar(),
        });
        const theirs = stories.filter(
          ({ named, planned }) =>
            (named.length === 0 || named.includes(at)) && planned >= period.from && planned <= period.to,
        );
        const count = (isMeant: (one: (typeof theirs)[number]) => boolean) => theirs.filter(isMeant).length;
        expect(figures).toMatchObject({
          given: theirs.length,
          doneInTime: count(({ reported }) => reported !== null && reported <= 0),
          doneLate: count(({ reported }) => reported !== null && reported > 0),
          waiting: 0,
          notDoneInTime: count(({ reported, planned }) => reported === null && planned >= TODAY),
          notDoneOverdue: count(({ reported, planned }) => reported === null && planned < TODAY),
        });
      }
    }),
  );
});
