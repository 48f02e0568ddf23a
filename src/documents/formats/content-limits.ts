/** How much a document may hold. What is beyond is refused before it is read, or as soon as it is known. */
import { MOST_ROWS } from '../../services/ports/documents.ts';
import type { Block } from '../document.ts';
import { ReadingFailure } from './unreadable-document.ts';

/** A row of a plan has five to twelve cells; one with a column for each week, of which there are few rows, sixty. */
const MOST_CELLS = 50 * MOST_ROWS;
/** Of text beside the tables: 200 printed pages. */
const MOST_LINES = 8000;
/** As many pages, written closely. */
const MOST_CHARACTERS = 1_000_000;

/** @throws {ReadingFailure} */
export function checkExtent(blocks: readonly Block[]): void {
  let [rows, cells, lines, characters] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      lines += 1;
      characters += block.text.length;
      continue;
    }
    rows += block.rows.length;
    for (const row of block.rows) {
      cells += row.cells.length;
      for (const { text } of row.cells) characters += text.length;
    }
  }
  const isTooLong =
    rows > MOST_ROWS || cells > MOST_CELLS || lines > MOST_LINES || characters > MOST_CHARACTERS;
  if (isTooLong) throw new ReadingFailure('too-long');
}

/** Before a table is looked for in it. Of its lines some are blank. */
export function isTextTooLong(text: string): boolean {
  return text.length > MOST_CHARACTERS || text.split('\n', 2 * MOST_LINES + 1).length > 2 * MOST_LINES;
}

/** Blank rows that are only formatted stand in a sheet by the thousand, and are left out. */
const MOST_ROWS_OF_SHEET = 10 * MOST_ROWS;

/** Judged by the markup, before it becomes a tree of a hundred times its size. */
export function isDocxTooLong(xml: string): boolean {
  const rows = hasMoreThan(MOST_ROWS, 'tr', xml);
  return rows || hasMoreThan(MOST_CELLS, 'tc', xml) || hasMoreThan(MOST_CELLS + MOST_LINES, 'p', xml);
}

export function isSheetTooLong(xml: string): boolean {
  return hasMoreThan(MOST_ROWS_OF_SHEET, 'row', xml) || hasMoreThan(2 * MOST_CELLS, 'c', xml);
}

/** Whether so many of an XML element begin, whatever its namespace is called. */
function hasMoreThan(limit: number, element: string, xml: string): boolean {
  const begins = new RegExp(`<(?:\\w+:)?${element}(?=[\\s/>])`, 'g');
  for (let count = 0; count <= limit; count++) if (!begins.test(xml)) return false;
  return true;
}
