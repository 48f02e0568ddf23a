/** The lines of a table, each with what of it stands in which column. */
import { numberedTitle, rowNumber } from '../rows/row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import { segmentsOf } from './open-columns.ts';

export interface TableLine {
  baseline: number;
  parts: readonly Part[];
}

export interface Part {
  column: number;
  line: Line;
}

/** The edges of the columns, outer ones included, and which of them holds the rows' numbers. */
export interface Columns {
  xs: readonly number[];
  numbers: number;
}

/** Part of the letter's size. */
const BEYOND_SPACE = 0.1;

/** What is written without a gap across an edge belongs to the column where it begins: a heading across the table. */
export function tableLine(line: Line, columns: Columns): TableLine {
  const parts: Part[] = [];
  for (const segment of segmentsOf(line).flatMap((part) => cutAtEdges(part, columns))) {
    const column = Math.max(
      0,
      columns.xs.findLastIndex((x) => x <= segment.left + 1),
    );
    const open = parts.at(-1);
    if (open?.column === column) {
      open.line = { ...open.line, words: [...open.line.words, ...segment.words], right: segment.right };
    } else parts.push({ column, line: segment });
  }
  const [only, ...others] = parts;
  const isCentredHeading = only !== undefined && others.length === 0 && isHeadingText(textOfLine(only.line));
  return { baseline: line.baseline, parts: isCentredHeading ? [{ ...only, column: 0 }] : parts };
}

/** "II. Công tác …", "A. …", with nothing beside it, wherever in the table it stands. */
function isHeadingText(text: string): boolean {
  const { number } = numberedTitle(text);
  return number !== null && (number.kind === 'roman' || number.kind === 'letter');
}

/** Cells without padding: a row's number may touch the next cell, other cells leave a little more than a space. */
function cutAtEdges(segment: Line, { xs, numbers }: Columns): Line[] {
  const cuts: Line[] = [];
  for (const [i, word] of segment.words.entries()) {
    const [before, open] = [segment.words[i - 1], cuts.at(-1)];
    const edge = before && xs.findIndex((x) => x >= before.right && x <= word.left);
    const isNumber = i === 1 && edge === numbers + 1 && /^\d+$/.test(before?.text ?? '');
    const isCut = edge !== undefined && edge !== -1 && (isNumber || word.gap > word.size * BEYOND_SPACE);
    if (open === undefined || isCut)
      cuts.push({ ...segment, words: [word], left: word.left, right: word.right });
    else {
      open.words.push(word);
      open.right = word.right;
    }
  }
  return cuts;
}

export function linesIn(band: readonly TableLine[], column: number): Line[] {
  return band.flatMap(({ parts }) => parts.filter((part) => part.column === column).map((part) => part.line));
}

export function textOf(band: readonly TableLine[]): string {
  return band.map(({ parts }) => parts.map(({ line }) => textOfLine(line)).join(' ')).join('\n');
}

/** A row, or a heading across the table. */
export function beginsRow(line: TableLine, columns: Columns): boolean {
  return hasNumber(line, columns) || isHeading(line, columns);
}

/** It has a number where the rows have theirs; a heading begins with its own. */
export function hasNumber(line: TableLine, columns: Columns): boolean {
  const numbered = line.parts.find(({ column }) => column === columns.numbers);
  if (numbered !== undefined) return isNumbered(numbered);
  const [first] = line.parts;
  return first !== undefined && isHeading(line, columns) && isNumbered(first);
}

function isNumbered({ line }: Part): boolean {
  const text = textOfLine(line);
  return rowNumber(text) !== null || numberedTitle(text).number !== null;
}

/** Runs across the edge of its column, or is numbered as one, and nothing but its number stands beside it. */
export function isHeading({ parts }: TableLine, { xs }: Columns): boolean {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length > 2) return false;
  if (last !== first && !isNumbered(first)) return false;
  if (last === first && isHeadingText(textOfLine(first.line))) return true;
  return last.line.right > (xs[last.column + 1] ?? last.line.right) + last.line.size;
}
