/** A paper as an office issues it: the letter, left to be filled in and signed, and the appendix with pages of its own. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Letter, PaperSheet } from '../services/ports/report-writer.ts';
import { BODY, centred, MM, packed, rule, type Style, section, table, textWidth } from './document-parts.ts';

/** Half points: of the heading and of what is below the letter. */
const HEAD = 26;
const RECIPIENT = 22;

export async function paperDocument({ letter, appendix }: PaperSheet): Promise<Uint8Array> {
  const appended = [
    centred(appendix.heading, { bold: true }),
    centred(appendix.title, { bold: true }),
    centred(appendix.attachedTo, { italics: true }),
    new Paragraph({ text: '', spacing: { line: 120, lineRule: 'exact' } }),
    table(appendix.table),
    ...appendix.notes.map(
      (text) => new Paragraph({ spacing: { before: 120 }, children: [new TextRun({ text, size: HEAD })] }),
    ),
  ];
  const sections = [section(appended, true)];
  return packed(letter === null ? sections : [section(letterParts(letter), false), ...sections]);
}

function letterParts(letter: Letter): (Paragraph | Table)[] {
  const { kind, subject, paragraphs } = letter;
  return [
    head(letter),
    new Paragraph({ text: '' }),
    centred(kind, { bold: true, size: BODY }),
    centred(subject, { bold: true, size: BODY }),
    rule(56),
    ...paragraphs.map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: 10 * MM },
          spacing: { before: 120, line: 276 },
          children: [new TextRun({ text, size: BODY })],
        }),
    ),
    new Paragraph({ text: '' }),
    foot(letter),
  ];
}

/** Cơ quan ban hành, số on the left; quốc hiệu, tiêu ngữ, địa danh và thời gian on the right. */
function head({ issuer, number, nation, motto, placeAndDate }: Letter): Table {
  const issuing = issuer.map((line) => centred(line, { bold: true, size: HEAD }));
  return sideBySide(40, [
    [...issuing, rule(20), centred(number, { size: HEAD })],
    [
      centred(nation, { bold: true, size: HEAD - 1 }),
      centred(motto, { bold: true, size: HEAD }),
      rule(21),
      centred(placeAndDate, { italics: true, size: HEAD }),
    ],
  ]);
}

function foot({ recipients, signer }: Letter): Table {
  const line = (text: string, style: Style) => new Paragraph({ children: [new TextRun({ text, ...style })] });
  return sideBySide(50, [
    [
      line(recipients.heading, { bold: true, italics: true, size: HEAD - 2 }),
      ...recipients.lines.map((text) => line(text, { size: RECIPIENT })),
    ],
    signer.map((text) => centred(text, { bold: true, size: BODY })),
  ]);
}

function sideBySide(leftPercent: number, [left, right]: [Paragraph[], Paragraph[]]): Table {
  const width = textWidth(false) * MM;
  const widths = [leftPercent, 100 - leftPercent].map((share) => Math.round((share * width) / 100));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cells = [left, right].map(
    (children, at) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        children,
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [new TableRow({ children: cells })],
  });
}
