/**
 * The lines of one row, which hold its cells one after the other, cut into those cells: of all ways to cut them, the
 * one in which lines stay together that belong together, and each part looks like its column.
 */
import type { FlowLine } from './line.ts';
import { type CellRules, type FlowCells, PartScores, type RowPart } from './part-scores.ts';

/** No cell is that long; what follows in a text without numbers stays with the last column. */
const MOST_LINES = 150;
/** Of a table's column; a longer line is no line of print. */
const LONGEST_LINE = 200;

export function cellsOfRow(lines: readonly FlowLine[], rules: CellRules): FlowCells {
  const cells: FlowCells = rules.columns.map(() => []);
  const pages = pagesOf(lines);
  for (const [index, page] of pages.entries()) {
    const texts = page.slice(0, MOST_LINES).map(({ text }) => text);
    const part: RowPart = { lines: texts, isSplit: false, isCut: index < pages.length - 1, begun: cells };
    for (const [column, own] of cutPart(part, rules).entries()) cells[column]?.push(...own);
    cells.at(-1)?.push(...page.slice(MOST_LINES).map(({ text }) => text));
  }
  return cells;
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

interface Cut {
  score: number;
  /** The last part: its column, where it begins, and what stood before it. */
  column: number;
  from: number;
  before: Cut | null;
}

/**
 * The rests of two cells that a page break cut stand at the same height, in one line: "lý thiếu sót" is the end of
 * "xử lý" on the left and of "hạn chế, thiếu sót" on the right.
 */
function cutPart(part: RowPart, rules: CellRules): FlowCells {
  let best = cutLines(part, rules);
  const first = part.lines[0] ?? '';
  const goesOn = part.begun.some((cell) => cell.length > 0) && first.length <= LONGEST_LINE;
  const words = goesOn ? first.split(' ') : [];
  for (let at = 1; at < words.length; at++) {
    const split = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const cut = cutLines({ ...part, lines: [...split, ...part.lines.slice(1)], isSplit: true }, rules);
    if (cut.score > best.score) best = cut;
  }
  return best.cells;
}

function cutLines(part: RowPart, rules: CellRules): { cells: FlowCells; score: number } {
  const { lines } = part;
  const scores = new PartScores(part, rules);
  /** By number of lines taken and last column. */
  const best: (Cut | undefined)[][] = [[]];
  for (let to = 1; to <= lines.length; to++) {
    best[to] = rules.columns.map((_, column) => bestCut(to, column, best, scores));
  }
  const ends = (best[lines.length] ?? []).flatMap((cut) => cut ?? []);
  const scoreAtEnd = ({ score, column }: Cut) => score - scores.skipping(column + 1, rules.columns.length);
  const end = ends.reduce<Cut | null>((a, b) => (a !== null && scoreAtEnd(a) >= scoreAtEnd(b) ? a : b), null);
  return {
    cells: partsOf(lines, end, rules.columns.length),
    score: end === null ? Number.NEGATIVE_INFINITY : scoreAtEnd(end),
  };
}

const NOTHING_YET: Cut = { score: 0, column: -1, from: 0, before: null };

/** The best way to cut the lines up to `to` so that the last of them are this column's. */
function bestCut(
  to: number,
  column: number,
  best: readonly (Cut | undefined)[][],
  scores: PartScores,
): Cut | undefined {
  let found: Cut | undefined;
  for (let from = 0; from < to; from++) {
    const own = scores.score(from, to, column);
    const earlier = from === 0 ? [NOTHING_YET] : (best[from]?.slice(0, column) ?? []);
    for (const before of earlier) {
      if (before === undefined) continue;
      const score = before.score + own - scores.skipping(before.column + 1, column);
      if (found === undefined || score > found.score) found = { score, column, from, before };
    }
  }
  return found;
}

function partsOf(lines: readonly string[], end: Cut | null, columns: number): FlowCells {
  const cells: FlowCells = Array.from({ length: columns }, () => []);
  let to = lines.length;
  for (let cut = end; cut !== null && cut.column >= 0; cut = cut.before) {
    cells[cut.column] = lines.slice(cut.from, to);
    to = cut.from;
  }
  return cells;
}
