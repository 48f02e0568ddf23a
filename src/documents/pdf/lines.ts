/** Letters as lines of words, from the top of the page to the bottom. */
import type { Glyph } from './page.ts';
import { type Word, wordsOf } from './words.ts';

export interface Line {
  words: Word[];
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** Part of the letter's size. A raised "2" stands about a third above its line; the next line is a whole size below. */
const SAME_LINE = 0.45;

export function linesOf(glyphs: readonly Glyph[]): Line[] {
  return lettersByLine(glyphs).flatMap((letters) => lineOf(wordsOf(letters), baselineOf(letters)) ?? []);
}

export function lineOf(words: Word[], baseline: number): Line | null {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const size = Math.max(...words.map((word) => word.size));
  return { words, left: first.left, right: last.right, baseline, size };
}

export function textOfLine(line: Line): string {
  return line.words.map((word) => word.text).join(' ');
}

/** In the order they were drawn, raised and lowered ones with their line. */
export function lettersByLine(glyphs: readonly Glyph[]): Glyph[][] {
  // Sorting is stable: letters of one line stay in the order they were drawn in, which keeps marks with their letters.
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const groups: { letters: Glyph[]; baseline: number; size: number }[] = [];
  for (const glyph of sorted) {
    const open = groups.at(-1);
    if (open !== undefined && glyph.baseline - open.baseline <= SAME_LINE * Math.max(open.size, glyph.size)) {
      open.letters.push(glyph);
      open.size = Math.max(open.size, glyph.size);
    } else groups.push({ letters: [glyph], baseline: glyph.baseline, size: glyph.size });
  }
  return groups.map(({ letters }) => letters);
}

/** Of the ordinary letters, not of a raised one. */
function baselineOf(letters: readonly Glyph[]): number {
  const largest = Math.max(...letters.map((letter) => letter.size));
  return letters.find((letter) => letter.size === largest)?.baseline ?? 0;
}
