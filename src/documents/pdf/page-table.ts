/** A table as far as it stands on one page. Pages are put together later, which takes more than the text. */
import type { Cell, Source } from '../document.ts';
import type { Line } from './lines.ts';
import type { Room } from './wrapped-text.ts';

export interface PageTable {
  /** No lines are drawn in it. */
  isOpen: boolean;
  /** The edges of its columns, outer ones included. */
  xs: readonly number[];
  rows: PageRow[];
  top: number;
  bottom: number;
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
