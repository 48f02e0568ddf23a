/** Tables for whoever works on with them: one sheet, its head frozen and repeated in print. */
import ExcelJS from 'exceljs';
import type {
  Cell,
  PaperSheet,
  ReportSheet,
  SheetTable,
  TableLine,
} from '../services/ports/report-writer.ts';
import { groupsOf, LAYOUTS } from './columns.ts';
import { INKS } from './tones.ts';

/** The tasks, filtered and coloured by how they stand. */
export async function progressWorkbook(sheet: ReportSheet): Promise<Uint8Array> {
  const { page, bytes } = newPage(sheet.table);
  page.addRow([sheet.title]).font = { ...FONT, bold: true, size: 14 };
  page.addRow([sheet.asOf]);
  for (const { label, count } of sheet.figures) page.addRow([label, '', count]);
  page.addRow([]);
  const head = addTable(page, sheet.table);
  page.autoFilter = {
    from: { row: head, column: 1 },
    to: { row: head, column: sheet.table.columns.length },
  };
  return bytes();
}

/** The appendix of a paper. */
export async function paperWorkbook({ appendix }: PaperSheet): Promise<Uint8Array> {
  const { heading, title, attachedTo, table, notes } = appendix;
  const { page, bytes } = newPage(table);
  for (const [words, font] of [
    [heading, { bold: true, size: 14 }],
    [title, { bold: true, size: 14 }],
    [attachedTo, { italic: true }],
  ] as const) {
    const row = page.addRow([words]);
    row.font = { ...FONT, ...font };
    row.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    page.mergeCells(row.number, 1, row.number, table.columns.length);
    row.height = LINE_HEIGHT * 1.3 * linesIn(words, widthOf(table));
  }
  page.addRow([]);
  addTable(page, table);
  page.addRow([]);
  for (const note of notes) {
    const row = page.addRow([note]);
    row.font = FONT;
    row.alignment = { wrapText: true, vertical: 'top' };
    page.mergeCells(row.number, 1, row.number, table.columns.length);
    row.height = LINE_HEIGHT * linesIn(note, widthOf(table));
  }
  return bytes();
}

function newPage({ columns }: SheetTable): { page: ExcelJS.Worksheet; bytes(): Promise<Uint8Array> } {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('NhacHan', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  page.columns = columns.map(({ kind }) => ({ width: LAYOUTS[kind].width, style: { font: FONT } }));
  return { page, bytes: async () => new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** @returns the last row of its head */
function addTable(page: ExcelJS.Worksheet, table: SheetTable): number {
  const head = addHead(page, table);
  page.views = [{ state: 'frozen', ySplit: head.last }];
  page.pageSetup.printTitlesRow = `${head.first}:${head.last}`;
  for (const line of table.lines) addLine(page, line, table);
  return head.last;
}

function addHead(page: ExcelJS.Worksheet, { columns }: SheetTable): { first: number; last: number } {
  const groups = groupsOf(columns);
  const isGrouped = groups.some(({ words }) => words !== null);
  const above = isGrouped ? page.addRow(columns.map(({ group, heading }) => group ?? heading)) : null;
  const below = page.addRow(columns.map(({ heading }) => heading));
  for (const row of [above, below]) {
    if (row === null) continue;
    row.font = { ...FONT, bold: true };
    row.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    row.height = rowHeight(
      columns.map(({ heading }) => heading),
      columns,
    );
    framed(row, columns.length);
  }
  let at = 1;
  for (const { words, columns: together } of above === null ? [] : groups) {
    const [top, last] = [below.number - 1, at + together.length - 1];
    if (words === null) page.mergeCells(top, at, below.number, at);
    else if (last > at) page.mergeCells(top, at, top, last);
    at = last + 1;
  }
  return { first: above?.number ?? below.number, last: below.number };
}

function addLine(page: ExcelJS.Worksheet, line: TableLine, { columns }: SheetTable): void {
  if (line.kind !== 'row') {
    const row = page.addRow([line.words]);
    row.font = { ...FONT, bold: true, italic: line.kind === 'closing' };
    row.alignment = { wrapText: true, vertical: 'top' };
    row.height = LINE_HEIGHT * linesIn(line.words, widthOf({ columns }));
    framed(row, columns.length);
    page.mergeCells(row.number, 1, row.number, columns.length);
    return;
  }
  const row = page.addRow(line.cells.map(cellValue));
  row.height = rowHeight(line.cells.map(wordsOf), columns);
  framed(row, columns.length);
  for (const [at, { kind }] of columns.entries()) {
    const cell = row.getCell(at + 1);
    cell.alignment = {
      wrapText: true,
      vertical: 'top',
      ...(LAYOUTS[kind].centred ? { horizontal: 'center' as const } : {}),
    };
    if (line.isBold) cell.font = { ...FONT, bold: true };
    if (kind === 'state' && line.tone)
      cell.font = { ...FONT, bold: true, color: { argb: `FF${INKS[line.tone]}` } };
    if (cell.type === ExcelJS.ValueType.Hyperlink)
      cell.font = { ...FONT, underline: true, color: { argb: LINK_INK } };
  }
}

const FONT = { name: 'Times New Roman', size: 12 };
const LINK_INK = 'FF0563C1';
const LINE = { style: 'thin' } as const;

function framed(row: ExcelJS.Row, columns: number): void {
  for (let at = 1; at <= columns; at += 1) {
    row.getCell(at).border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
  }
}

/** Text is text in this format, whatever it begins with. A cell leads to one place: of several the addresses are shown. */
function cellValue(cell: Cell): ExcelJS.CellValue {
  if (typeof cell !== 'object') return cell;
  const [only, ...others] = cell;
  return only?.url && others.length === 0 ? { text: only.text, hyperlink: only.url } : wordsOf(cell);
}

function wordsOf(cell: Cell): string {
  return typeof cell === 'object' ? cell.map(({ text }) => text).join('\n') : String(cell);
}

/** Programs other than Excel leave a row as high as it is, and cut off what wraps. Points. */
const LINE_HEIGHT = 16;

function rowHeight(words: string[], columns: SheetTable['columns']): number {
  const lines = words.map((one, at) => linesIn(one, LAYOUTS[columns[at]?.kind ?? 'task'].width));
  return LINE_HEIGHT * Math.max(...lines);
}

function linesIn(words: string, width: number): number {
  return words
    .split('\n')
    .reduce((lines, one) => lines + Math.max(1, Math.ceil((1.1 * one.length) / width)), 0);
}

function widthOf({ columns }: Pick<SheetTable, 'columns'>): number {
  return columns.reduce((sum, { kind }) => sum + LAYOUTS[kind].width, 0);
}
