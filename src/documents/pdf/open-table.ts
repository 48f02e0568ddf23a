/** A table without lines between its columns: its header shows that it is one. */
import { columnOf } from '../columns/header.ts';
import { PLAN_COLUMNS } from '../columns/plan-columns.ts';
import { rowNumber } from '../rows/row-number.ts';
import { type Line, textOfLine } from './lines.ts';
import type { RowBand } from './numbered-rows.ts';
import { edgesBetween, type HeaderName, openHeadersAt, segmentsOf } from './open-columns.ts';
import { openRows } from './open-rows.ts';
import type { PdfPage } from './page.ts';
import { type PageCell, type PageRow, type PageTable, unreadRow } from './page-table.ts';
import { mendedRules } from './ruled-lines.ts';
import { type Columns, hasNumber, linesIn, tableLine } from './table-lines.ts';
import { type Room, wrappedText } from './wrapped-text.ts';

/** Part of the page's width: a shorter line underlines something. */
const ACROSS = 0.4;

export interface OpenTable extends PageTable {
  /** The lines that are in it: from, and up to but not including. */
  from: number;
  to: number;
  /** Its first row is known to begin below the header. */
  isBegun: boolean;
}

/** @param known the columns of a table that may go on from the page before. */
export function openTableOn(lines: readonly Line[], page: PdfPage, known: Columns | null): OpenTable | null {
  const rules = mendedRules(page.rules)
    .filter((rule) => rule.along === 'x' && rule.to - rule.from > page.width * ACROSS)
    .map((rule) => rule.at);
  const rowsOf = (body: readonly Line[], columns: Columns) =>
    openRows(
      body.map((line) => tableLine(line, columns)),
      columns,
      rules,
      body[0]?.size ?? 0,
    );
  for (const from of lines.keys()) {
    const tables = openHeadersAt(lines, from).map((header) => {
      const body = upToRunningText(lines.slice(from + header.lines), page.width);
      const xs = [0, ...edgesBetween(header.names, body), page.width];
      const columns = { xs, numbers: numbersAmong(header.names) };
      const names = lines.slice(from, from + header.lines).map((line) => tableLine(line, columns));
      return tableOf(
        [{ lines: names, isUnclear: false, isBegun: true }, ...rowsOf(body, columns)],
        columns,
        page.number,
        from,
      );
    });
    // Lines below the names may be theirs, or already those of a row: the rows tell.
    if (tables.length > 0) return tables.reduce((best, table) => (isClearer(table, best) ? table : best));
  }
  if (known === null) return null;
  const bands = rowsOf(upToRunningText(lines, page.width), known);
  const hasRow = bands.some((band) => band.lines.some((line) => hasNumber(line, known)));
  return hasRow ? tableOf(bands, known, page.number, 0) : null;
}

/** A table that does not say where its numbers are has them in front, if anywhere. */
function numbersAmong(names: readonly HeaderName[]): number {
  return Math.max(
    0,
    names.findIndex(({ text }) => columnOf(text, PLAN_COLUMNS) === 'number'),
  );
}

/** Of two equally good ones the taller, unless the rows of the other are all told apart: it takes none for its names. */
function isClearer(table: OpenTable, other: OpenTable): boolean {
  const [flaws, others] = [flawsOf(table), flawsOf(other)];
  return flaws < others || (flaws === 0 && others === 0);
}

/** Right below the names a row begins. */
function flawsOf({ unclear, isBegun }: OpenTable): number {
  return unclear.length + (isBegun ? 0 : 0.5);
}

function tableOf(bands: readonly RowBand[], columns: Columns, page: number, start: number): OpenTable {
  const { xs } = columns;
  const lines = bands.flatMap((band) => band.lines);
  const clear = bands.filter((band) => !band.isUnclear).map((band) => band.lines);
  const rooms = xs.slice(1).map((edge, column) =>
    roomOf(
      clear.flatMap((band) => linesIn(band, column)),
      edge,
    ),
  );
  const rows = clear.map((band, row): PageRow => {
    const cells = rooms.map((room, column): PageCell => {
      const own = linesIn(band, column);
      return { text: wrappedText(own, room), links: [], lines: own, room, tall: false };
    });
    return { cells, source: { page, row: row + 1 } };
  });
  const [top = 0, bottom = top] = [lines[0]?.baseline, lines.at(-1)?.baseline];
  const unclear = bands.filter((band) => band.isUnclear).map((band) => unreadRow(band.lines, { page }));
  const [from, to] = [start, start + lines.length];
  return {
    isOpen: true,
    ...columns,
    rows,
    unclear,
    top,
    bottom,
    from,
    to,
    isBegun: bands[1]?.isBegun === true,
  };
}

/** Running text ends a table: a line that fills the page without any gap, unless it is a heading over more rows. */
function upToRunningText(lines: readonly Line[], width: number): readonly Line[] {
  const isWide = (line: Line) => segmentsOf(line).some(({ left, right }) => right - left > width * 0.6);
  const end = lines.findIndex((line, i) => isWide(line) && !isAboveRow(lines, i, isWide));
  return end === -1 ? lines : lines.slice(0, end);
}

/** The lines of a heading, and of a row above its number. */
const MOST_LINES_ABOVE = 8;
const MOST_HEADING_LINES = 2;

function isAboveRow(lines: readonly Line[], at: number, isWide: (line: Line) => boolean): boolean {
  let wide = 0;
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES_ABOVE); i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (isWide(line)) wide++;
    if (wide > MOST_HEADING_LINES || openHeadersAt(lines, i).length > 0) return false;
    const segments = segmentsOf(line).map(textOfLine);
    if (segments.length >= 3 && segments.some((text) => rowNumber(text) !== null)) return true;
  }
  return false;
}

/** As far as the column's text reaches: nothing else shows where it would end. Headings go on across its edge. */
function roomOf(lines: readonly Line[], edge: number): Room {
  const within = lines.filter((line) => line.right <= edge);
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: within.length === 0 ? edge : Math.max(...within.map((line) => line.right)),
  };
}
