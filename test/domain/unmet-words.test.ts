/** What is kept of a message that was not understood says nothing of whom or what it was about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unmetWords } from '../../src/domain/unmet-words.ts';

const PEOPLE = ['Nguyễn Thị Lan', 'Lê Văn Năm', 'Trần Thị Thu Hà'].map((name) => ({ name }));

describe('of a message is kept', () => {
  test.each([
    ['Cái 35 em gửi rồi', 'cai # em gui roi'],
    ['CAI 36 EM GUI ROI!!', 'cai # em gui roi'],
    ['gửi 12, 13/11 và 14:30', 'gui # # va #'],
    ['xem https://lamson.example.vn/ho-so/77?ten=lan giúp em', 'xem … giup em'],
    ['gửi cho lan@lamson.example.vn', 'gui cho …'],
    ['gọi 0912 345 678 hộ em', 'goi … ho em'],
    ['gọi +84912345678 hộ em', 'goi … ho em'],
    ['chị Lan làm gì', 'chi … lam gi'],
    ['chi lan lam gi', 'chi … lam gi'],
    ['nguyen thi lan lam gi', '… lam gi'],
    ['Nguyễn Thị Lan làm gì', '… lam gi'],
    ['lần này làm gì', 'lan nay lam gi'],
    ['năm nay làm gì', '… nay lam gi'],
    ['nắm được chưa', 'nam duoc chua'],
    ['anh nam đâu rồi', 'anh … dau roi'],
    ['hồ sơ của Phạm Văn Đồng đâu rồi', 'ho so cua … dau roi'],
    ['Thu Hà, Lan, Năm đâu rồi', '… dau roi'],
    ['@LanVan đâu rồi', '… dau roi'],
  ])('%s → %s', (said, kept) => {
    expect(unmetWords(said, PEOPLE)).toBe(kept);
  });

  test.each(['12', '👍', '???', 'https://lamson.example.vn', 'Lan', ''])('nothing of "%s"', (said) => {
    expect(unmetWords(said, PEOPLE)).toBeNull();
  });
});

test('never a figure, an address or more than 80 characters, and the same again for what is typed bare', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (said) => {
      const kept = unmetWords(said, PEOPLE) ?? '';
      expect(kept).not.toMatch(/\d|@|https?:/);
      expect(kept.length).toBeLessThanOrEqual(80);
    }),
  );
});
