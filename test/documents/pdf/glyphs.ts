/** Letters as a page has them, for tests of what is made of them. */
import type { Glyph } from '../../../src/documents/pdf/page.ts';

/** Every letter is 6 points wide and 10 high; marks have no width. Spaces are letters too. */
export function glyphs(text: string, left = 0, baseline = 0, gap = 0): Glyph[] {
  let at = left;
  return [...text].map((letter) => {
    const width = /\p{M}/u.test(letter) ? 0 : 6;
    const glyph = glyphAt(letter, at, at + width, baseline);
    at += width === 0 ? 0 : width + gap;
    return glyph;
  });
}

function glyphAt(text: string, left: number, right: number, baseline: number): Glyph {
  return {
    text,
    left,
    right,
    baseline,
    size: 10,
    middle: { x: (left + right) / 2, y: baseline - 3 },
    turned: 0,
  };
}
