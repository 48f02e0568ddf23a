/** Tables whose columns are set apart by spaces, as "pdftotext -layout" writes them. */

import { columnOf } from '../columns/header.ts';
import { PLAN_COLUMNS } from '../columns/plan-columns.ts';
import { rowNumber } from '../rows/row-number.ts';
import type { TextRecord } from './delimited-text.ts';

/** Words with no more than one space between them, and where they begin. */
const CHUNK = /\S+(?: \S+)*/g;
const FEWEST_COLUMNS = 3;
/** A column's words may begin that much to the left of its name. */
const TOLERANCE = 2;

interface Chunk {
  text: string;
  from: number;
}

/** @param records of one cell, the line as it stands. Those of no such table come back as they are. */
export function withLayoutRows(records: readonly TextRecord[]): TextRecord[] {
  const read: TextRecord[] = [];
  let columns: number[] | null = null;
  for (const record of records) {
    const chunks = chunksIn(record.cells[0] ?? '');
    if (isHeader(chunks)) columns = chunks.map(({ from }) => from);
    else if (columns !== null && chunks.length > 0 && !isOfTable(chunks, columns)) columns = null;

    if (columns === null) read.push(record);
    else if (chunks.length > 0) takeRow(read, { ...record, cells: cellsOf(chunks, columns) });
  }
  return read;
}

function chunksIn(line: string): Chunk[] {
  return [...line.matchAll(CHUNK)].map((match) => ({ text: match[0], from: match.index }));
}

function isHeader(chunks: readonly Chunk[]): boolean {
  const names = chunks.map(({ text }) => columnOf(text, PLAN_COLUMNS));
  return chunks.length >= FEWEST_COLUMNS && names[0] === 'number' && names.includes('title');
}

/** A line that runs on below the next column's name is no cell, unless a number makes it a heading. */
function isOfTable(chunks: readonly Chunk[], columns: readonly number[]): boolean {
  return chunks.every(({ text, from }, i) => {
    const next = columns[columnAt(from, columns) + 1] ?? Number.POSITIVE_INFINITY;
    return from + text.length <= next + TOLERANCE || (i > 0 && rowNumber(chunks[0]?.text ?? '') !== null);
  });
}

function cellsOf(chunks: readonly Chunk[], columns: readonly number[]): string[] {
  const cells = columns.map(() => '');
  for (const { text, from } of chunks) {
    const column = columnAt(from, columns);
    cells[column] = `${cells[column]} ${text}`.trim();
  }
  return cells;
}

function columnAt(from: number, columns: readonly number[]): number {
  return Math.max(
    0,
    columns.findLastIndex((start) => start <= from + TOLERANCE),
  );
}

/** A line without a number goes on with the row above. */
function takeRow(read: TextRecord[], row: TextRecord): void {
  const above = read.at(-1);
  if (row.cells[0] !== '' || above === undefined || above.cells.length !== row.cells.length) read.push(row);
  else above.cells = above.cells.map((cell, i) => `${cell} ${row.cells[i]}`.trim());
}
