/** Small files as offices send them, made in the test that reads them. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import type { DocumentFile } from '../../src/services/ports/documents.ts';

export type Grid = readonly (readonly (string | number | Date)[])[];

/** A cell of a Word table: its text, or its text and how far it spreads. */
export type WordCell = string | { text: string; columns?: number; rows?: number };

export function textFile(text: string, name = 'ke-hoach.txt'): DocumentFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

export function tsvFile(grid: Grid): DocumentFile {
  return textFile(grid.map((row) => row.join('\t')).join('\n'));
}

export async function xlsxFile(
  sheets: Record<string, Grid>,
  change: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<DocumentFile> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, grid] of Object.entries(sheets)) {
    workbook.addWorksheet(name).addRows(grid.map((row) => [...row]));
  }
  change(workbook);
  return { name: 'ke-hoach.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

export async function docxFile(parts: (string | readonly (readonly WordCell[])[])[]): Promise<DocumentFile> {
  const children = parts.map((part) => (typeof part === 'string' ? new Paragraph(part) : wordTable(part)));
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return { name: 'ke-hoach.docx', bytes: new Uint8Array(bytes) };
}

function wordTable(rows: readonly (readonly WordCell[])[]): Table {
  return new Table({
    rows: rows.map((row) => new TableRow({ children: row.map(wordCell) })),
  });
}

function wordCell(cell: WordCell): TableCell {
  const { text, columns, rows } = typeof cell === 'string' ? { text: cell } : cell;
  return new TableCell({
    children: text.split('\n').map((line) => new Paragraph(line)),
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
  });
}
