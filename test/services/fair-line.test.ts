import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FairLine, type InLine } from '../../src/services/delivery/fair-line.ts';

/** Whoever stands in it, in the order of their turns. */
function allOf(line: FairLine): number[] {
  const next = line.next();
  return next === undefined ? [] : [next, ...allOf(line)];
}

function lineOf(all: InLine[]): FairLine {
  const line = new FairLine();
  for (const one of all) line.join(one);
  return line;
}

const notice = (id: number, officeId: number | null = 1): InLine => ({ id, officeId, isUrgent: false });
const answer = (id: number, officeId: number | null = 1): InLine => ({ id, officeId, isUrgent: true });

describe('who is next', () => {
  test('answers before notices, each in the order in which they came', () => {
    expect(allOf(lineOf([notice(1), answer(2), notice(3), answer(4)]))).toEqual([2, 4, 1, 3]);
  });

  test('three of one office among five hundred of another', () => {
    const many = Array.from({ length: 500 }, (_, index) => notice(index + 1));
    const turns = allOf(lineOf([...many, notice(901, 2), notice(902, 2), notice(903, 2)]));
    expect([901, 902, 903].map((id) => turns.indexOf(id))).toEqual([1, 3, 5]);
    expect(turns).toHaveLength(503);
  });

  test('nobody stands in it twice, and who is asked something while waiting moves up', () => {
    expect(allOf(lineOf([notice(1), notice(2), notice(2), notice(3), answer(3), notice(3)]))).toEqual([
      3, 1, 2,
    ]);
  });

  test('whoever is of no office yet has turns as an office has', () => {
    expect(allOf(lineOf([answer(1), answer(2), answer(3, null)]))).toEqual([1, 3, 2]);
  });
});

const inLine: fc.Arbitrary<InLine> = fc.record({
  id: fc.nat(60),
  officeId: fc.constantFrom(1, 2, 3, null),
  isUrgent: fc.boolean(),
});

test('whoever stands in it: all have their turn once, answers first, and no office a second before another has its first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(inLine, { selector: ({ id }) => id, maxLength: 60 }), (all) => {
      const turns = allOf(lineOf(all)).map((id) => all.find((one) => one.id === id));
      const served = turns.filter((one) => one !== undefined);
      expect(served.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      const urgent = served.filter(({ isUrgent }) => isUrgent);
      expect(served.slice(0, urgent.length)).toEqual(urgent);
      for (const some of [urgent, served.slice(urgent.length)]) {
        for (const [index, { officeId }] of some.entries()) {
          const turnsOf = (office: number | null) =>
            some.slice(0, index).filter((one) => one.officeId === office).length;
          const waiting = new Set(some.slice(index).map((one) => one.officeId));
          for (const other of waiting) expect(turnsOf(officeId)).toBeLessThanOrEqual(turnsOf(other));
        }
      }
    }),
  );
});
