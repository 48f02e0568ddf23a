/** The report as an office issues it: the form of Nghị định 30/2020/NĐ-CP, laid on its side for the table. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportSheet } from '../services/ports/report-writer.ts';
import { INKS } from './tones.ts';

/** Twentieths of a point to a millimetre. */
const MM = 56.7;
const PAGE = {
  size: { width: 210 * MM, height: 297 * MM, orientation: PageOrientation.LANDSCAPE },
  margin: { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM },
};
/** Half points: 13 in the text, 12 in the table. */
const BODY = 26;
const CELL = 24;
const WIDTHS = [5, 29, 15, 14, 11, 11, 15];

export async function progressDocument(sheet: ReportSheet): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY } } } },
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        footers: { default: new Footer({ children: [] }) },
        children: [
          centred(sheet.title.toUpperCase(), true),
          centred(`(${sheet.asOf})`, false),
          ...sheet.figures.map(({ label, count }) => new Paragraph(`${label}: ${count}`)),
          new Paragraph({ text: '' }),
          table(sheet),
          new Paragraph({
            spacing: { before: 200 },
            children: [new TextRun({ text: sheet.summary, bold: true })],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function table({ headings, sections }: ReportSheet): Table {
  const head = new TableRow({
    tableHeader: true,
    children: headings.map((words, at) => cell(words, at, { bold: true })),
  });
  const rows = sections.flatMap(({ heading, rows: inSection }) => [
    ...(heading === '' ? [] : [sectionRow(heading, headings.length)]),
    ...inSection.map(
      ({ cells, tone }) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((words, at) => cell(words, at, at === 5 && tone ? { color: INKS[tone] } : {})),
        }),
    ),
  ]);
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] });
}

function cell(words: string, at: number, style: { bold?: boolean; color?: string }): TableCell {
  const paragraphs = words
    .split('\n')
    .map((line) => new Paragraph({ children: [new TextRun({ text: line, size: CELL, ...style })] }));
  return new TableCell({
    width: { size: WIDTHS[at] ?? 10, type: WidthType.PERCENTAGE },
    children: paragraphs,
  });
}

function sectionRow(heading: string, columns: number): TableRow {
  const words = new Paragraph({
    keepNext: true,
    children: [new TextRun({ text: heading, size: CELL, bold: true })],
  });
  return new TableRow({ children: [new TableCell({ columnSpan: columns, children: [words] })] });
}

function centred(words: string, bold: boolean): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: words, bold })] });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}
