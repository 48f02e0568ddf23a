/** Finds the header of a plan's table, on one row or two. */
import { fold } from '../domain/text-fold.ts';
import type { Cell, Row } from './document.ts';
import { firstColumn, type Header, headerOf, headerOfBoth } from './header.ts';
import { isPlanHeader, PLAN_COLUMNS, type PlanColumn } from './plan-columns.ts';
import { rowNumber } from './row-number.ts';

export type PlanHeader = Header<PlanColumn>;

export interface FoundHeader {
  header: PlanHeader;
  rows: 1 | 2;
  /** Its words in one spelling: a header that a new page repeats has the same. */
  names: string;
}

export function planHeaderAt(rows: readonly Row[], at: number): FoundHeader | null {
  const row = rows[at];
  if (row === undefined || rowNumber(row.cells[0]?.text ?? '') !== null) return null;
  const header = headerOf(row, PLAN_COLUMNS);
  if (!header.has('title')) return null;
  const names = fold(row.cells.map((cell) => cell.text).join(' '));
  const lower = rows[at + 1];
  if (lower !== undefined && continuesHeader(lower, header)) {
    const both = headerOfBoth(row, lower, PLAN_COLUMNS);
    if (isPlanHeader(both)) return { header: both, rows: 2, names };
  }
  return isPlanHeader(header) ? { header, rows: 1, names } : null;
}

/** The lower row of a header leaves the title alone and says who or when: "Chủ trì | Phối hợp". */
function continuesHeader(lower: Row, header: PlanHeader): boolean {
  const title = lower.cells[firstColumn(header, 'title') ?? 0];
  if (title !== undefined && title.text !== '' && title.merged !== 'above') return false;
  const own = lower.cells.map((cell): Cell => (cell.merged === 'above' ? { text: '', links: [] } : cell));
  const named = headerOf({ cells: own, source: lower.source }, PLAN_COLUMNS);
  return named.has('lead') || named.has('support') || named.has('deadline');
}
