import { expect, test } from 'vitest';
import {
  forgetPast,
  hold,
  LONGEST_HOLD_MS,
  stateIn,
  waitFor,
} from '../../../src/platforms/shared/pace-state.ts';

test.each(['{"win', '{"windows":{"a":{}},"held":{},"waiting":{}}', '[]', 'null', ''])(
  'what nobody can read counts for nothing: %j',
  (text) => {
    expect(stateIn(text)).toEqual({ windows: {}, held: {}, waiting: {} });
  },
);

test('what was written is read as it was', () => {
  const state = {
    windows: { second: [{ until: 7 }, { until: 9, turn: 'a' }] },
    held: { '': 12 },
    waiting: { b: 8 },
    lastBy: 'b',
  };
  expect(stateIn(JSON.stringify(state))).toEqual(state);
});

test('the longest hold is kept to', () => {
  const state = stateIn(null);
  hold(state, '', 1_000 + LONGEST_HOLD_MS);
  expect(waitFor(forgetPast(state, 0), [], [''], 0).ms).toBe(1_000 + LONGEST_HOLD_MS);
});
