/** Where the columns of a table without drawn lines are: its header names them, the space between them parts them. */

import { headerOf } from '../columns/header.ts';
import { isPlanHeader, PLAN_COLUMNS } from '../columns/plan-columns.ts';
import type { Row } from '../document.ts';
import { rowNumber } from '../rows/row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import type { Word } from './words.ts';

export interface OpenHeader {
  /** How many lines it takes. */
  lines: number;
  names: HeaderName[];
}

export interface HeaderName {
  text: string;
  left: number;
  right: number;
}

const MOST_HEADER_LINES = 4;
/** Parts of the letter's size. Words of one cell stand closer, cells farther apart. */
const BETWEEN_CELLS = 0.5;

export function openHeaderAt(lines: readonly Line[], at: number): OpenHeader | null {
  let found: OpenHeader | null = null;
  for (let count = 1; count <= MOST_HEADER_LINES; count++) {
    const last = lines[at + count - 1];
    if (last === undefined || (count > 1 && beginsBody(last, lines[at + count - 2]))) break;
    const names = namesIn(lines.slice(at, at + count));
    const cells = names.map(({ text }) => ({ text, links: [] }));
    const row: Row = { cells, source: {} };
    if (names.length >= 3 && isPlanHeader(headerOf(row, PLAN_COLUMNS))) found = { lines: count, names };
  }
  return found;
}

function beginsBody(line: Line, above: Line | undefined): boolean {
  const first = line.words[0]?.text ?? '';
  return above === undefined || line.baseline - above.baseline > line.size * 1.5 || rowNumber(first) !== null;
}

/** The words of a cell stand above each other. */
function namesIn(lines: readonly Line[]): HeaderName[] {
  const names: HeaderName[] = [];
  for (const segment of lines.flatMap((line) => segmentsOf(line))) {
    const { left, right } = segment;
    const name = names.find((candidate) => candidate.left < right && candidate.right > left);
    if (name === undefined) names.push({ text: textOfLine(segment), left, right });
    else {
      name.text += ` ${textOfLine(segment)}`;
      name.left = Math.min(name.left, left);
      name.right = Math.max(name.right, right);
    }
  }
  return names.sort((a, b) => a.left - b.left);
}

/** What is written without a gap as wide as between two cells. */
export function segmentsOf(line: Line, gap = BETWEEN_CELLS): Line[] {
  const segments: Line[] = [];
  for (const word of line.words) {
    const open = segments.at(-1);
    if (open !== undefined && word.gap < gap * line.size) {
      open.words.push(word);
      open.right = word.right;
    } else segments.push({ ...line, words: [word], left: word.left, right: word.right });
  }
  return segments;
}

/** The edges between the columns: between two names, where the fewest lines of the body have a word. */
export function edgesBetween(names: readonly HeaderName[], body: readonly Line[]): number[] {
  return names.slice(1).map((name, i) => {
    const before = names[i] ?? name;
    const from = (before.left + before.right) / 2;
    const to = (name.left + name.right) / 2;
    const places = Array.from({ length: Math.max(1, Math.floor(to - from)) }, (_, step) => from + step);
    const crossed = places.map(
      (x) => body.filter((line) => line.words.some((word) => covers(word, x))).length,
    );
    return middleOfLongest(places, crossed);
  });
}

function covers(word: Word, x: number): boolean {
  return word.left < x && word.right > x;
}

/** The middle of the widest stretch of places that the fewest lines cross. */
function middleOfLongest(places: readonly number[], crossed: readonly number[]): number {
  const fewest = Math.min(...crossed);
  let best = { from: 0, length: 0 };
  let from = 0;
  for (let at = 0; at <= places.length; at++) {
    if (at < places.length && crossed[at] === fewest) continue;
    if (at - from > best.length) best = { from, length: at - from };
    from = at + 1;
  }
  return places[best.from + Math.floor(best.length / 2)] ?? places[0] ?? 0;
}
