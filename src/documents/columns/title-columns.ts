/** Which of several columns of words is the task: beside it stand the group it is of, and how it is to be done. */
import type { Row } from '../document.ts';
import { rowNumber } from '../rows/row-number.ts';
import type { Header } from './header.ts';
import type { TableColumn } from './plan-columns.ts';

/** A group is written once for several rows. */
const OWN_CELLS = 0.7;

/** "Nhóm nhiệm vụ | Nội dung cụ thể", "Lĩnh vực | Công việc", "Nhiệm vụ | Giải pháp". */
export function withTitleRoles(columns: Header<TableColumn>, body: readonly Row[]): Header<TableColumn> {
  const titles = columns.get('title') ?? [];
  const rows = body.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  // Numbers below a name that spreads over them belong to it.
  if (rows.length === 0 || titles.some((column) => isNumbered(rows, column))) return columns;
  const main = titles.find((column) => ownCells(rows, column) >= OWN_CELLS) ?? titles[0];
  if (main === undefined) return columns;
  const named = new Set([...columns.values()].flat());
  const unnamed = Array.from({ length: main }, (_, column) => column).filter(
    (column) => !named.has(column) && isMergedDown(rows, column),
  );
  const group = [...unnamed, ...titles.filter((column) => column < main)];
  const detail = titles.filter((column) => column > main);
  return new Map<TableColumn, readonly number[]>([
    ...columns,
    ['title', [main]],
    ...(group.length > 0 ? [['group', group] as const] : []),
    ...(detail.length > 0 ? [['detail', detail] as const] : []),
  ]);
}

function ownCells(rows: readonly Row[], column: number): number {
  const own = rows.filter(({ cells }) => cells[column]?.text && cells[column]?.merged === undefined);
  return own.length / rows.length;
}

function isMergedDown(rows: readonly Row[], column: number): boolean {
  return rows.some(({ cells }) => cells[column]?.merged === 'above' && cells[column]?.text !== '');
}

function isNumbered(rows: readonly Row[], column: number): boolean {
  const numbers = rows.filter(({ cells }) => rowNumber(cells[column]?.text ?? '') !== null);
  return numbers.length > rows.length / 2;
}
