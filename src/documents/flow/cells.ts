/**
 * The lines of one row, which hold its cells one after the other, cut into those cells: of all ways to cut them, the
 * one in which lines stay together that belong together, and each part looks like its column.
 */
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { fold } from '../../domain/text-fold.ts';
import { looksLikeUnit } from '../../domain/unit-words.ts';
import type { PlanColumn } from '../plan-columns.ts';
import { type LineFit, printedWidth } from './fit.ts';
import type { FlowLine } from './line.ts';

/** Lines of a row by column, in the header's order. */
export type FlowCells = string[][];

export interface CellRules {
  columns: readonly PlanColumn[];
  fit: LineFit;
  /** Of each column, as learned from the rows; null while it is not known. */
  widths: readonly (number | null)[];
  /** How far each text looks like a deadline, once it has been looked at. */
  deadlines: Map<string, number>;
}

/** No cell is that long; what follows in a text without numbers stays with the last column. */
const MOST_LINES = 150;
const LONGEST_DEADLINE = 9;

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

/** What one page has of a row. */
interface RowPart {
  lines: readonly string[];
  /** The first two lines are one line of the text. */
  isSplit: boolean;
  /** The row goes on on the next page. */
  isCut: boolean;
  /** What its cells hold from the page before. */
  begun: FlowCells;
}

/**
 * The rests of two cells that a page break cut stand at the same height, in one line: "lý thiếu sót" is the end of
 * "xử lý" on the left and of "hạn chế, thiếu sót" on the right.
 */
function cutPart(part: RowPart, rules: CellRules): FlowCells {
  let best = cutLines(part, rules);
  const words = part.lines[0]?.split(' ') ?? [];
  const goesOn = part.begun.some((cell) => cell.length > 0);
  for (let at = 1; goesOn && at < words.length; at++) {
    const split = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const cut = cutLines({ ...part, lines: [...split, ...part.lines.slice(1)], isSplit: true }, rules);
    if (cut.score > best.score) best = cut;
  }
  return best.cells;
}

function cutLines(part: RowPart, rules: CellRules): { cells: FlowCells; score: number } {
  const { lines } = part;
  const scores = new PartScores(part, rules);
  const start: Cut = { score: 0, column: -1, from: 0, before: null };
  /** By number of lines taken and last column. */
  const best: (Cut | undefined)[][] = [[]];
  for (let to = 1; to <= lines.length; to++) {
    best[to] = rules.columns.map((_, column) => {
      let found: Cut | undefined;
      for (let from = 0; from < to; from++) {
        const own = scores.score(from, to, column);
        for (const before of from === 0 ? [start] : (best[from] ?? []).slice(0, column)) {
          if (before === undefined) continue;
          const score = before.score + own - scores.skipping(before.column + 1, column);
          if (found === undefined || score > found.score) found = { score, column, from, before };
        }
      }
      return found;
    });
  }
  const ends = (best[lines.length] ?? []).flatMap((cut) => cut ?? []);
  const scoreAtEnd = ({ score, column }: Cut) => score - scores.skipping(column + 1, rules.columns.length);
  const end = ends.reduce<Cut | null>((a, b) => (a !== null && scoreAtEnd(a) >= scoreAtEnd(b) ? a : b), null);
  return {
    cells: partsOf(lines, end, rules.columns.length),
    score: end === null ? Number.NEGATIVE_INFINITY : scoreAtEnd(end),
  };
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

class PartScores {
  readonly #part: RowPart;
  readonly #rules: CellRules;
  /** By column: how well all lines up to this one hold together. */
  readonly #inside: number[][];

  constructor(part: RowPart, rules: CellRules) {
    this.#part = part;
    this.#rules = rules;
    this.#inside = rules.widths.map((width) => {
      let sum = 0;
      return part.lines.map((line, i) => {
        sum += i === 0 ? 0 : rules.fit.together(part.lines[i - 1] ?? '', line, width);
        sum -= overflow(line, width);
        return sum;
      });
    });
  }

  /** The lines from `from` up to, without, `to` as (the rest of) this column's cell. */
  score(from: number, to: number, column: number): number {
    const { lines, isSplit, begun } = this.#part;
    if (isSplit && from === 0 && to > 1) return Number.NEGATIVE_INFINITY;
    const { columns, fit, widths } = this.#rules;
    const first = lines[from] ?? '';
    const width = widths[column] ?? null;
    const inside = (this.#inside[column]?.[to - 1] ?? 0) - (this.#inside[column]?.[from] ?? 0);
    const last = begun[column]?.at(-1);
    const goesOn = last === undefined ? 0 : fit.together(last, first, width);
    const likeness = this.#likeness(columns[column], column, from, to);
    return inside - overflow(first, width) - this.#parting(from) + goesOn + likeness;
  }

  #parting(at: number): number {
    const { lines, isSplit, isCut } = this.#part;
    const { fit } = this.#rules;
    const [before, after] = [lines[at - 1], lines[at]];
    if (before === undefined || after === undefined) return 0;
    return at === 1 && isSplit ? fit.splitting(before, after) : fit.parting(before, after, isCut);
  }

  /** What it costs that the columns from `from` up to, without, `to` have no words. */
  skipping(from: number, to: number): number {
    let cost = 0;
    for (let column = from; column < to; column++) {
      const meaning = this.#rules.columns[column];
      if (meaning !== undefined && this.#part.begun[column]?.length === 0) cost += EMPTY[meaning];
    }
    return cost;
  }

  #likeness(meaning: PlanColumn | undefined, column: number, from: number, to: number): number {
    const begun = this.#part.begun[column] ?? [];
    if (meaning === 'deadline') {
      if (to - from > LONGEST_DEADLINE) return -NO_DEADLINE;
      const before = begun.length > 0 ? this.#likeDeadline(begun.join(' ')) : 0;
      const lines = this.#part.lines.slice(from, to);
      return this.#likeDeadline([...begun, ...lines].join(' ')) - before - this.#strange(lines);
    }
    if (begun.length > 0) return 0;
    const isUnit = looksLikeUnit((this.#part.lines[from] ?? '').replace(/^[-–•+*\s]+/, ''));
    if (meaning === 'lead' || meaning === 'support' || meaning === 'assignment') return isUnit ? 3 : -1;
    return isUnit ? -1 : 0;
  }

  /** Lines that begin something else in the midst of a deadline: "Trong năm 2025 | Sở Tư pháp". */
  #strange(lines: readonly string[]): number {
    const { fit } = this.#rules;
    const begins = (line: string, i: number) =>
      i > 0 && (/^[-–•+*]/.test(line) || fit.parting(lines[i - 1] ?? '', line, false) < 0);
    return 4 * lines.filter((line, i) => begins(line, i) && !beginsDeadline(line)).length;
  }

  #likeDeadline(text: string): number {
    const { deadlines } = this.#rules;
    let score = deadlines.get(text);
    if (score === undefined) {
      score = likeDeadline(text);
      deadlines.set(text, score);
    }
    return score;
  }
}

/** What it costs that a line is wider than its column. */
function overflow(line: string, width: number | null): number {
  if (width === null) return 0;
  return Math.min(4, Math.max(0, 12 * (printedWidth(line) / width - 1.1)));
}

/** What an empty cell costs, by column. */
const EMPTY: Record<PlanColumn, number> = {
  title: 8,
  deadline: 4,
  assignment: 2,
  lead: 2,
  product: 2,
  support: 0.5,
  evidence: 0.5,
  note: 0,
  number: 0,
  ignored: 0,
};

const NO_DEADLINE = 8;
const USUAL_DEADLINE = 70;
const BEGINS_DEADLINE =
  /^(?:[-+•*] ?)?(?:truoc|trong|ngay|quy|thang|nam|ca nam|thuong xuyen|hang|dinh ky|theo|khi|cham nhat|den|het|tu|sau|tuan|dau|giua|cuoi|lien tuc|dot xuat|xong|hoan thanh|moi|t\d|\d{1,2} ?[/.-] ?\d|\d+ (?:ngay|tuan|thang))(?![a-z])/;

function beginsDeadline(text: string): boolean {
  return BEGINS_DEADLINE.test(fold(text));
}

/** Above 0 for the words of a deadline and nothing else. */
function likeDeadline(text: string): number {
  const begins = beginsDeadline(text);
  if (text.length > (begins ? 3 : 1.5) * USUAL_DEADLINE || /^\p{Ll}/u.test(text)) return -NO_DEADLINE;
  // Any year will do: only whether it is understood counts here.
  if (parseDeadline(text, { year: 2000 }).kind === 'none') return begins ? -3 : -NO_DEADLINE;
  return (begins ? 6 : 1) - Math.max(0, text.length - USUAL_DEADLINE) / 20;
}
