/** Rows of a table that were pasted as text and broke at the line breaks within their cells. */

import { columnOf } from '../columns/header.ts';
import { PLAN_COLUMNS } from '../columns/plan-columns.ts';
import { rowNumber } from '../rows/row-number.ts';
import type { TextRecord } from './delimited-text.ts';

/** @param records with tabs between their cells. Lines of no table come back as they are. */
export function joinBrokenRows(records: readonly TextRecord[]): TextRecord[] {
  const width = Math.max(0, ...records.filter(isCounted).map(({ cells }) => cells.length));
  const joined: TextRecord[] = [];
  for (const [index, record] of records.entries()) {
    const above = joined.at(-1);
    if (above && isRestOf(above, record, width) && (record.cells.length > 1 || goesOn(records, index)))
      above.cells.push(`${above.cells.pop()}\n${record.cells[0]}`, ...record.cells.slice(1));
    else joined.push({ ...record, cells: [...record.cells] });
  }
  return joined;
}

/** Only numbers tell where rows begin: without them two short rows would look like one that broke. */
function isCounted({ cells }: TextRecord): boolean {
  const [first = ''] = cells;
  return cells.length > 1 && (rowNumber(first) !== null || columnOf(first, PLAN_COLUMNS) === 'number');
}

/** The blank that a merged cell leaves begins a row too. */
function isRestOf(above: TextRecord, record: TextRecord, width: number): boolean {
  const isOwnRow = record.cells[0]?.trim() === '' || isCounted(record);
  return isCounted(above) && !isOwnRow && above.cells.length + record.cells.length - 1 <= width;
}

/** Below a line without any tab the same table goes on, before a blank line ends it. */
function goesOn(records: readonly TextRecord[], from: number): boolean {
  for (const { cells } of records.slice(from + 1, from + 1 + LONGEST_CELL)) {
    if (cells.length > 1) return true;
    if (cells.every((cell) => cell.trim() === '')) return false;
  }
  return false;
}

/** In lines. */
const LONGEST_CELL = 30;
