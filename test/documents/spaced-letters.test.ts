import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spacedOut } from '../../scripts/fixtures/flat-text.ts';
import { joinSpacedLetters } from '../../src/documents/formats/spaced-letters.ts';

describe('letter-spaced text', () => {
  it.each([
    ['T i n , b à i v i ế t', 'Tin, bài viết'],
    ['H ộ i   n g h ị ,   H ộ i   t h ả o', 'Hội nghị, Hội thảo'],
    ['t r o n g C C H C được gửi', 'trong CCHC được gửi'],
    ['t ổ c h ứ c t r ê n đ ị a b à n', 'tổ chức trên địa bàn'],
    ['Đ ế n n g à y 3 0 / 1 1 / 2 0 2 6', 'Đến ngày 30/11/2026'],
  ])('%j', (spaced, words) => {
    expect(joinSpacedLetters(spaced)).toBe(words);
  });

  it('where two readings are words, the one that stands elsewhere in the document', () => {
    const spaced = 'm ộ t h ì n h t h ứ c';
    expect(joinSpacedLetters(`một hình thức\n${spaced}`)).toBe('một hình thức\nmột hình thức');
    expect(joinSpacedLetters('công an xã\nc ô n g a n')).toBe('công an xã\ncông an');
  });

  it('the last word may have a line of its own', () => {
    expect(joinSpacedLetters('b ả o h i ể m \n\ny t ế \na b')).toBe('bảo hiểm \n\ny tế\na b');
  });

  it.each(['điểm a, b, c của khoản 1', 'A - B - C', '1 2 3 4 5 6', 'a b c d', ''])(
    'leaves ordinary writing alone: %j',
    (text) => {
      expect(joinSpacedLetters(text)).toBe(text);
    },
  );

  it('gives back any sentence that stands elsewhere', () => {
    const word = fc.constantFrom(
      'kế',
      'hoạch',
      'nhiệm',
      'vụ',
      'triển',
      'khai',
      'nguyên',
      'nhân',
      'được',
      'quả',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 12 }), (words) => {
        const sentence = words.join(' ');
        expect(joinSpacedLetters(`${sentence}\n${spacedOut(sentence)}`)).toBe(`${sentence}\n${sentence}`);
      }),
    );
  });
});
