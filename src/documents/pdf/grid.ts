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

function cellsOf(xs: number[], ys: number[], horizontal: readonly Rule[], vertical: readonly Rule[]): GridCell[] {
  const walledRight = (column: number, row: number) =>
    isDrawn(vertical, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0);
  const walledBelow = (column: number, row: number) =>
    isDrawn(horizontal, ys[row + 1] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0);
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${column}/${row}`)) continue;
      let columns = 1;
      while (column + columns < xs.length - 1 && !walledRight(column + columns - 1, row)) columns++;
      let rows = 1;
      while (row + rows < ys.length - 1 && !walledBelow(column, row + rows - 1)) rows++;
      for (let r = row; r < row + rows; r++) {
        for (let c = column; c < column + columns; c++) taken.add(`${c}/${r}`);
      }
      const [left = 0, right = 0] = [xs[column], xs[column + columns]];
      const [top = 0, bottom = 0] = [ys[row], ys[row + rows]];
      cells.push({ column, row, columns, rows, left, right, top, bottom });
    }
  }
  return cells;
}

/** More than half of the way. */
function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const drawn = rules
    .filter((rule) => Math.abs(rule.at - at) < NARROWEST)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return drawn > (to - from) / 2;
}
