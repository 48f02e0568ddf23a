/** The tables that lines make on a page: where their columns and rows are, and which cells are merged. */
import type { Box, Rule } from './page.ts';

export interface Grid {
  /** The edges of the columns and rows, outer ones included. */
  xs: number[];
  ys: number[];
  cells: GridCell[];
}

/** One cell, merged or not, by the numbers of its first column and row. */
export interface GridCell extends Box {
  column: number;
  row: number;
  columns: number;
  rows: number;
}

/** How far lines that meet may miss each other. */
const TOUCH = 3;
/** Narrower columns and lower rows are what a double border leaves between its lines. */
const NARROWEST = 6;

/**
 * @param rules mended.
 * @param known the columns of the table that may go on here: a page whose rows are all merged the same way lacks lines.
 */
export function gridsOf(rules: readonly Rule[], known: readonly number[]): Grid[] {
  return touchingGroups(rules)
    .flatMap((group) => gridOf(group, known) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function gridOf(rules: readonly Rule[], known: readonly number[]): Grid | null {
  const horizontal = rules.filter((rule) => rule.along === 'x');
  const vertical = rules.filter((rule) => rule.along === 'y');
  if (horizontal.length === 0 || vertical.length === 0) return null;
  const own = edges(vertical, horizontal);
  const xs = isPartOf(own, known) ? [...known] : own;
  const ys = edges(horizontal, vertical);
  if (xs.length < 3 || ys.length < 2) return null;
  return { xs, ys, cells: cellsOf(xs, ys, horizontal, vertical) };
}

/** Where lines across stick out, the table is open at the side; its text stands there all the same. */
function edges(lines: readonly Rule[], across: readonly Rule[]): number[] {
  const ends = across.flatMap((rule) => [rule.from, rule.to]);
  const places = [...lines.map((rule) => rule.at), Math.min(...ends), Math.max(...ends)];
  const kept: number[] = [];
  for (const place of places.sort((a, b) => a - b)) {
    if (place - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= NARROWEST) kept.push(place);
  }
  return kept;
}

function isPartOf(own: readonly number[], known: readonly number[]): boolean {
  const near = (a = 0, b = 0) => Math.abs(a - b) <= NARROWEST;
  return (
    known.length > own.length &&
    near(own[0], known[0]) &&
    near(own.at(-1), known.at(-1)) &&
    own.every((x) => known.some((other) => near(x, other)))
  );
}

function touchingGroups(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    // The group grows while it is walked.
    for (const rule of group) {
      for (const other of left) {
        if (!touch(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touch(a: Rule, b: Rule): boolean {
  return (
    a.along !== b.along &&
    a.at >= b.from - TOUCH &&
    a.at <= b.to + TOUCH &&
    b.at >= a.from - TOUCH &&
    b.at <= a.to + TOUCH
  );
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): GridCell[] {
  const [columnCount, rowCount] = [xs.length - 1, ys.length - 1];
  const x = (column: number) => xs[column] ?? 0;
  const y = (row: number) => ys[row] ?? 0;
  const wallAt = (column: number, row: number) => isDrawn(vertical, x(column), y(row), y(row + 1));
  const floorAt = (column: number, row: number) => isDrawn(horizontal, y(row), x(column), x(column + 1));
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let place = 0; place < columnCount * rowCount; place++) {
    if (taken.has(place)) continue;
    const [column, row] = [place % columnCount, Math.floor(place / columnCount)];
    const right = nextEdge(column, columnCount, (edge) => wallAt(edge, row));
    const bottom = nextEdge(row, rowCount, (edge) => floorAt(column, edge));
    for (let r = row; r < bottom; r++) {
      for (let c = column; c < right; c++) taken.add(r * columnCount + c);
    }
    const box = { left: x(column), right: x(right), top: y(row), bottom: y(bottom) };
    cells.push({ ...box, column, row, columns: right - column, rows: bottom - row });
  }
  return cells;
}

function nextEdge(from: number, last: number, isEdge: (edge: number) => boolean): number {
  let edge = from + 1;
  while (edge < last && !isEdge(edge)) edge++;
  return edge;
}

/** More than half of the way. */
function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const drawn = rules
    .filter((rule) => Math.abs(rule.at - at) < NARROWEST)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return drawn > (to - from) / 2;
}
