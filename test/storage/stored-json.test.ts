/** What stands in Json columns is read in one place a shape, and what was written otherwise is not trusted. */
import { describe, expect, test } from 'vitest';
import { storedChange } from '../../src/storage/stored-change.ts';
import { decoded } from '../../src/storage/stored-json.ts';
import { storedSettings } from '../../src/storage/stored-settings.ts';

describe('settings of an office', () => {
  test('are as they were written, and none of them need be there', () => {
    const settings = { remindFrom: '07:30', daysBefore: [5, 2], leaderFromOverdueDay: null };
    expect(decoded(storedSettings, settings, 'Settings')).toEqual(settings);
    expect(decoded(storedSettings, {}, 'Settings')).toEqual({});
  });

  test.each([[null], ['07:30'], [{ remindFrom: 7 }], [{ daysOff: '2026-11-20' }]])(
    'are no others: %j',
    (stored) => {
      expect(() => decoded(storedSettings, stored, 'Settings')).toThrow(
        /^Settings in the database cannot be read/,
      );
    },
  );
});

describe('a change', () => {
  test('is as it was written', () => {
    const made = { kind: 'decide-extension', number: 1, taskId: 2, occurrenceId: 3, extensionId: 4 };
    const days = { lastDay: '2026-11-24', originalDay: null };
    const stored = { ...made, state: 'granted', before: days, after: { ...days, originalDay: '2026-11-20' } };
    expect(decoded(storedChange, stored, 'Change 7')).toEqual(stored);
  });

  test('of before its kind had a field has what that meant', () => {
    const stored = { kind: 'snooze', snoozeId: 3, number: null };
    expect(decoded(storedChange, stored, 'Change 7')).toEqual({ ...stored, taskIds: [], ended: [] });
  });

  test('of another kind, or with less than it takes to put it back, is none; its words are not told', () => {
    const wrong = [
      { kind: 'nothing-known' },
      { kind: 'report', number: 1 },
      { kind: 'name-unit', words: 7, units: 'bí mật', tasks: [] },
    ];
    for (const stored of wrong) {
      expect(() => decoded(storedChange, stored, 'Change 7')).toThrow(
        /^Change 7 in the database cannot be read/,
      );
    }
    expect(() => decoded(storedChange, wrong[2], 'Change 7')).toThrow(/: words, units$/);
  });
});
