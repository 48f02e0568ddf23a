/** The row of a table that names its columns, found by what it says: titles, notes and page headers may stand above it. */
import { fold } from '../../domain/text-fold.ts';
import type { Row } from '../document.ts';

/** The meanings a column can have, each with the words that say so; the first that fits counts. */
export type ColumnWords<Column extends string> = readonly (readonly [Column, RegExp])[];

/** The columns of each meaning, from left to right. */
export type Header<Column extends string> = ReadonlyMap<Column, readonly number[]>;

/** A header names; it does not explain. */
const LONGEST_NAME = 80;

export function headerOf<Column extends string>(row: Row, words: ColumnWords<Column>): Header<Column> {
  const header = new Map<Column, number[]>();
  for (const [index, cell] of row.cells.entries()) {
    const column = columnOf(cell.text, words);
    if (column !== null) header.set(column, [...(header.get(column) ?? []), index]);
  }
  return header;
}

/** Two header rows as one: "Đơn vị thực hiện" above "Chủ trì | Phối hợp". The lower row is the exact one. */
export function headerOfBoth<Column extends string>(
  upper: Row,
  lower: Row,
  words: ColumnWords<Column>,
): Header<Column> {
  const cells = upper.cells.map((cell, i) => {
    const below = lower.cells[i];
    return below !== undefined && columnOf(below.text, words) !== null ? below : cell;
  });
  return headerOf({ cells, source: upper.source }, words);
}

export function firstColumn<Column extends string>(
  header: Header<Column>,
  column: Column,
): number | undefined {
  return header.get(column)?.[0];
}

export function columnOf<Column extends string>(text: string, words: ColumnWords<Column>): Column | null {
  if (text === '' || text.length > LONGEST_NAME) return null;
  const name = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
