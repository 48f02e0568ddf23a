import { expect, test } from 'vitest';
import { LIMITS, paceOf } from '../../src/domain/pace.ts';

const LIMIT = { most: 3, withinSeconds: 60 };

test.each([
  ['nothing before', [], 'within'],
  ['two before', [1, 2], 'within'],
  ['three within a minute', [1, 2, 59], 'first-beyond'],
  ['three, the third a minute ago', [1, 2, 60], 'within'],
  ['one after the limit was reached', [1, 2, 3, 4], 'beyond'],
  ['slower again, and too fast anew', [1, 2, 3, 90], 'first-beyond'],
  ['the one before came after a pause', [1, 2, 3, 61], 'first-beyond'],
] as const)('%s', (_, ages, pace) => {
  expect(paceOf(ages, LIMIT)).toBe(pace);
});

test('a clerk who sends all the year’s plans one a minute is within the limits', () => {
  const ages = Array.from({ length: 61 }, (_, nth) => (nth + 1) * 61);
  expect([paceOf(ages, LIMITS.files), paceOf(ages, LIMITS.messages)]).toEqual(['within', 'within']);
});
