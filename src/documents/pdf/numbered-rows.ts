/**
 * Rows with neither lines nor space between them, told apart by their numbers. Beside a number the cells of its row
 * either all begin, or all have their middle; where they do neither, nobody can tell which line belongs to which row.
 */
import { beginsRow, type Columns, isHeading, type TableLine } from './table-lines.ts';

export interface RowBand {
  lines: readonly TableLine[];
  /** Its lines may be another row's. */
  isUnclear: boolean;
  /** A row begins with it, and nothing of a row above, as far as numbers or what stands for them can tell. */
  isBegun: boolean;
}

/** Lines of a row above its number or below; more are no cell of a plan. */
const MOST_LINES = 40;
/** Part of the distance of two lines: a middle may be off because the fonts of the lines differ. */
const OFF_MIDDLE = 0.3;

/** @param pitch the distance of two lines in a cell. */
export function rowsAtNumbers(band: readonly TableLine[], columns: Columns, pitch: number): RowBand[] {
  const numbered = startsIn(band, (line) => beginsRow(line, columns));
  const starts = numbered.length > 0 ? numbered : startsBesideSingleLines(band, columns, pitch);
  const [first] = starts;
  if (first === undefined) return [{ lines: band, isUnclear: false, isBegun: false }];
  const topped = cutAt(band, [0, ...starts.filter((start) => start > 0)]);
  const fits = topped.map((lines, i) => (i === 0 && first > 0) || beginsBeside(lines));
  const isTopped = fits.every(Boolean) && (first === 0 || starts.length > 1);
  const centred = isTopped ? null : centredCuts(band, starts, columns, pitch);
  const beginning = new Set(starts.map((start) => band[start]));
  const hasStart = (lines: readonly TableLine[]) => lines.some((line) => beginning.has(line));
  if (centred !== null) {
    return cutAt(band, centred).map((lines) => ({ lines, isUnclear: false, isBegun: hasStart(lines) }));
  }
  if (starts.length === 1) return [{ lines: band, isUnclear: false, isBegun: true }];
  return topped.map((lines, i) => ({
    lines,
    // What a row has too much is what its neighbour lacks.
    isUnclear: fits[i] === false || fits[i + 1] === false,
    isBegun: hasStart(lines),
  }));
}

function startsIn(band: readonly TableLine[], isStart: (line: TableLine) => boolean): number[] {
  return band.flatMap((line, i) => (isStart(line) ? [i] : []));
}

/** Without numbers, what has one line in each row stands for them: no two of its lines are close. */
function startsBesideSingleLines(band: readonly TableLine[], { xs }: Columns, pitch: number): number[] {
  const columns = xs
    .slice(1)
    .map((_, column) => startsIn(band, ({ parts }) => parts.some((part) => part.column === column)));
  const isSingle = (starts: readonly number[]) =>
    starts.every((start, i) => i === 0 || gapBetween(band[starts[i - 1] ?? 0], band[start]) > pitch * 1.3);
  const single = columns.filter((starts) => starts.length > 1 && isSingle(starts));
  return single.reduce<number[]>((most, starts) => (starts.length > most.length ? starts : most), []);
}

function gapBetween(above: TableLine | undefined, line: TableLine | undefined): number {
  return (line?.baseline ?? 0) - (above?.baseline ?? 0);
}

function cutAt(band: readonly TableLine[], cuts: readonly number[]): TableLine[][] {
  return cuts.map((cut, i) => band.slice(cut, cuts[i + 1]));
}

/** Every cell has a line beside the number, which comes first. */
function beginsBeside([first, ...others]: readonly TableLine[]): boolean {
  const columns = new Set(first?.parts.map(({ column }) => column));
  return others.every(({ parts }) => parts.every(({ column }) => columns.has(column)));
}

/** Rows found so far, the last one first: where each ends, and how far cells are off the middle. */
interface Way {
  to: number;
  off: number;
  before: Way | null;
}

/**
 * Where each row begins, so that the middle of each cell is beside its number. A page break cuts rows: the lines may begin
 * with the rest of one, and the last may go on behind them.
 */
function centredCuts(
  band: readonly TableLine[],
  starts: readonly number[],
  columns: Columns,
  pitch: number,
): number[] | null {
  const first = starts[0] ?? 0;
  const nearest = Math.max(0, first - MOST_LINES);
  let ways: Way[] = Array.from({ length: first - nearest + 1 }, (_, i) => ({
    to: nearest + i,
    // A rest of another row is what cannot be understood otherwise.
    off: nearest + i === 0 ? 0 : pitch,
    before: null,
  }));
  for (const [i, start] of starts.entries()) {
    const found = new Map<number, Way>();
    for (const before of ways) {
      const row = { from: before.to, start, next: starts[i + 1] ?? band.length };
      for (const { to, off } of endsOf(band, row, columns, pitch)) {
        const way = { to, off: before.off + off, before };
        if (way.off < (found.get(to)?.off ?? Number.POSITIVE_INFINITY)) found.set(to, way);
      }
    }
    ways = [...found.values()];
  }
  const whole = ways.find(({ to }) => to === band.length);
  if (whole === undefined) return null;
  const cuts: number[] = [];
  for (let way = whole.before; way !== null; way = way.before) cuts.push(way.to);
  cuts.reverse();
  return cuts[0] === 0 ? cuts : [0, ...cuts];
}

interface RowLines {
  from: number;
  /** The line with the number, and that with the next. */
  start: number;
  next: number;
}

interface RowEnd {
  to: number;
  off: number;
}

/** Where a row can end that begins at `from`. */
function endsOf(band: readonly TableLine[], row: RowLines, columns: Columns, pitch: number): RowEnd[] {
  const { from, start, next } = row;
  const ends = centredEnds(band, row).filter(({ off }) => off <= pitch * OFF_MIDDLE);
  if (from !== start) return ends;
  const [heading] = band.slice(start, start + 1);
  if (heading !== undefined && isHeading(heading, columns)) {
    const under = heading.parts.at(-1)?.column;
    const end = band
      .slice(start, next)
      .findIndex(({ parts }, i) => i > 0 && parts.some(({ column }) => column !== under));
    ends.push({ to: end === -1 ? next : start + end, off: 0 });
  }
  if (next === band.length && beginsBeside(band.slice(start))) ends.push({ to: band.length, off: pitch });
  return ends;
}

function centredEnds(band: readonly TableLine[], { from, start, next }: RowLines): RowEnd[] {
  const middle = band[start]?.baseline ?? 0;
  const cells = new Map<number, { top: number; bottom: number }>();
  const ends: RowEnd[] = [];
  for (let at = from; at < Math.min(next, start + MOST_LINES); at++) {
    for (const { column, line } of band[at]?.parts ?? []) {
      cells.set(column, { top: cells.get(column)?.top ?? line.baseline, bottom: line.baseline });
    }
    const offs = [...cells.values()].map(({ top, bottom }) => Math.abs((top + bottom) / 2 - middle));
    if (at >= start) ends.push({ to: at + 1, off: Math.max(...offs) });
  }
  return ends;
}
