import { expect, test } from 'vitest';
import { mondayOf, weekOf } from '../../src/domain/day.ts';

test.each([
  ['2026-11-23', '2026-W48', '2026-11-23'],
  ['2026-11-29', '2026-W48', '2026-11-23'],
  ['2025-12-29', '2026-W01', '2025-12-29'],
  ['2027-01-03', '2026-W53', '2026-12-28'],
  ['2027-01-04', '2027-W01', '2027-01-04'],
])('%s is in %s, which begins on %s', (day, week, monday) => {
  expect(weekOf(day)).toBe(week);
  expect(mondayOf(day)).toBe(monday);
});
