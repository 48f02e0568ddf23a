/** What all documents have in common: the form of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Cell, Column, SheetTable, TableLine } from '../services/ports/report-writer.ts';
import { groupsOf, LAYOUTS, sharesOf } from './columns.ts';
import { INKS } from './tones.ts';

/** Twentieths of a point to a millimetre. */
export const MM = 56.7;
/** A4, in millimetres, as it stands upright. */
const A4 = { width: 210, height: 297 };
const MARGIN = { top: 20, bottom: 20, left: 30, right: 15 };
/** Half points. */
export const BODY = 28;
const CELL = 24;

/** Millimetres between the margins. */
export function textWidth(isWide: boolean): number {
  return (isWide ? A4.height : A4.width) - MARGIN.left - MARGIN.right;
}

/** Pages on which the number stands on top, in the middle, from the second on. */
export function section(children: ISectionOptions['children'], isWide: boolean): ISectionOptions {
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const size = { width: A4.width * MM, height: A4.height * MM, orientation };
  const margin = {
    top: MARGIN.top * MM,
    bottom: MARGIN.bottom * MM,
    left: MARGIN.left * MM,
    right: MARGIN.right * MM,
    header: 10 * MM,
  };
  return {
    properties: { page: { size, margin, pageNumbers: { start: 1 } }, titlePage: true },
    headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
    footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
    children,
  };
}

export async function packed(sections: ISectionOptions[]): Promise<Uint8Array> {
  const run = { font: 'Times New Roman', size: BODY };
  const document = new Document({ styles: { default: { document: { run } } }, sections });
  return new Uint8Array(await Packer.toBuffer(document));
}

export interface Style {
  bold?: boolean;
  italics?: boolean;
  /** Half points. */
  size?: number;
  color?: string;
}

export function centred(words: string, style: Style = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: words, ...style })],
  });
}

export function table({ columns, lines }: SheetTable): Table {
  const width = textWidth(true) * MM;
  const shares = sharesOf(columns);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((share * width) / 100)),
    rows: [...headRows(columns), ...lines.map((line) => lineRow(line, columns))],
  });
}

/** They are repeated on every page. */
function headRows(columns: Column[]): TableRow[] {
  const groups = groupsOf(columns);
  const head = (words: string, more: object = {}) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      children: [centred(words, { size: CELL, bold: true })],
      ...more,
    });
  if (groups.every(({ words }) => words === null)) {
    return [new TableRow({ tableHeader: true, children: columns.map(({ heading }) => head(heading)) })];
  }
  const above = groups.map(({ words, columns: below }) =>
    words === null
      ? head(below[0]?.heading ?? '', { verticalMerge: VerticalMergeType.RESTART })
      : head(words, { columnSpan: below.length }),
  );
  const below = columns.map(({ heading, group }) =>
    group === undefined ? head('', { verticalMerge: VerticalMergeType.CONTINUE }) : head(heading),
  );
  return [above, below].map((children) => new TableRow({ tableHeader: true, children }));
}

function lineRow(line: TableLine, columns: Column[]): TableRow {
  if (line.kind === 'row') {
    const children = line.cells.map((cell, at) => {
      const kind = columns[at]?.kind ?? 'task';
      const color = kind === 'state' && line.tone ? { color: INKS[line.tone] } : {};
      return tableCell(cell, LAYOUTS[kind].centred, { ...color, bold: line.isBold ?? false });
    });
    return new TableRow({ cantSplit: true, children });
  }
  const isHeading = line.kind === 'heading';
  const words = new Paragraph({
    keepNext: isHeading,
    children: [new TextRun({ text: line.words, size: CELL, bold: true, italics: !isHeading })],
  });
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: columns.length, children: [words] })],
  });
}

function tableCell(cell: Cell, isCentred: boolean, style: Style): TableCell {
  const alignment = isCentred ? AlignmentType.CENTER : AlignmentType.LEFT;
  const children = linesOf(cell).map(
    (line) => new Paragraph({ alignment, children: [run(line, { size: CELL, ...style })] }),
  );
  return new TableCell({ children });
}

function linesOf(cell: Cell): { text: string; url: string | null }[] {
  if (typeof cell === 'object') return cell.length > 0 ? cell : [{ text: '', url: null }];
  return String(cell)
    .split('\n')
    .map((text) => ({ text, url: null }));
}

function run({ text, url }: { text: string; url: string | null }, style: Style): ParagraphChild {
  if (url === null) return new TextRun({ text, ...style });
  const underlined = { underline: {}, color: LINK_INK };
  return new ExternalHyperlink({ link: url, children: [new TextRun({ text, ...style, ...underlined })] });
}

const LINK_INK = '0563C1';

/** The line below a heading. @param indent on either side, in millimetres */
export function rule(indent: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: indent * MM, right: indent * MM },
    spacing: { before: 40, after: 60, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}
