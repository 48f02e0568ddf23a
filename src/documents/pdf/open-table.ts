/** A table without drawn lines: rows are parted by space, or by the numbers they begin with. */
import { numberedTitle, rowNumber } from '../row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import { edgesBetween, openHeaderAt, segmentsOf } from './open-columns.ts';
import type { PageCell, PageRow, PageTable } from './page-table.ts';
import { type Room, wrappedText } from './wrapped-text.ts';

export interface OpenTable extends PageTable {
  /** The lines that are in it: from, and up to but not including. */
  from: number;
  to: number;
}

/** @param known the columns of a table that may go on from the page before. */
export function openTableOn(
  lines: readonly Line[],
  page: { number: number; width: number },
  known: readonly number[] | null,
): OpenTable | null {
  for (const from of lines.keys()) {
    const header = openHeaderAt(lines, from);
    if (header === null) continue;
    const body = upToRunningText(lines.slice(from + header.lines), page.width);
    const xs = [0, ...edgesBetween(header.names, body), page.width];
    const bands = [lines.slice(from, from + header.lines), ...withoutEnd(bandsOf(body, xs), xs)];
    return tableOf(bands, xs, page.number, from);
  }
  if (known === null) return null;
  const bands = withoutEnd(bandsOf(upToRunningText(lines, page.width), known), known);
  return bands.some((band) => beginsRow(band[0], known)) ? tableOf(bands, known, page.number, 0) : null;
}

function tableOf(bands: readonly Line[][], xs: readonly number[], page: number, from: number): OpenTable {
  const columns = xs.slice(1).map((_, column) => bands.map((band) => linesIn(band, xs, column)));
  const rooms = columns.map((cells) => roomOf(cells.flat()));
  const rows = bands.map((_, row): PageRow => {
    const cells = columns.map((cellsOfColumn, column): PageCell => {
      const own = cellsOfColumn[row] ?? [];
      const room = rooms[column] ?? { left: 0, right: 0 };
      return { text: wrappedText(own, room), links: [], lines: own, room, tall: false };
    });
    return { cells, source: { page, row: row + 1 } };
  });
  const [top = 0, bottom = top] = [bands[0]?.[0]?.baseline, bands.at(-1)?.at(-1)?.baseline];
  return { isOpen: true, xs, rows, top, bottom, from, to: from + bands.flat().length };
}

/** Running text ends a table: a line that fills the page without any gap. */
function upToRunningText(lines: readonly Line[], width: number): readonly Line[] {
  const end = lines.findIndex((line) =>
    segmentsOf(line).some((segment) => segment.right - segment.left > width * 0.6),
  );
  return end === -1 ? lines : lines.slice(0, end);
}

/** The lines of one row each. An empty band stands for a gap, below which signatures and notes may follow. */
function bandsOf(lines: readonly Line[], xs: readonly number[]): Line[][] {
  const gaps = lines.slice(1).map((line, i) => line.baseline - (lines[i]?.baseline ?? 0));
  const closest = Math.min(...gaps.filter((gap, i) => gap > (lines[i]?.size ?? 0) * 0.9));
  const bands: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const gap = gaps[i - 1] ?? 0;
    if (gap > closest * 2.2) bands.push([]);
    const open = bands.at(-1);
    if (open === undefined || open.length === 0 || gap > closest + 2 || beginsRow(line, xs))
      bands.push([line]);
    else open.push(line);
  }
  return bands;
}

/** Below the last gap without any numbered row there is no table any more. */
function withoutEnd(bands: readonly Line[][], xs: readonly number[]): Line[][] {
  const lastNumbered = bands.findLastIndex((band) => beginsRow(band[0], xs));
  const end = bands.findIndex((band, i) => i > lastNumbered && band.length === 0);
  return end === -1 ? [...bands] : bands.slice(0, end);
}

function beginsRow(line: Line | undefined, xs: readonly number[]): boolean {
  const first = line === undefined ? undefined : partsOf(line, xs)[0];
  if (first === undefined || first.column !== 0) return false;
  const text = textOfLine(first.line);
  return rowNumber(text) !== null || numberedTitle(text).number !== null;
}

function linesIn(band: readonly Line[], xs: readonly number[], column: number): Line[] {
  return band.flatMap((line) =>
    partsOf(line, xs)
      .filter((part) => part.column === column)
      .map((part) => part.line),
  );
}

/** What is written without a gap across an edge belongs to the column where it begins: a heading across the table. */
function partsOf(line: Line, xs: readonly number[]): { column: number; line: Line }[] {
  const parts: { column: number; line: Line }[] = [];
  for (const segment of segmentsOf(line)) {
    const column = Math.max(
      0,
      xs.findLastIndex((x) => x <= segment.left + 1),
    );
    const open = parts.at(-1);
    if (open?.column === column) {
      open.line = { ...open.line, words: [...open.line.words, ...segment.words], right: segment.right };
    } else parts.push({ column, line: segment });
  }
  return parts;
}

/** As far as the column's text reaches: nothing else shows where it would end. */
function roomOf(lines: readonly Line[]): Room {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
  };
}
