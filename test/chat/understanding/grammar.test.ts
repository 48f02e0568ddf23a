import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grammar } from '../../../src/chat/understanding/grammar.ts';

/** "a b|c d": three things, of which the second may be either. */
const things = (written: string) =>
  (written === '' ? [] : written.split(' ')).map((one) => new Set(one.split('|')));
const matches = (expression: string, written: string) =>
  grammar(expression, { pair: 'a b' })(things(written));

describe('an expression', () => {
  test.each([
    ['a b', 'a b', true],
    ['a b', 'a', false],
    ['a b', 'a b c', false],
    ['a? b', 'b', true],
    ['a* b', 'a a a b', true],
    ['a+ b', 'b', false],
    ['(a|b) c', 'b c', true],
    ['(a|b)* c', 'a b b a c', true],
    ['pair+', 'a b a b', true],
    ['pair+', 'a b a', false],
    // What may be either is whatever fits.
    ['a* b', 'a|b a|b a|b', true],
    ['(end|(other name*)|end)*', 'end|other end|other name', true],
    ['', '', true],
  ])('"%s" takes "%s": %s', (expression, written, isTaken) => {
    expect(matches(expression, written)).toBe(isTaken);
  });

  test('that does not close is a fault of whoever wrote it', () => {
    expect(() => grammar('a b)', {})).toThrow();
  });
});

test('takes what the regular expression of the same letters takes', () => {
  const expression = fc.letrec<{ one: string; many: string }>((tie) => ({
    one: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('a', 'b', 'c'),
      tie('many').map((many) => `(${many})`),
    ),
    many: fc
      .array(fc.tuple(tie('one'), fc.constantFrom('', '?', '*', '+')), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.map((part) => part.join('')).join(' ')),
  })).many;
  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
  fc.assert(
    fc.property(expression, word, (written, letters) => {
      const known = new RegExp(`^(?:${written.replaceAll(' ', '')})$`).test(letters.join(''));
      expect(matches(written, letters.join(' '))).toBe(known);
    }),
  );
});
