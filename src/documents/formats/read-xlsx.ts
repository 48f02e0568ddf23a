import type ExcelJS from 'exceljs';
import { cleanText } from '../clean-text.ts';
import type { Block, Cell, Row, UnreadRow } from '../document.ts';

/** A stray format far to the right makes a sheet 16,384 columns wide; no plan has more than these. */
const MAX_COLUMNS = 60;

/** Each visible sheet is one table; titles above the header are its first rows. A hidden one is only named. */
export async function readXlsx(bytes: Uint8Array): Promise<{ blocks: Block[]; skipped: UnreadRow[] }> {
  // Loaded when a workbook comes: it is a tenth of the memory of a service that mostly sleeps.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheets = workbook.worksheets.map((sheet) => ({ sheet, rows: rowsOf(sheet) })).filter(isFilled);
  const [shown, hidden] = [sheets.filter(isShown), sheets.filter((one) => !isShown(one))];
  return {
    blocks: shown.map(({ rows }): Block => ({ kind: 'table', rows })),
    skipped: hidden.map(({ sheet, rows }) => ({
      why: 'hidden-sheet',
      text: `${sheet.name}: ${firstWords(rows)}`,
      source: { sheet: sheet.name, hidden: true },
    })),
  };
}

interface Sheet {
  sheet: ExcelJS.Worksheet;
  rows: Row[];
}

function isFilled({ rows }: Sheet): boolean {
  return rows.length > 0;
}

function isShown({ sheet }: Sheet): boolean {
  return sheet.state === 'visible';
}

function firstWords(rows: readonly Row[]): string {
  const texts = rows.slice(0, 3).flatMap(({ cells }) => cells.flatMap(({ text }) => text || []));
  return texts.join(' | ').slice(0, 200);
}

function rowsOf(sheet: ExcelJS.Worksheet): Row[] {
  const width = Math.min(sheet.columnCount, MAX_COLUMNS);
  const rows: Row[] = [];
  let previous = 0;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    // One blank row stands for a gap of any length: it separates the table from what is written below it.
    if (previous > 0 && number > previous + 1) rows.push(blankRow(width, sheet.name, previous + 1));
    previous = number;
    const cells = Array.from({ length: width }, (_, i) => cellOf(row.getCell(i + 1)));
    rows.push({ cells, source: { sheet: sheet.name, row: number, ...(row.hidden ? { hidden: true } : {}) } });
  });
  return rows;
}

function blankRow(width: number, sheet: string, row: number): Row {
  return { cells: Array.from({ length: width }, () => ({ text: '', links: [] })), source: { sheet, row } };
}

function cellOf(cell: ExcelJS.Cell): Cell {
  const { master } = cell;
  if (cell.isMerged && master.address !== cell.address) {
    if (Number(master.col) !== Number(cell.col)) return { text: '', links: [], merged: 'left' };
    return { ...contentOf(master.value), merged: 'above' };
  }
  return { ...contentOf(cell.value), ...(isShaded(cell) ? { shaded: true } : {}) };
}

/** Filled with a colour, and not with the paper's. */
function isShaded({ fill }: ExcelJS.Cell): boolean {
  if (fill?.type !== 'pattern' || fill.pattern !== 'solid') return false;
  return fill.fgColor?.theme !== 0 && !/^(?:FF|00)?FFFFFF$/i.test(fill.fgColor?.argb ?? '');
}

function contentOf(value: ExcelJS.CellValue): Cell {
  const text = cleanText(textOf(value));
  const url = typeof value === 'object' && value !== null && 'hyperlink' in value ? value.hyperlink : '';
  return { text, links: url ? [{ text, url }] : [] };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return writtenDate(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value && Array.isArray(value.richText)) return value.richText.map(textOf).join('');
  if ('text' in value) return textOf(value.text);
  if ('result' in value) return textOf(value.result);
  return '';
}

/** Excel stores days without a zone; the library hands them over as midnight UTC. */
function writtenDate(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
