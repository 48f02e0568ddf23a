/** One row of a plan's table with its fields named; merged and shifted cells are put in place. */
import { whenMarked } from '../columns/calendar-columns.ts';
import { firstColumn } from '../columns/header.ts';
import { PLAN_FIELDS, type PlanField } from '../columns/plan-columns.ts';
import type { PlanHeader } from '../columns/plan-header.ts';
import { withUnit } from '../columns/unit-columns.ts';
import type { Cell, Link, Row, Source } from '../document.ts';
import { deadlineWords } from '../duties/deadline-words.ts';
import { numberedTitle, type RowNumber, rowNumber } from './row-number.ts';

export interface RowContent {
  number: RowNumber | null;
  title: string;
  fields: Record<PlanField, string>;
  /** What the tasks of several rows have in common; blank where the column says nothing more. */
  group: string;
  /** How it is to be done, where a second column of words says so. */
  detail: string;
  evidenceLinks: Link[];
  /** One cell holds the only words of the line, and it begins at the left edge: a heading across the table. */
  acrossTable: boolean;
  /** The title's cell began in the line above. */
  titleFromAbove: boolean;
  source: Source;
}

export function contentOfRow(row: Row, header: PlanHeader): RowContent {
  const { columns, calendar, units } = header;
  const titleColumn = firstColumn(columns, 'title') ?? 0;
  const numbersLead = leadsWithNumbers(columns, titleColumn) && !columns.has('group');
  const shift = numbersLead ? shiftOf(row.cells, titleColumn, header.named) : 0;
  const titleCell = row.cells[titleColumn + shift];
  const titleFromAbove = titleCell?.merged === 'above';
  const numberCells = numbersLead
    ? row.cells.slice(0, titleColumn + shift)
    : (columns.get('number') ?? []).flatMap((column) => row.cells[column] ?? []);
  const cellsOf = (field: PlanField | 'start' | 'group' | 'detail'): Cell[] =>
    (columns.get(field) ?? [])
      .flatMap((column) => {
        const cell = row.cells[column + shift];
        return cell === undefined ? [] : { ...cell, text: withUnit(cell.text, units.get(column)) };
      })
      .filter((cell) => !(titleFromAbove && cell.merged === 'above'));
  const onlyCell = onlyFilled(row.cells.slice(0, titleColumn + shift + 1), row.cells);
  const title = (onlyCell ?? titleCell)?.text ?? '';
  const number = numberCells.flatMap((cell) => rowNumber(cell.text) ?? []).at(-1) ?? null;
  const numberInTitle = number === null && (onlyCell !== null || !columns.has('number'));
  return {
    ...(numberInTitle ? numberedTitle(title) : { number, title }),
    fields: {
      deadline: deadlineWords({
        start: joinFilled(cellsOf('start')),
        ends: cellsOf('deadline').flatMap(({ text }) => text || []),
        marked: shift === 0 ? whenMarked(row.cells, calendar) : '',
      }),
      lead: joinFilled(cellsOf('lead')),
      support: joinFilled(cellsOf('support')),
      assignment: joinFilled(cellsOf('assignment')),
      product: joinFilled(cellsOf('product')),
      evidence: joinFilled(cellsOf('evidence')),
      note: joinFilled(cellsOf('note')),
    },
    group: joinFilled(cellsOf('group')),
    detail: joinFilled(cellsOf('detail')),
    evidenceLinks: cellsOf('evidence').flatMap((cell) => cell.links),
    acrossTable: onlyCell !== null && onlyCell !== titleCell,
    titleFromAbove,
    source: row.source,
  };
}

/** The one of these cells that is filled, when no other in the row is. */
function onlyFilled(cells: readonly Cell[], row: readonly Cell[]): Cell | null {
  const filled = row.filter((cell) => cell.text !== '');
  return filled.length === 1 ? (cells.find((cell) => cell.text !== '') ?? null) : null;
}

function joinFilled(cells: Cell[]): string {
  return cells
    .map((cell) => cell.text)
    .filter((text) => text !== '')
    .join('\n');
}

/** Left of the title stand only numbers: the usual order, and the only one in which shifted cells can be put right. */
function leadsWithNumbers(columns: PlanHeader['columns'], titleColumn: number): boolean {
  return PLAN_FIELDS.every((field) => (columns.get(field) ?? []).every((column) => column > titleColumn));
}

/**
 * Converters write a second number column into the rows but not into the header, or the other way round. The title
 * is then the first cell that is no number, and every field stands as many columns to the side.
 */
function shiftOf(cells: readonly Cell[], titleColumn: number, named: ReadonlySet<number>): number {
  if (titleColumn === 0) return 0;
  const firstWords = cells.findIndex((cell) => cell.text !== '' && rowNumber(cell.text) === null);
  if (firstWords > titleColumn && rowNumber(cells[titleColumn]?.text ?? '') !== null)
    return firstWords - titleColumn;
  // Words below a name of their own ("Lĩnh vực") are no title that slipped to the left.
  if (named.has(firstWords)) return 0;
  const numberBefore = firstWords > 0 && rowNumber(cells[firstWords - 1]?.text ?? '') !== null;
  return firstWords < titleColumn && numberBefore ? firstWords - titleColumn : 0;
}
