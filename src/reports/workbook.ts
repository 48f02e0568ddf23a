/** The table of tasks for whoever works on with it: one sheet, filtered and frozen, coloured by how a task stands. */
import ExcelJS from 'exceljs';
import type { ReportSheet } from '../services/ports/report-writer.ts';
import { INKS } from './tones.ts';

const WIDTHS = [6, 60, 28, 28, 14, 22, 40];

export async function progressWorkbook(sheet: ReportSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('NhacHan', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  page.columns = WIDTHS.map((width) => ({ width }));
  page.addRow([sheet.title]).font = { bold: true, size: 14 };
  page.addRow([sheet.asOf]);
  for (const { label, count } of sheet.figures) page.addRow([label, '', count]);
  page.addRow([]);
  const head = page.addRow(sheet.headings);
  head.font = { bold: true };
  page.views = [{ state: 'frozen', ySplit: head.number }];
  page.autoFilter = {
    from: { row: head.number, column: 1 },
    to: { row: head.number, column: sheet.headings.length },
  };
  for (const { heading, rows } of sheet.sections) {
    if (heading !== '') page.addRow([heading]).font = { bold: true };
    for (const { cells, tone } of rows) {
      const row = page.addRow(cells.map(plainCell));
      row.alignment = { wrapText: true, vertical: 'top' };
      row.height = LINE_HEIGHT * Math.max(...cells.map((cell, at) => linesOf(cell, WIDTHS[at] ?? 20)));
      if (tone) row.getCell(6).font = { bold: true, color: { argb: `FF${INKS[tone]}` } };
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Programs other than Excel leave a row as high as it is, and cut off what wraps. Points. */
const LINE_HEIGHT = 15;

function linesOf(cell: string, width: number): number {
  return cell
    .split('\n')
    .reduce((lines, one) => lines + Math.max(1, Math.ceil((1.1 * one.length) / width)), 0);
}

/** Text stays text: what begins like a formula would be one to whoever saves the file as CSV. */
function plainCell(cell: string): string {
  return /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
}
