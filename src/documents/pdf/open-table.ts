/** A table without lines between its columns: rows are parted by lines, by space, or by the numbers they begin with. */
import { numberedTitle, rowNumber } from '../rows/row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import { edgesBetween, openHeaderAt, segmentsOf } from './open-columns.ts';
import type { PdfPage } from './page.ts';
import type { PageCell, PageRow, PageTable } from './page-table.ts';
import { mendedRules } from './ruled-lines.ts';
import { gapsBetween, type Room, wrappedText } from './wrapped-text.ts';

/** Part of the page's width: a shorter line underlines something. */
const ACROSS = 0.4;

export interface OpenTable extends PageTable {
  /** The lines that are in it: from, and up to but not including. */
  from: number;
  to: number;
}

/** @param known the columns of a table that may go on from the page before. */
export function openTableOn(
  lines: readonly Line[],
  page: PdfPage,
  known: readonly number[] | null,
): OpenTable | null {
  const rules = mendedRules(page.rules)
    .filter((rule) => rule.along === 'x' && rule.to - rule.from > page.width * ACROSS)
    .map((rule) => rule.at);
  for (const from of lines.keys()) {
    const header = openHeaderAt(lines, from);
    if (header === null) continue;
    const body = upToRunningText(lines.slice(from + header.lines), page.width);
    const xs = [0, ...edgesBetween(header.names, body), page.width];
    const bands = [lines.slice(from, from + header.lines), ...withoutEnd(bandsOf(body, xs, rules), xs)];
    return tableOf(bands, xs, page.number, from);
  }
  if (known === null) return null;
  const bands = withoutEnd(bandsOf(upToRunningText(lines, page.width), known, rules), known);
  return bands.flat().some((line) => beginsRow(line, known)) ? tableOf(bands, known, page.number, 0) : null;
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
function bandsOf(lines: readonly Line[], xs: readonly number[], rules: readonly number[]): Line[][] {
  const gaps = gapsBetween(lines);
  const closest = closestInCells(lines, xs);
  const isRuled = rulesAmong(lines, rules) >= 2;
  const bands: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const [gap, above] = [gaps[i - 1] ?? 0, lines[i - 1]];
    const isApart = isRuled ? rulesAmong([above ?? line, line], rules) > 0 : gap > closest + ROW_GAP;
    if (gap > closest * NO_TABLE_GAP) bands.push([]);
    const open = bands.at(-1);
    if (open === undefined || open.length === 0 || isApart) bands.push([line]);
    else open.push(line);
  }
  return bands.flatMap((band) => splitAtNumbers(band, xs));
}

/** The distance of two lines in a cell; lines of neighbouring cells may stand closer. */
function closestInCells(lines: readonly Line[], xs: readonly number[]): number {
  const gaps = xs.flatMap((_, column) => gapsBetween(linesIn(lines, xs, column)));
  const size = lines[0]?.size ?? 0;
  const usual = gaps.filter((gap) => gap > size * 0.9 && gap < size * 2).sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 2)] ?? size * 1.2;
}

/** Points beyond the distance of the lines in a cell. */
const ROW_GAP = 2;
/** So many times that distance there is something else than another row. */
const NO_TABLE_GAP = 2.2;

function rulesAmong(lines: readonly Line[], rules: readonly number[]): number {
  const [top = 0, bottom = 0] = [lines[0]?.baseline, lines.at(-1)?.baseline];
  return rules.filter((rule) => rule > top && rule < bottom).length;
}

/** Rows without space between them: each begins with its number. One number alone may stand in the row's middle. */
function splitAtNumbers(band: Line[], xs: readonly number[]): Line[][] {
  const starts = [...band.keys()].filter((i) => beginsRow(band[i], xs));
  if (starts.length < 2) return [band];
  const cuts = [0, ...starts.filter((start) => start > 0), band.length];
  return cuts.slice(1).map((end, i) => band.slice(cuts[i], end));
}

/** Below the last gap without any numbered row there is no table any more. */
function withoutEnd(bands: readonly Line[][], xs: readonly number[]): Line[][] {
  const lastNumbered = bands.findLastIndex((band) => band.some((line) => beginsRow(line, xs)));
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
