import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from '../../src/services/delivery/split-lines.ts';
import type { Line } from '../../src/services/ports/messenger.ts';

const plain = (...texts: string[]): Line[] => texts.map((text) => ({ text }));
const written = (messages: Line[][]) => messages.map((one) => one.map(({ text }) => text).join('\n'));

describe('where a long message is parted', () => {
  test.each<[string, Line[], number, string[]]>([
    ['what fits stays whole', plain('một', 'hai'), 7, ['một\nhai']],
    ['between lines', plain('một', 'hai', 'ba'), 7, ['một\nhai', 'ba']],
    ['between paragraphs before lines', plain('a1', 'a2', '', 'b1', 'b2'), 9, ['a1\na2', 'b1\nb2']],
    [
      'not between paragraphs when that wastes a message',
      plain('a', '', 'b1', 'b2', 'b3', 'b4', 'b5'),
      15,
      ['a\n\nb1\nb2\nb3\nb4', 'b5'],
    ],
    ['at a space', plain('báo cáo tháng mười một'), 10, ['báo cáo', 'tháng mười', 'một']],
    ['within a word only when it must', plain('abcdefgh'), 3, ['abc', 'def', 'gh']],
    ['never within a character', plain('ab👍👍'), 3, ['ab', '👍', '👍']],
    ['no empty messages', plain('', '  ', 'một', ''), 5, ['một']],
    ['nothing', [], 5, []],
  ])('%s', (_, lines, limit, messages) => {
    expect(written(splitLines(lines, limit))).toEqual(messages);
  });

  test('a heading goes with what it heads', () => {
    const lines: Line[] = [{ text: 'một' }, { text: 'Quá hạn', style: 'heading' }, { text: '#12' }];
    expect(written(splitLines(lines, 13))).toEqual(['một', 'Quá hạn\n#12']);
  });

  test('a line in pieces keeps its style', () => {
    const pieces = splitLines([{ text: 'một hai', style: 'quiet' }], 4);
    expect(pieces).toEqual([[{ text: 'một', style: 'quiet' }], [{ text: 'hai', style: 'quiet' }]]);
  });

  test('every message fits, and not a letter is lost, doubled or broken', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ệ', '👍', 'Đ', '1'), minLength: 1, maxLength: 12 });
    const line = fc.array(word, { maxLength: 6 }).map((words) => ({ text: words.join(' ') }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 2, max: 40 }), (lines, limit) => {
        const messages = written(splitLines(lines, limit));
        for (const one of messages) {
          expect(one.length).toBeLessThanOrEqual(limit);
          expect(one.trim()).not.toBe('');
          // Throws at half a surrogate pair.
          encodeURIComponent(one);
        }
        const letters = (texts: string[]) => texts.join('').replace(/\s/g, '');
        expect(letters(messages)).toBe(letters(lines.map(({ text }) => text)));
      }),
    );
  });
});
