/** The straight lines in a path: strokes, and filled shapes so thin that they are lines, as most programs draw borders. */
import { type Matrix, place } from './matrix.ts';
import type { Box, Rule } from './page.ts';

/** A thicker bar is a shape, and a border is no line between two cells that reach it. */
const THICKEST = 3;

/** The numbers pdf.js puts before the points of a path (its DrawOPS), and how many numbers follow. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const OPERANDS: Record<number, number> = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6 };

interface Point {
  x: number;
  y: number;
}

export function rulesOfPath(data: ArrayLike<number>, page: Matrix, painted: 'stroked' | 'filled'): Rule[] {
  const shapes = shapesOf(data, page);
  if (painted === 'stroked') return shapes.flatMap(straightSides);
  return isFrame(shapes) ? straightSides(shapes[0] ?? []) : shapes.flatMap(thinShape);
}

/** One box inside another, and only the frame between them filled: the border of a cell, in one piece. */
function isFrame(shapes: readonly Point[][]): boolean {
  const [a, b] = shapes.map(boxOf);
  if (a === undefined || b === undefined || shapes.length > 2) return false;
  return (['left', 'right', 'top', 'bottom'] as const).every(
    (side) => Math.abs(a[side] - b[side]) <= THICKEST,
  );
}

function boxOf(shape: readonly Point[]): Box {
  const xs = shape.map((point) => point.x);
  const ys = shape.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function shapesOf(data: ArrayLike<number>, page: Matrix): Point[][] {
  const shapes: Point[][] = [];
  let at = 0;
  while (at < data.length) {
    const operation = data[at] ?? LINE;
    const count = OPERANDS[operation] ?? 0;
    const end = at + 1 + count;
    if (operation === MOVE) shapes.push([]);
    if (count > 0) shapes.at(-1)?.push(place(page, data[end - 2] ?? 0, data[end - 1] ?? 0));
    else closeShape(shapes.at(-1));
    at = end;
  }
  return shapes;
}

function closeShape(shape: Point[] | undefined): void {
  if (shape?.[0] !== undefined) shape.push(shape[0]);
}

function straightSides(shape: readonly Point[]): Rule[] {
  return shape.slice(1).flatMap((point, i) => lineBetween(shape[i] ?? point, point));
}

function lineBetween(a: Point, b: Point): Rule[] {
  if (Math.abs(a.y - b.y) < 1 && a.x !== b.x) return [ruleAlong('x', (a.y + b.y) / 2, a.x, b.x)];
  if (Math.abs(a.x - b.x) < 1 && a.y !== b.y) return [ruleAlong('y', (a.x + b.x) / 2, a.y, b.y)];
  return [];
}

function thinShape(shape: readonly Point[]): Rule[] {
  const { left, right, top, bottom } = boxOf(shape);
  const width = right - left;
  const height = bottom - top;
  if (!(Math.min(width, height) <= THICKEST)) return [];
  // The dot of a dotted border may belong to a line either way.
  const isDot = Math.max(width, height) <= THICKEST;
  return [
    ...(width >= height || isDot ? [ruleAlong('x', (top + bottom) / 2, left, right)] : []),
    ...(height > width || isDot ? [ruleAlong('y', (left + right) / 2, top, bottom)] : []),
  ];
}

function ruleAlong(along: Rule['along'], at: number, from: number, to: number): Rule {
  return { along, at, from: Math.min(from, to), to: Math.max(from, to) };
}
