/** What stands in the cells of a table whose lines are drawn. */
import { cleanText } from '../clean-text.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Line, linesOf, textOfLine } from './lines.ts';
import { type Box, contains, type Glyph, type PageLink, type PdfPage } from './page.ts';
import { type PageCell, type PageRow, type PageTable, unreadRow } from './page-table.ts';
import { rowsInRow } from './rows-in-row.ts';
import { type Columns, linesIn } from './table-lines.ts';
import { wrappedText } from './wrapped-text.ts';

interface FilledCell extends GridCell {
  lines: Line[];
  /** The text that stands on its side. */
  turned: string;
}

/** More is no padding: the column is centred, or indented. */
const WIDEST_PADDING = 8;

export function ruledTable(grid: Grid, page: PdfPage): PageTable {
  const cells = grid.cells.map((cell) => filled(cell, page.glyphs));
  const paddings = paddingsOf(cells, grid);
  const drawn = grid.ys.slice(1).map((_, row) => ({
    cells: grid.xs.slice(1).map((__, column) => {
      const cell = cells.find((candidate) => covers(candidate, column, row));
      return pageCell(cell, column, row, paddings, page.links);
    }),
    source: { page: page.number, row: row + 1 },
  }));
  const columns = { xs: grid.xs, numbers: 0 };
  const split = drawn.map((row) => splitRow(row, columns, page));
  return {
    isOpen: false,
    ...columns,
    rows: split.flatMap(({ rows }) => rows),
    unclear: split.flatMap(({ unclear }) => unclear),
    top: grid.ys[0] ?? 0,
    bottom: grid.ys.at(-1) ?? 0,
  };
}

function splitRow(row: PageRow, columns: Columns, { links }: PdfPage): Pick<PageTable, 'rows' | 'unclear'> {
  const isWhole = row.cells.some((cell) => cell.tall || cell.merged !== undefined);
  const bands = isWhole
    ? null
    : rowsInRow(
        row.cells.map((cell) => cell.lines),
        columns,
      );
  if (bands === null) return { rows: [row], unclear: [] };
  const [clear, unclear] = [bands.filter((band) => !band.isUnclear), bands.filter((band) => band.isUnclear)];
  const cellOf = ({ room }: PageCell, lines: Line[]): PageCell => {
    const text = cleanText(wrappedText(lines, room));
    return { text, links: linksIn(lines, links), lines, room, tall: false };
  };
  return {
    rows: clear.map(({ lines }) => ({
      ...row,
      cells: row.cells.map((cell, column) => cellOf(cell, linesIn(lines, column))),
    })),
    unclear: unclear.map(({ lines }) => unreadRow(lines, row.source)),
  };
}

export function boxOfGrid({ xs, ys }: Grid): Box {
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
}

function filled(cell: GridCell, glyphs: readonly Glyph[]): FilledCell {
  const inside = glyphs.filter((glyph) => contains(cell, glyph.middle));
  const turned = linesOf(inside.filter((glyph) => glyph.turned === 270));
  return {
    ...cell,
    lines: linesOf(inside.filter((glyph) => glyph.turned === 0)),
    turned: turned.map(textOfLine).join(' '),
  };
}

/** Between the line and the text, by column: programs leave the same on the right, where nothing shows it. */
function paddingsOf(cells: readonly FilledCell[], { xs }: Grid): number[] {
  return xs.slice(1).map((_, column) => {
    const offsets = cells
      .filter((cell) => cell.column === column)
      .flatMap((cell) => cell.lines.map((line) => line.left - cell.left));
    return Math.max(0, Math.min(WIDEST_PADDING, ...offsets));
  });
}

function covers(cell: GridCell, column: number, row: number): boolean {
  return (
    column >= cell.column &&
    column < cell.column + cell.columns &&
    row >= cell.row &&
    row < cell.row + cell.rows
  );
}

function pageCell(
  cell: FilledCell | undefined,
  column: number,
  row: number,
  paddings: readonly number[],
  links: readonly PageLink[],
): PageCell {
  if (cell === undefined || column > cell.column) {
    return { text: '', links: [], merged: 'left', lines: [], room: { left: 0, right: 0 }, tall: false };
  }
  const padding = paddings[column] ?? 0;
  const room = { left: cell.left + padding, right: cell.right - padding };
  return {
    text: cleanText(`${wrappedText(cell.lines, room)}\n${cell.turned}`),
    links: linksIn(cell.lines, links),
    ...(row > cell.row ? { merged: 'above' as const } : {}),
    lines: cell.lines,
    room,
    tall: cell.rows > 1,
  };
}

/** A link over several lines has a box for each. */
function linksIn(lines: readonly Line[], links: readonly PageLink[]): PageCell['links'] {
  const urls = new Map<string, string[]>();
  for (const { url, box } of links) {
    const words = lines
      .filter((line) => line.baseline >= box.top && line.baseline <= box.bottom)
      .flatMap((line) => line.words)
      .filter((word) => word.right > box.left + 1 && word.left < box.right - 1);
    if (words.length > 0) urls.set(url, [...(urls.get(url) ?? []), ...words.map((word) => word.text)]);
  }
  return [...urls].map(([url, words]) => ({ text: words.join(' '), url }));
}
