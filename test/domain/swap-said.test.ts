import { describe, expect, test } from 'vitest';
import { comingDay } from '../../src/domain/days-said.ts';
import { looksLikeSwap, swapSaid } from '../../src/domain/swap-said.ts';

/** A Monday off, a Saturday worked. */
const SWAP = { off: '2026-08-31', worked: '2026-08-22' };
const read = (words: string) => swapSaid(words, (one) => comingDay(one, '2026-08-03'));

describe('working days swapped', () => {
  test.each([
    'từ thứ Hai 31/8 sang thứ Bảy 22/8',
    'từ thứ Hai (ngày 31/8/2026) sang thứ Bảy (ngày 22/8/2026)',
    'của thứ Hai, ngày 31/8/2026 sang ngày thứ Bảy, ngày 22/8/2026',
    'thu 2 31/8 lam bu thu 7 22/8',
    'thứ Hai 31/8, làm bù vào thứ Bảy 22/8',
    '31/8 sang 22/8',
    // The other way round nobody means it.
    'thứ Bảy 22/8 sang thứ Hai 31/8',
    '31/8 for 22/8',
  ])('%s', (words) => {
    expect(read(words)).toEqual(SWAP);
    expect(looksLikeSwap(words)).toBe(true);
  });

  test.each([
    ['a day of the week that it is not', 'từ thứ Ba 31/8 sang thứ Bảy 22/8'],
    ['one day alone', 'thứ Hai 31/8'],
    ['three', '31/8 sang 22/8 sang 29/8'],
    ['the same', '31/8 sang 31/8'],
    ['days of the week alone', 'từ thứ Hai sang thứ Bảy'],
    ['what is long over', '1/1/2025 sang 4/1/2025'],
  ])('%s is none', (_, words) => expect(read(words)).toBeNull());

  test.each(['chuyển anh Minh sang VHXH', 'từ thứ Hai sang thứ Bảy', 'việc 12 sang 15 giúp em'])(
    '%s does not look like one',
    (words) => expect(looksLikeSwap(words)).toBe(false),
  );
});
