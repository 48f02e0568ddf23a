/** A table of which only the words are left, line by line in reading order, made a table again. */
import type { Cell, Row, Table } from '../document.ts';
import { cellsOfRow } from './cells.ts';
import { LineFit, printedWidth } from './fit.ts';
import { type FlowColumn, type FlowHeader, flowHeaderAt } from './header.ts';
import type { FlowLine } from './line.ts';
import type { CellRules, FlowCells } from './part-scores.ts';
import { type FlowRow, flowRows, isShouted } from './rows.ts';

export interface FoundFlow {
  table: Table;
  /** Where it begins among the lines, and where it has ended. */
  from: number;
  to: number;
}

/** What stands below a table: signatures, another appendix. In a cell such words go on in their line. */
const ENDS_TABLE =
  /^\W*(?:(?:nơi nhận|ghi chú)\s*:|trên đây là|người lập(?:\s+biểu)?$|(?:phụ lục|biểu(?:\s+số)?)(?:\s+[IVX\d]+)?[.:]?$)|^(?:TM|KT|TL)\.\s*\p{Lu}{2}/iu;
/** How often the widths of columns are learned from the rows as read with the widths before. */
const ROUNDS = 3;

export function flowTableIn(lines: readonly FlowLine[], from: number): FoundFlow | null {
  for (let at = from; at < lines.length; at++) {
    const header = flowHeaderAt(lines, at);
    if (header === null) continue;
    const end = lines.findIndex((line, i) => i >= at + header.lines && ENDS_TABLE.test(line.text));
    const to = end === -1 ? lines.length : end;
    const own = withoutHeaders(lines.slice(at + header.lines, to), header);
    const rows = flowRows(own);
    if (rows.length > 0) return { table: tableOf(rows, header, own, lines[at]?.line ?? 1), from: at, to };
    at = to - 1;
  }
  return null;
}

/** A header is repeated on every page. */
function withoutHeaders(lines: readonly FlowLine[], { columns }: FlowHeader): FlowLine[] {
  const names = namesOf(columns);
  const kept: FlowLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const repeated = line && names.startsWith(line.text) ? flowHeaderAt(lines, at) : null;
    if (repeated !== null && namesOf(repeated.columns) === names) at += repeated.lines - 1;
    else if (line) kept.push(line);
  }
  return kept;
}

function namesOf(columns: readonly FlowColumn[]): string {
  return columns.map(({ name }) => name).join(' ');
}

function tableOf(
  rows: readonly FlowRow[],
  header: FlowHeader,
  lines: readonly FlowLine[],
  headerLine: number,
): Table {
  const columns = header.columns.filter(({ meaning }) => meaning !== 'number');
  const meanings = columns.map(({ meaning }) => meaning);
  const deadlines = new Map<string, number>();
  let rules: CellRules = {
    columns: meanings,
    fit: new LineFit(lines.map(({ text }) => text)),
    widths: meanings.map(() => null),
    deadlines,
  };
  let cut = rows.map((row) => cellsOf(row, rules));
  for (let round = 1; round < ROUNDS; round++) {
    rules = { ...rules, widths: meanings.map((_, column) => widthOf(column, cut)) };
    cut = rows.map((row) => cellsOf(row, rules));
  }
  const names: Row = {
    cells: ['Stt', ...columns.map(({ name }) => name)].map(cellWith),
    source: { line: headerLine },
  };
  return { kind: 'table', rows: [names, ...rows.map((row, i) => rowOf(row, cut[i] ?? []))] };
}

/** A heading in capitals crosses the table. */
function cellsOf({ lines, number }: FlowRow, rules: CellRules): FlowCells {
  const isHeading = lines.length > 0 && lines.every(({ text }) => isShouted(text) || number === '');
  if (!isHeading) return cellsOfRow(lines, rules);
  return rules.columns.map((meaning) => (meaning === 'title' ? lines.map(({ text }) => text) : []));
}

/** As wide as nearly all lines that another one follows in the same cell; cells of one line tell less. */
function widthOf(column: number, rows: readonly FlowCells[]): number | null {
  const cells = rows.map((row) => row[column] ?? []);
  const all = cells.flat();
  const full = cells.flatMap((lines) => lines.slice(0, -1));
  const widths = (full.length * 4 > all.length ? full : all).map(printedWidth).sort((a, b) => a - b);
  return widths[Math.floor(0.85 * widths.length)] ?? null;
}

function rowOf({ number, line }: FlowRow, cells: FlowCells): Row {
  return { cells: [cellWith(number), ...cells.map((lines) => cellWith(joined(lines)))], source: { line } };
}

/** Lines that the room broke become one; what begins with a bullet stays a line. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => text + (/^[-–•+*]/.test(line) ? '\n' : ' ') + line, '').trim();
}

function cellWith(text: string): Cell {
  return { text, links: [] };
}
