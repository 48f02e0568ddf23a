/** Finds the header of a plan's table, on one row or more. */
import { fold } from '../../domain/text-fold.ts';
import type { Cell, Row } from '../document.ts';
import { rowNumber } from '../rows/row-number.ts';
import { type CalendarColumn, calendarColumnsOf } from './calendar-columns.ts';
import { withGuessedColumns } from './guessed-columns.ts';
import { columnOf, firstColumn, type Header } from './header.ts';
import { FIGURES, isPlanHeader, saysWhen, saysWho, TABLE_COLUMNS, type TableColumn } from './plan-columns.ts';
import { withTitleRoles } from './title-columns.ts';
import { type UnitColumns, unitColumnsOf } from './unit-columns.ts';

export interface PlanHeader {
  columns: Header<TableColumn>;
  /** Months or quarters that a row marks, instead of a column of deadlines or beside it. */
  calendar: readonly CalendarColumn[];
  units: UnitColumns;
  /** Columns that have a name, whether or not it means anything. */
  named: ReadonlySet<number>;
}

export interface FoundHeader {
  header: PlanHeader;
  rows: number;
  /** Its words in one spelling: a header that a new page repeats has the same. */
  names: string;
}

/** "Thời gian thực hiện" over "Quý I" over "Tháng 1". */
const MOST_ROWS = 3;
/** Without a name for what is to be done, so many others must show that the row is a header. */
const FEWEST_NAMES = 2;

/** @param within a table that has a header already: then a row is another one only if it names what and when or who. */
export function planHeaderAt(rows: readonly Row[], at: number, within = false): FoundHeader | null {
  const row = rows[at];
  if (row === undefined || rowNumber(row.cells[0]?.text ?? '') !== null) return null;
  if (new Set(row.cells.filter(isOwn).map(({ text }) => text)).size < 2) return null;
  const named = columnsNamed([row]);
  if (!named.has('title') && (within || named.size < FEWEST_NAMES)) return null;
  for (let depth = depthOf(rows, at); depth >= 1; depth--) {
    const header = headerOfRows(rows.slice(at, at + depth), within ? [] : rows.slice(at + depth));
    if (header !== null) return { header, rows: depth, names: namesOf(row) };
  }
  return null;
}

export function namesOf({ cells }: Row): string {
  return fold(cells.map(({ text }) => text).join(' '));
}

/** A title over the whole table is no header, whatever it says. */
function isOwn({ text, merged }: Cell): boolean {
  return text !== '' && merged === undefined;
}

function headerOfRows(header: readonly Row[], body: readonly Row[]): PlanHeader | null {
  const meant = columnsNamed(header);
  const calendar = calendarColumnsOf(pathsOf(header)).filter(({ column }) => isUnnamed(column, meant));
  const isTimed = calendar.length > 0 && (body.length === 0 || isMarked(body, calendar));
  const columns = withTitleRoles(withGuessedColumns(meant, body, isTimed ? calendar : []), body);
  if (!saysWho(columns) && header.some(namesFigures)) return null;
  if (!isPlanHeader(columns) && !(columns.has('title') && isTimed)) return null;
  const named = new Set(
    header.flatMap(({ cells }) => cells.flatMap(({ text }, at) => (text === '' ? [] : at))),
  );
  return { columns, calendar: isTimed ? calendar : [], units: unitColumnsOf(pathsOf(header)), named };
}

function namesFigures({ cells }: Row): boolean {
  return cells.some(({ text }) =>
    FIGURES.test(
      fold(text)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    ),
  );
}

/** A form of figures has a column a month too, but nothing there except numbers. */
function isMarked(body: readonly Row[], calendar: readonly CalendarColumn[]): boolean {
  const cells = body.flatMap((row) => calendar.flatMap(({ column }) => row.cells[column] ?? []));
  return cells.some(({ text, shaded }) => shaded || /[^\d\s.,%-]/u.test(text));
}

/** A column named as the time in general ("Thời gian" over all months) is no deadline of its own. */
function isUnnamed(column: number, columns: Header<TableColumn>): boolean {
  return [...columns].every(([meaning, places]) => meaning === 'deadline' || !places.includes(column));
}

/** The lowest name that has a meaning is the exact one: "Đơn vị thực hiện" above "Chủ trì | Phối hợp". */
function columnsNamed(header: readonly Row[]): Header<TableColumn> {
  const paths = pathsOf(header);
  const inCalendar = new Set(calendarColumnsOf(paths).map(({ column }) => column));
  const columns = new Map<TableColumn, number[]>();
  for (const [index, path] of paths.entries()) {
    const meaning = path
      .toReversed()
      .map(meaningOf)
      .find((one) => one !== null);
    const isSlot = inCalendar.has(index) && meaning === 'deadline';
    if (meaning && !isSlot) columns.set(meaning, [...(columns.get(meaning) ?? []), index]);
  }
  return columns;
}

/** "Owner / Phụ trách": in two languages one of the two says it. */
function meaningOf(name: string): TableColumn | null {
  const parts = [name, ...name.split(/[/\n]/)];
  return parts.map((part) => columnOf(part, TABLE_COLUMNS)).find((one) => one !== null) ?? null;
}

/** A merged name is that of every column below it. */
function pathsOf(header: readonly Row[]): string[][] {
  const width = Math.max(0, ...header.map(({ cells }) => cells.length));
  const spread = header.map(({ cells }) => {
    const names: string[] = [];
    for (const cell of cells) names.push(cell.merged === 'left' ? (names.at(-1) ?? '') : cell.text);
    return names;
  });
  return Array.from({ length: width }, (_, column) => {
    const path = spread.map((names) => names[column] ?? '').filter((name) => name !== '');
    return path.filter((name, i) => name !== path[i - 1]);
  });
}

function depthOf(rows: readonly Row[], at: number): number {
  let depth = 1;
  for (let next = 2; next <= MOST_ROWS && at + next <= rows.length; next++) {
    const header = rows.slice(at, at + next);
    if (!leavesTitleAlone(header)) break;
    if (continuesHeader(header)) depth = next;
  }
  return depth;
}

function leavesTitleAlone(header: readonly Row[]): boolean {
  const [upper, lower] = [header.slice(0, -1), header.at(-1)];
  const place = firstColumn(columnsNamed(upper), 'title') ?? 0;
  const title = lower?.cells[place];
  if (title === undefined || title.text === '' || title.merged !== undefined) return true;
  return title.text === upper.at(-1)?.cells[place]?.text;
}

/** The lowest row says who or when more exactly: "Chủ trì | Phối hợp", "T1 | T2 | T3", "Phòng Kinh tế | Công an xã". */
function continuesHeader(header: readonly Row[]): boolean {
  const lower = header.at(-1);
  if (lower === undefined) return false;
  const own = lower.cells.map((cell): Cell => (cell.merged === 'above' ? { text: '', links: [] } : cell));
  const paths = pathsOf([...header.slice(0, -1), { ...lower, cells: own }]);
  const named = columnsNamed([{ ...lower, cells: own }]);
  const places = [...calendarColumnsOf(paths).map(({ column }) => column), ...unitColumnsOf(paths).keys()];
  return saysWhen(named) || saysWho(named) || places.filter((column) => own[column]?.text).length > 1;
}
