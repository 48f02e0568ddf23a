/** How far an office is, as a document laid on its side for the table. */
import { Paragraph, TextRun } from 'docx';
import type { ReportSheet } from '../services/ports/report-writer.ts';
import { centred, packed, section, table } from './document-parts.ts';

export async function progressDocument(sheet: ReportSheet): Promise<Uint8Array> {
  const children = [
    centred(sheet.title.toUpperCase(), { bold: true }),
    centred(`(${sheet.asOf})`),
    ...sheet.figures.map(({ label, count }) => new Paragraph(`${label}: ${count}`)),
    new Paragraph({ text: '' }),
    table(sheet.table),
    new Paragraph({ spacing: { before: 200 }, children: [new TextRun({ text: sheet.summary, bold: true })] }),
  ];
  return packed([section(children, true)]);
}
