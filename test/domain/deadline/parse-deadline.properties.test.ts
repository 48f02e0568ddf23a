import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../../src/domain/day.ts';
import type { Deadline } from '../../../src/domain/deadline/deadline.ts';
import { deadlineJson } from '../../../src/domain/deadline/json.ts';
import { occurrencesOf } from '../../../src/domain/deadline/occurrences.ts';
import { parseDeadline } from '../../../src/domain/deadline/parse-deadline.ts';
import { PHRASES } from './phrases.ts';

const year = fc.integer({ min: 2000, max: 2099 });
const words = fc.constantFrom(
  ...PHRASES.flatMap(([phrase]) => phrase.split(/(?<= )/u)),
  ...['31/02', '30/13', '/', '(', ')', ', ', '; ', '\n', '- ', '0', '99', 'năm ', 'sau '],
);
const sentences = fc.array(words, { maxLength: 25 }).map((list) => list.join(''));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  sentences,
);

function isRealDay(day: string): boolean {
  const [y, m, d] = day.split('-').map(Number);
  return dayOf(y ?? 0, m ?? 0, d ?? 0) === day;
}

function daysWithin(value: unknown): string[] {
  const text = JSON.stringify(value, (field, inner) =>
    ['text', 'event', 'condition', 'holiday'].includes(field) ? undefined : inner,
  );
  return [...text.matchAll(/"(\d{4}-\d{2}-\d{2})"/gu)].map((match) => match[1] ?? '');
}

test('any text is read without an error, keeps its words, and names only real days', () => {
  fc.assert(
    fc.property(anything, year, (text, planYear) => {
      const deadline = parseDeadline(text, { year: planYear });
      expect(deadline.text).toBe(text);
      const json = deadlineJson(deadline, planYear);
      expect(daysWithin(deadline).filter((day) => !isRealDay(day))).toEqual([]);
      expect(daysWithin(json).filter((day) => !isRealDay(day))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('a last day is never after the day stated, and at most a day before it', () => {
  fc.assert(
    fc.property(sentences, year, (text, planYear) => {
      for (const { statedDay, lastDay } of occurrencesOf(parseDeadline(text, { year: planYear }), {
        from: `${planYear}-01-01`,
        to: `${planYear}-12-31`,
      })) {
        expect(lastDay <= statedDay).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('every written date comes back, whatever separates its figures', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
      fc.constantFrom('/', '-', '.', ' / ', ' - '),
      fc.boolean(),
      (date, separator, padded) => {
        const [y = '', m = '', d = ''] = date.toISOString().slice(0, 10).split('-');
        const figure = (text: string) => (padded ? text : String(Number(text)));
        const deadline = parseDeadline(`ngày ${figure(d)}${separator}${figure(m)}${separator}${y}`, {
          year: 2026,
        });
        expect(deadline).toMatchObject({
          kind: 'date',
          statedDay: `${y}-${m}-${d}`,
          lastDay: `${y}-${m}-${d}`,
        });
      },
    ),
  );
});

test('a day that no month has is said to be wrong and never moved', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 39 }), fc.integer({ min: 1, max: 19 }), (day, month) => {
      const real = dayOf(2026, month, day);
      const deadline: Deadline = parseDeadline(`Trước ngày ${day}/${month}/2026`, { year: 2026 });
      expect(deadline).toMatchObject({ kind: 'date', statedDay: real });
      expect(deadline.kind === 'date' && deadline.invalidDate === true).toBe(real === null);
    }),
  );
});

test.each([
  '1',
  '(',
  'trước ',
  'ngày 1/1 ',
  'quý I, ',
  'tháng 1, ',
  'sau 5 ngày, ',
  '05 ngày trước (',
  'T ',
  '…',
  '\u0301',
  'theo khi ',
  'hằng tháng, quý, ',
])('a line of a million characters of %j is read to the end', (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  expect(parseDeadline(text, { year: 2026 }).text).toBe(text);
});
