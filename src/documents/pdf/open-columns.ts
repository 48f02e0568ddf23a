/** Where the columns of a table without drawn lines are: its header names them, the space between them parts them. */

import { columnOf, headerOf } from '../columns/header.ts';
import { isPlanHeader, PLAN_COLUMNS } from '../columns/plan-columns.ts';
import { rowNumber } from '../rows/row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import type { Word } from './words.ts';

export interface OpenHeader {
  /** How many lines it takes. */
  lines: number;
  names: HeaderName[];
  /** How many of the meanings that a plan's columns have. */
  meanings: number;
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
  return openHeadersAt(lines, at)[0] ?? null;
}

/** Whatever can be a header that begins here, the tallest first. */
export function openHeadersAt(lines: readonly Line[], at: number): OpenHeader[] {
  const headers = headersFrom(lines, at);
  const [tallest] = headers;
  const [first] = lines.slice(at);
  const below = headersFrom(lines, at + 1)[0];
  if (tallest === undefined || below === undefined || first === undefined) return headers;
  // A title stands above, or where and when the plan was issued: without that line, as much is named.
  const namesLess = below.names.length < tallest.names.length && segmentsOf(first).length > 1;
  return below.meanings >= tallest.meanings && !namesLess ? [] : headers;
}

function headersFrom(lines: readonly Line[], at: number): OpenHeader[] {
  const headers: OpenHeader[] = [];
  for (let count = 1; count <= MOST_HEADER_LINES; count++) {
    const own = lines.slice(at, at + count);
    if (own.length < count || (count > 1 && beginsBody(own))) break;
    const names = namesIn(own);
    const cells = names.map(({ text }) => ({ text, links: [] }));
    const header = headerOf({ cells, source: {} }, PLAN_COLUMNS);
    if (names.length >= 3 && isPlanHeader(header))
      headers.unshift({ lines: count, names, meanings: header.size });
  }
  return headers;
}

/** The last of the lines is below the header. */
function beginsBody(lines: readonly Line[]): boolean {
  const [above, line] = lines.slice(-2);
  if (above === undefined || line === undefined) return true;
  if (line.baseline - above.baseline > Math.max(line.size, above.size) * 1.5) return true;
  const [first] = segmentsOf(line);
  if (first === undefined || rowNumber(first.words[0]?.text ?? '') === null) return false;
  // "T" below "T" in a narrow column is no number.
  const name = namesIn(lines).find(({ left, right }) => left < first.right && right > first.left);
  return columnOf(name?.text ?? '', PLAN_COLUMNS) !== 'number';
}

/**
 * The words of a cell stand above each other. What stands above several names is what they have in common, or a title:
 * it names no column.
 */
function namesIn(lines: readonly Line[]): HeaderName[] {
  const names: HeaderName[] = [];
  for (const segment of [...lines].reverse().flatMap((line) => segmentsOf(line))) {
    const { left, right } = segment;
    const [name, ...others] = names.filter((candidate) => candidate.left < right && candidate.right > left);
    if (others.length > 0) continue;
    if (name === undefined) names.push({ text: textOfLine(segment), left, right });
    else {
      name.text = `${textOfLine(segment)} ${name.text}`;
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
    const edge = middleOfLongest(places, crossed);
    return i === 0 ? Math.max(edge, endOfNumbers(body)) : edge;
  });
}

/** Numbers on the right of the first column are closer to the text of the next than to their own column's name. */
function endOfNumbers(body: readonly Line[]): number {
  const firsts = body.flatMap(({ words }) => words.slice(0, 1));
  const isNumber = ({ text }: Word) => /^\d+$/.test(text);
  const text = Math.min(...firsts.filter((word) => !isNumber(word)).map(({ left }) => left));
  const ends = firsts.filter((word) => isNumber(word) && word.right <= text).map(({ right }) => right);
  return Math.max(...ends);
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
