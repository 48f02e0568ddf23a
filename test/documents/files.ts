/** Small files as offices send them, made in the test that reads them. */
import { deflateRawSync } from 'node:zlib';
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

export interface Part {
  name: string;
  text: string;
  flags?: number;
  /** What the directory claims, where it lies. */
  size?: number;
}

/** A zip file by hand (PKWARE APPNOTE 4.3), because no library writes a dishonest one. */
export function zip(parts: Part[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = deflateRawSync(Buffer.from(part.text, 'latin1'));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? part.text.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, name]));
    local.push(header);
    offset += header.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06'), end]));
}
