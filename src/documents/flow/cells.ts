/**
 * The lines of a row, which hold its cells one after the other, cut into those cells: of all ways to cut them, the one
 * in which lines stay together that belong together, and each part looks like its column. Where a number is missing,
 * or was not taken for one, the lines hold several rows.
 */
import { type Cut, Cutter } from './cutter.ts';
import type { FlowLine } from './line.ts';
import type { CellRules, FlowCells, RowPart } from './part-scores.ts';

/** Of a table's column; a longer line is no line of print. */
const LONGEST_LINE = 200;
/** Of a page; on more than that no line is looked at word by word. */
const PAGE_LINES = 150;

export interface CutRow {
  cells: FlowCells;
  /** Where it begins, among the lines. */
  from: number;
}

/** @param number what the first row begins with; blank where it has none. At least one row comes back. */
export function rowsOfLines(number: string, lines: readonly FlowLine[], rules: CellRules): CutRow[] {
  const cells = rules.columns.map((meaning) => (meaning === 'number' && number !== '' ? [number] : []));
  const rows: CutRow[] = [{ cells, from: 0 }];
  let pageFrom = 0;
  const pages = pagesOf(lines);
  for (const [index, page] of pages.entries()) {
    const begun = rows.at(-1)?.cells ?? [];
    const texts = page.map(({ text }) => text);
    const isCut = index < pages.length - 1;
    const [rest, ...further] = cutPage({ lines: texts, isSplit: false, isCut, begun }, rules);
    for (const [column, own] of (rest?.cells ?? []).entries()) begun[column]?.push(...own);
    for (const row of further) rows.push({ ...row, from: pageFrom + row.from });
    pageFrom += page.length;
  }
  return rows;
}

/** On a new page the cells that did not end go on, again from the left. */
function pagesOf(lines: readonly FlowLine[]): FlowLine[][] {
  const pages: FlowLine[][] = [];
  for (const line of lines) {
    if (line.pageStart || pages.length === 0) pages.push([]);
    pages.at(-1)?.push(line);
  }
  return pages;
}

interface PageCut {
  /** The rest of the row that had begun, and the rows after it. */
  rows: CutRow[];
  score: number;
  isSplit: boolean;
}

/**
 * The rests of two cells that a page break cut stand at the same height, in one line: "lý thiếu sót" is the end of
 * "xử lý" on the left and of "hạn chế, thiếu sót" on the right.
 */
function cutPage(part: RowPart, rules: CellRules): CutRow[] {
  let found = cutLines(part, rules);
  const first = part.lines[0] ?? '';
  const goesOn = part.begun.some((cell, i) => cell.length > 0 && rules.columns[i] !== 'number');
  const isPrint = first.length <= LONGEST_LINE && part.lines.length <= PAGE_LINES;
  const words = goesOn && isPrint ? first.split(' ') : [];
  for (let at = 1; at < words.length; at++) {
    const split = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const cut = cutLines({ ...part, lines: [...split, ...part.lines.slice(1)], isSplit: true }, rules);
    if (cut.score > found.score) found = cut;
  }
  // Of a line in two pieces the second is no line of the text.
  return found.isSplit ? found.rows.map((row) => ({ ...row, from: Math.max(0, row.from - 1) })) : found.rows;
}

function cutLines(part: RowPart, rules: CellRules): PageCut {
  const cutter = new Cutter(part, rules);
  const end = cutter.bestCut();
  const score = end?.score ?? Number.NEGATIVE_INFINITY;
  return { rows: rowsOf(part.lines, end, rules.columns.length), score, isSplit: part.isSplit };
}

function rowsOf(lines: readonly string[], end: Cut | null, columns: number): CutRow[] {
  const blank = (): FlowCells => Array.from({ length: columns }, () => []);
  let cells = blank();
  const rows: CutRow[] = [];
  let to = lines.length;
  for (let cut = end; cut !== null && cut.column >= 0; cut = cut.before) {
    cells[cut.column] = lines.slice(cut.from, to);
    to = cut.from;
    if (!cut.opensRow) continue;
    rows.unshift({ cells, from: cut.from });
    cells = blank();
  }
  return [{ cells, from: 0 }, ...rows];
}
