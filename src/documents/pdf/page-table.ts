/** A table as far as it stands on one page. Pages are put together later, which takes more than the text. */
import type { Cell, Source, UnreadRow } from '../document.ts';
import type { Line } from './lines.ts';
import { type TableLine, textOf } from './table-lines.ts';
import type { Room } from './wrapped-text.ts';

export interface PageTable {
  /** No lines are drawn in it. */
  isOpen: boolean;
  /** The edges of its columns, outer ones included. */
  xs: readonly number[];
  /** Which of them holds the rows' numbers. */
  numbers: number;
  rows: PageRow[];
  top: number;
  bottom: number;
  /** Rows of which nobody can tell what belongs to them. */
  unclear: UnreadRow[];
}

export interface PageRow {
  cells: PageCell[];
  source: Source;
}

export interface PageCell extends Cell {
  lines: Line[];
  room: Room;
  /** Merged with cells of other rows. */
  tall: boolean;
}

/** What of a table is left for a person to read. */
export function unreadRow(lines: readonly TableLine[], source: Source): UnreadRow {
  return { why: 'unknown-table', text: textOf(lines), source };
}
