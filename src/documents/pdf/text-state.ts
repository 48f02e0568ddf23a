/** The state in which a page's letters are shown, and where they land (ISO 32000-1, 9.3 and 9.4). */
import { compose, IDENTITY, type Matrix, place } from './matrix.ts';
import type { Glyph } from './page.ts';

/** A letter as pdf.js hands it over. A bare number moves on by thousandths of the size. */
export type ShownGlyph = number | { unicode: string; width: number; isSpace: boolean };

export interface TextState {
  size: number;
  /** What a font's unit of width is; only Type 3 fonts have their own. */
  unit: number;
  letterSpacing: number;
  wordSpacing: number;
  /** 1 is 100 %. */
  stretch: number;
  leading: number;
  rise: number;
}

export const INITIAL_TEXT_STATE: TextState = {
  size: 0,
  unit: 0.001,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** Where the next letter goes, between "begin text" and "end text". */
export class TextCursor {
  #line: Matrix = IDENTITY;
  #text: Matrix = IDENTITY;

  set(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  moveLine(x: number, y: number): void {
    this.set(compose(this.#line, [1, 0, 0, 1, x, y]));
  }

  /** @param page maps the space the text is in to the page. */
  show(shown: readonly ShownGlyph[], state: TextState, page: Matrix): Glyph[] {
    const glyphs: Glyph[] = [];
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        this.#advance((-glyph / 1000) * state.size * state.stretch);
        continue;
      }
      const width = glyph.width * state.unit * state.size * state.stretch;
      const matrix = compose(page, this.#text);
      const placed = glyphAt(glyph.unicode, matrix, width, state);
      if (placed !== null) glyphs.push(placed);
      const spacing = state.letterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      this.#advance(width + spacing * state.stretch);
    }
    return glyphs;
  }

  #advance(x: number): void {
    this.#text = compose(this.#text, [1, 0, 0, 1, x, 0]);
  }
}

const QUARTER = Math.PI / 2;

/** Letters on a slant are watermarks: null. */
function glyphAt(text: string, matrix: Matrix, width: number, state: TextState): Glyph | null {
  const start = place(matrix, 0, state.rise);
  const end = place(matrix, width, state.rise);
  const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
  const sign = Math.sign(state.size);
  const angle = Math.atan2(matrix[1] * sign, matrix[0] * sign);
  const quarters = Math.round(angle / QUARTER);
  if (!(size > 0) || Math.abs(angle - quarters * QUARTER) > 0.05) return null;
  const [along, across] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))];
  return {
    text,
    left: start.x * along + start.y * across,
    right: end.x * along + end.y * across,
    baseline: start.y * along - start.x * across,
    size,
    middle: {
      x: (start.x + end.x) / 2 + across * size * 0.3,
      y: (start.y + end.y) / 2 - along * size * 0.3,
    },
    turned: (((quarters + 4) % 4) * 90) as Glyph['turned'],
  };
}
