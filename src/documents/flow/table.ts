/** A table of which only the words are left, line by line in reading order, made a table again. */

import type { PlanColumn } from '../columns/plan-columns.ts';
import type { Cell, Table } from '../document.ts';
import { isUnderstood } from '../duties/deadline-look.ts';
import { type CutRow, rowsOfLines } from './cells.ts';
import { LineFit, printedWidth } from './fit.ts';
import { type FlowColumn, type FlowHeader, flowHeaderAt } from './header.ts';
import type { FlowLine } from './line.ts';
import type { CellRules, FlowCells } from './part-scores.ts';
import { type FlowRows, flowRows, isHeading } from './rows.ts';

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
    const table = tableOf(flowRows(own), header, own, lines[at]?.line ?? 1);
    if (table !== null) return { table, from: at, to };
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
  rows: readonly FlowRows[],
  header: FlowHeader,
  lines: readonly FlowLine[],
  headerLine: number,
): Table | null {
  const named = header.columns.filter(({ meaning }) => meaning !== 'number');
  const isNumbered = rows.some(({ number }) => /^\d/.test(number));
  const columns = isNumbered ? [NUMBER, ...named] : named;
  const meanings = columns.map(({ meaning }) => meaning);
  let rules: CellRules = {
    columns: meanings,
    fit: new LineFit(lines.map(({ text }) => text)),
    widths: meanings.map(() => null),
    isBeforeGap: false,
    deadlines: new Map(),
  };
  let cut = rows.flatMap((row) => cellsOf(row, rules));
  for (let round = 1; round < ROUNDS; round++) {
    rules = { ...rules, widths: meanings.map((_, column) => widthOf(column, cut)) };
    cut = rows.flatMap((row) => cellsOf(row, rules));
  }
  const read = cut.map((row) => (isRow(row, meanings) ? row : asWords(row, meanings)));
  if (!isNumbered && !areMostUnderstood(cut, meanings)) return null;
  const cellsWith = (cells: FlowCells) => (isNumbered ? cells : [[], ...cells]);
  return {
    kind: 'table',
    rows: [
      { cells: [NUMBER, ...named].map(({ name }) => cellWith(name)), source: { line: headerLine } },
      ...read.map(({ cells, line }) => ({
        cells: cellsWith(cells).map((own) => cellWith(joined(own))),
        source: { line },
      })),
    ],
  };
}

const NUMBER: FlowColumn = { meaning: 'number', name: 'Stt' };

interface ReadRow {
  cells: FlowCells;
  line: number;
  isHeading: boolean;
}

function cellsOf(rows: FlowRows, rules: CellRules): ReadRow[] {
  const { number, lines, line, isBeforeGap } = rows;
  if (isHeading(rows)) {
    const texts = lines.map(({ text }) => text);
    const own = { number: [number], title: texts } as const;
    const cells = rules.columns.map((meaning) =>
      meaning === 'number' || meaning === 'title' ? [...own[meaning]] : [],
    );
    return [{ cells, line, isHeading: true }];
  }
  return rowsOfLines(number, lines, { ...rules, isBeforeGap }).map(({ cells, from }: CutRow) => ({
    cells,
    line: from === 0 ? line : (lines[from]?.line ?? line),
    isHeading: false,
  }));
}

/** A row without a number is one where a deadline is read in its place; else nobody knows what its lines are. */
function isRow({ cells, isHeading }: ReadRow, meanings: readonly PlanColumn[]): boolean {
  if (isHeading) return true;
  if ((cells[meanings.indexOf('number')] ?? []).join('') !== '') return true;
  const [title = [], deadline] = (['title', 'deadline'] as const).map((m) => cells[meanings.indexOf(m)]);
  if (deadline === undefined) return false;
  return title.length > 0 && isUnderstood(deadline.join(' '));
}

/** All of its lines in the place of the title, as the plan's reader shows what it cannot read. */
function asWords({ cells, ...row }: ReadRow, meanings: readonly PlanColumn[]): ReadRow {
  return { ...row, cells: meanings.map((meaning) => (meaning === 'title' ? cells.flat() : [])) };
}

/** Without numbers the header alone may be the beginning of anything. */
function areMostUnderstood(rows: readonly ReadRow[], meanings: readonly PlanColumn[]): boolean {
  const own = rows.filter(({ isHeading }) => !isHeading);
  const understood = own.filter((row) => isRow(row, meanings)).length;
  return understood >= 2 && 2 * understood >= own.length;
}

/** As wide as nearly all lines that another one follows in the same cell; cells of one line tell less. */
function widthOf(column: number, rows: readonly ReadRow[]): number | null {
  const cells = rows.filter(({ isHeading }) => !isHeading).map((row) => row.cells[column] ?? []);
  const all = cells.flat();
  const full = cells.flatMap((lines) => lines.slice(0, -1));
  const widths = (full.length * 4 > all.length ? full : all).map(printedWidth).sort((a, b) => a - b);
  return widths[Math.floor(0.85 * widths.length)] ?? null;
}

/** Lines that the room broke become one; what begins with a bullet stays a line. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => text + (/^[-–•+*]/.test(line) ? '\n' : ' ') + line, '').trim();
}

function cellWith(text: string): Cell {
  return { text, links: [] };
}
