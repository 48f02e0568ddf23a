/** Of all ways to cut a page's lines into the cells of rows, the best: found from the first line to the last. */
import { type CellRules, PartScores, type RowPart } from './part-scores.ts';

/** No cell is that long; it keeps the work in proportion to the text. */
const LONGEST_CELL = 60;

export interface Cut {
  score: number;
  /** The last part: its column, where it begins, and what stood before it. */
  column: number;
  from: number;
  before: Cut | null;
  kind: RowKind;
  /** The part is the first of its row. */
  opensRow: boolean;
}

/** What a part may follow, and what the whole is worth up to there. */
interface Way {
  before: Cut;
  score: number;
  opensRow: boolean;
}

/** Of a row that had begun before these lines, and of one that begins in them. */
type RowKind = 'begun' | 'fresh';
const ROW_KINDS: readonly RowKind[] = ['begun', 'fresh'];

export class Cutter {
  readonly #lines: readonly string[];
  readonly #columns: number;
  readonly #scores: Record<RowKind, PartScores>;
  /** By number of lines taken, and the column that comes next. */
  readonly #ways: Record<RowKind, Way | null>[][] = [];

  constructor(part: RowPart, rules: CellRules) {
    this.#lines = part.lines;
    this.#columns = rules.columns.length;
    const begun = new PartScores(part, rules);
    const fresh = new PartScores({ ...part, begun: rules.columns.map(() => []) }, rules);
    this.#scores = { begun, fresh };
  }

  bestCut(): Cut | null {
    let cuts = [NOTHING_YET];
    for (let to = 1; to <= this.#lines.length; to++) {
      this.#ways.push(this.#waysAfter(cuts));
      cuts = this.#cutsUpTo(to);
    }
    const finished = cuts.map((cut) => ({ ...cut, score: cut.score - this.#skipToEnd(cut) }));
    return best(finished);
  }

  #waysAfter(cuts: readonly Cut[]): Record<RowKind, Way | null>[] {
    const opening = best(
      cuts.map((before) => ({ before, score: before.score - this.#skipToEnd(before) - NEW_ROW })),
    );
    return Array.from({ length: this.#columns }, (_, column) => {
      const goingOn = (kind: RowKind) =>
        best(
          cuts
            .filter((cut) => cut.kind === kind && cut.column < column)
            .map((before): Way => {
              const skipped = this.#scores[kind].skipping(before.column + 1, column);
              return { before, score: before.score - skipped, opensRow: false };
            }),
        );
      const opened = opening && {
        ...opening,
        score: opening.score - this.#scores.fresh.skipping(0, column),
        opensRow: true,
      };
      return { begun: goingOn('begun'), fresh: best([opened, goingOn('fresh')].flatMap((way) => way ?? [])) };
    });
  }

  #cutsUpTo(to: number): Cut[] {
    return Array.from({ length: this.#columns }, (_, column) =>
      ROW_KINDS.flatMap((kind) => this.#bestPart(to, column, kind) ?? []),
    ).flat();
  }

  /** The best way in which the last of the lines up to `to` are this column's. */
  #bestPart(to: number, column: number, kind: RowKind): Cut | null {
    let found: Cut | null = null;
    for (let from = Math.max(0, to - LONGEST_CELL); from < to; from++) {
      const way = this.#ways[from]?.[column]?.[kind];
      if (!way) continue;
      const score = way.score + this.#scores[kind].score(from, to, column);
      if (score > (found?.score ?? Number.NEGATIVE_INFINITY))
        found = { score, column, from, kind, before: way.before, opensRow: way.opensRow };
    }
    return found;
  }

  #skipToEnd({ column, kind }: Cut): number {
    return this.#scores[kind].skipping(column + 1, this.#columns);
  }
}

/** The first of the best. */
function best<Scored extends { score: number }>(all: readonly Scored[]): Scored | null {
  return all.reduce<Scored | null>((a, b) => (a !== null && a.score >= b.score ? a : b), null);
}

/** Of two ways to read the lines that are as good, the one with fewer rows. */
const NEW_ROW = 1;
const NOTHING_YET: Cut = {
  score: 0,
  column: -1,
  from: 0,
  before: null,
  kind: 'begun',
  opensRow: false,
};
