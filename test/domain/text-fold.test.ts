import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/text-fold.ts';

describe('fold', () => {
  it.each([
    ['Văn hoá – Xã hội', 'van hoa – xa hoi'],
    ['VĂN HÓA', 'van hoa'],
    ['Đường Đê', 'duong de'],
    ['  xong\u00a0 12\n', 'xong 12'],
    ['Ti\u200bến đ\u00adộ', 'tien do'],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is the same for composed and decomposed text, and for any case', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ĂÂĐÊÔƠƯạảấầậắằẵẹềểịỏốộớờợụủứừữỳỵ -')), (letters) => {
        const text = letters.join('');
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
      }),
    );
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
