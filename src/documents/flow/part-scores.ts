/** How well some lines of a row make one of its cells. */
import { looksLikeUnit } from '../../domain/unit-words.ts';
import type { PlanColumn } from '../columns/plan-columns.ts';
import { beginsDeadline, isUnderstood } from '../duties/deadline-look.ts';
import { type LineFit, printedWidth } from './fit.ts';
import { isLoneNumber } from './line.ts';

/** Lines of a row by column, in the header's order. */
export type FlowCells = string[][];

export interface CellRules {
  /** With that of the numbers, where the rows have them. */
  columns: readonly PlanColumn[];
  fit: LineFit;
  /** Of each column, as learned from the rows; null while it is not known. */
  widths: readonly (number | null)[];
  /** Where a number is missing, a row without one is likely. */
  isBeforeGap: boolean;
  /** How far each text looks like a deadline, once it has been looked at. */
  deadlines: Map<string, number>;
}

/** What one page has of a row. */
export interface RowPart {
  lines: readonly string[];
  /** The first two lines are one line of the text. */
  isSplit: boolean;
  /** The row goes on on the next page. */
  isCut: boolean;
  /** What its cells hold from the page before. */
  begun: FlowCells;
}

const LONGEST_DEADLINE = 9;

export class PartScores {
  readonly #part: RowPart;
  readonly #rules: CellRules;
  /** By column: how well all lines up to this one hold together. */
  readonly #inside: number[][];

  /** By column: how well a cell begins with this line. */
  readonly #begins: number[][];

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
    const partings = part.lines.map((_, at) => this.#parting(at));
    this.#begins = rules.columns.map((_, column) =>
      part.lines.map((line, at) => this.#beginning(line, column) - (partings[at] ?? 0)),
    );
  }

  /** The lines from `from` up to, without, `to` as (the rest of) this column's cell. */
  score(from: number, to: number, column: number): number {
    if (this.#part.isSplit && from === 0 && to > 1) return Number.NEGATIVE_INFINITY;
    const inside = (this.#inside[column]?.[to - 1] ?? 0) - (this.#inside[column]?.[from] ?? 0);
    return inside + (this.#begins[column]?.[from] ?? 0) + this.#likeness(column, from, to);
  }

  #beginning(line: string, column: number): number {
    const { columns, fit, widths } = this.#rules;
    const width = widths[column] ?? null;
    const last = this.#part.begun[column]?.at(-1);
    const asFirst =
      last === undefined ? likeFirstLine(columns[column], line) : fit.together(last, line, width);
    return asFirst - overflow(line, width);
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
      if (meaning === undefined || this.#part.begun[column]?.length !== 0) continue;
      cost += meaning === 'number' && this.#rules.isBeforeGap ? NUMBER_MISSING : EMPTY[meaning];
    }
    return cost;
  }

  /** Of columns that are told by all of their words. */
  #likeness(column: number, from: number, to: number): number {
    const meaning = this.#rules.columns[column];
    const begun = this.#part.begun[column] ?? [];
    if (meaning === 'number') {
      const isNumber = begun.length === 0 && to - from === 1 && isLoneNumber(this.#part.lines[from] ?? '');
      return isNumber ? 0 : Number.NEGATIVE_INFINITY;
    }
    if (meaning !== 'deadline') return 0;
    if (to - from > LONGEST_DEADLINE) return -NO_DEADLINE;
    const before = begun.length > 0 ? this.#likeDeadline(begun.join(' ')) : 0;
    const lines = this.#part.lines.slice(from, to);
    return this.#likeDeadline([...begun, ...lines].join(' ')) - before - this.#strange(lines);
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

/** Of columns that their first words tell. */
function likeFirstLine(meaning: PlanColumn | undefined, line: string): number {
  if (meaning === 'deadline' || meaning === 'number') return 0;
  const words = line.replace(/^[-–•+*\s]+/, '');
  const isUnit = looksLikeUnit(words);
  if (meaning === 'support' && isUnit && /^các\s/u.test(words)) return ALL_OTHERS;
  if (meaning === 'lead' || meaning === 'support' || meaning === 'assignment') return isUnit ? 3 : -1;
  return isUnit ? -1 : 0;
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
  // Rows are numbered, or they are not: one without a number among others is only where all else says so.
  number: 8,
  ignored: 0,
};

const NUMBER_MISSING = 0;
/** "các thôn" is written small even where a cell begins with it. */
const ALL_OTHERS = 9;
const NO_DEADLINE = 8;
const USUAL_DEADLINE = 70;
/** Above 0 for the words of a deadline and nothing else. */
function likeDeadline(text: string): number {
  const begins = beginsDeadline(text);
  if (text.length > (begins ? 3 : 1.5) * USUAL_DEADLINE || /^\p{Ll}/u.test(text)) return -NO_DEADLINE;
  if (!isUnderstood(text)) return begins ? -3 : -NO_DEADLINE;
  return (begins ? 6 : 1) - Math.max(0, text.length - USUAL_DEADLINE) / 20;
}
