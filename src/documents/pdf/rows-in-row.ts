/** Where lines are drawn between the columns only, what looks like one row holds several. */
import { rowNumber } from '../rows/row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import { type RowBand, rowsAtNumbers } from './numbered-rows.ts';
import { pitchOf } from './open-rows.ts';
import type { Columns, Part, TableLine } from './table-lines.ts';

/** Parts of a letter's size, and of the distance of two lines. */
const SAME_LINE = 0.45;
const BETWEEN_ROWS = 1.3;

/** @param cells the lines in each column. Null: it is one row. */
export function rowsInRow(cells: readonly (readonly Line[])[], columns: Columns): RowBand[] | null {
  const numbers = cells[columns.numbers] ?? [];
  const [first, second] = numbers;
  if (first === undefined || second === undefined || !numbers.every(isNumber)) return null;
  const lines = besideEachOther(cells);
  const pitch = pitchOf(lines, columns, first.size);
  // "1" above "2" may be the 12 of a narrow column.
  if (numbers.length === 2 && second.baseline - first.baseline < pitch * BETWEEN_ROWS) return null;
  return rowsAtNumbers(lines, columns, pitch);
}

function isNumber(line: Line): boolean {
  return rowNumber(textOfLine(line)) !== null;
}

function besideEachOther(cells: readonly (readonly Line[])[]): TableLine[] {
  const parts = cells.flatMap((lines, column) => lines.map((line): Part => ({ column, line })));
  const rows: { baseline: number; parts: Part[] }[] = [];
  for (const part of parts.sort((a, b) => a.line.baseline - b.line.baseline)) {
    const open = rows.at(-1);
    const { baseline, size } = part.line;
    if (open !== undefined && baseline - open.baseline < size * SAME_LINE) open.parts.push(part);
    else rows.push({ baseline, parts: [part] });
  }
  for (const row of rows) row.parts.sort((a, b) => a.column - b.column);
  return rows;
}
