import { expect, test } from 'vitest';
import { leaveDays } from '../../src/domain/leave-days.ts';
import { defaultRules } from '../../src/services/office/office-rules.ts';

/** A Friday. */
const when = { today: '2026-11-20', calendar: defaultRules.calendar };

test.each([
  ['từ 12/11 đến 20/11', '2026-11-12', '2026-11-20'],
  ['tu 12/11 den 20/11', '2026-11-12', '2026-11-20'],
  ['từ ngày 23/11 đến hết ngày 27/11', '2026-11-23', '2026-11-27'],
  ['từ 23 đến 27/11', '2026-11-23', '2026-11-27'],
  ['23/11 - 27/11', '2026-11-23', '2026-11-27'],
  ['từ mai đến 25/11', '2026-11-21', '2026-11-25'],
  ['từ 28/12 đến 4/1', '2026-12-28', '2027-01-04'],
  ['mai', '2026-11-21', '2026-11-21'],
  ['ngày 3/12', '2026-12-03', '2026-12-03'],
  // Working days: Saturday and Sunday do not count, nor does the 24th.
  ['3 ngày từ mai', '2026-11-21', '2026-11-26'],
  ['2 ngày làm việc từ 25/11', '2026-11-25', '2026-11-26'],
  ['hôm nay', '2026-11-20', '2026-11-20'],
  ['from 23/11 to 27/11', '2026-11-23', '2026-11-27'],
  ['next week', '2026-11-23', '2026-11-29'],
  ['until 25/11', '2026-11-20', '2026-11-25'],
  ['tomorrow', '2026-11-21', '2026-11-21'],
])('%s', (words, firstDay, lastDay) => {
  expect(leaveDays(words, when)).toEqual({ firstDay, lastDay });
});

test.each(['vài hôm', 'từ 31/11 đến 2/12', 'từ 25/11 đến 23/11', '', '0 ngày', '400 ngày'])(
  '%s is none',
  (words) => {
    expect(leaveDays(words, when)).toBeNull();
  },
);
