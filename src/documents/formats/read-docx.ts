import { cleanText } from '../clean-text.ts';
import type { Block, Cell, Link, Row } from '../document.ts';

/** The parts of mammoth's document tree that are read here (mammoth/lib/documents.js). */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  href?: string | null;
  numbering?: NumberingLevel | null;
  colSpan?: number;
  rowSpan?: number;
}

interface NumberingLevel {
  isOrdered: boolean;
}

export async function readDocx(bytes: Uint8Array): Promise<Block[]> {
  const counters: Counters = new Map();
  const blocks: Block[] = [];
  let tables = 0;
  for (const [index, node] of (await bodyOf(bytes)).entries()) {
    if (node.type === 'table') {
      tables++;
      blocks.push({ kind: 'table', rows: rowsOf(node, tables, counters) });
    } else {
      const text = cleanText(textOf(node, [], counters));
      if (text !== '') blocks.push({ kind: 'paragraph', text, source: { line: index + 1 } });
    }
  }
  return blocks;
}

/**
 * mammoth resolves styles, merged cells, fields and tracked changes; its tree is taken before it becomes HTML, which
 * would lose the numbers that Word itself writes into a "Stt" column.
 */
async function bodyOf(bytes: Uint8Array): Promise<Node[]> {
  let body: Node[] = [];
  // Loaded when a document comes: a service that mostly sleeps need not hold it.
  const { default: mammoth } = await import('mammoth');
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      transformDocument: (document: Node) => {
        body = document.children ?? [];
        return { ...document, children: [] };
      },
    },
  );
  return body;
}

/** How far each automatic list has counted. mammoth hands out one object a list level, which is the key. */
type Counters = Map<NumberingLevel, number>;

function textOf(node: Node, links: Link[], counters: Counters): string {
  const inside = () => (node.children ?? []).map((child) => textOf(child, links, counters)).join('');
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return ' ';
    case 'break':
      return '\n';
    case 'paragraph':
      return `${listMark(node, counters)}${inside()}\n`;
    case 'hyperlink': {
      const text = inside();
      if (node.href) links.push({ text: cleanText(text), url: node.href });
      return text;
    }
    default:
      return inside();
  }
}

function listMark({ numbering }: Node, counters: Counters): string {
  if (!numbering) return '';
  if (!numbering.isOrdered) return '- ';
  const number = (counters.get(numbering) ?? 0) + 1;
  counters.set(numbering, number);
  return `${number}. `;
}

function rowsOf(table: Node, tableNumber: number, counters: Counters): Row[] {
  const rows: Row[] = [];
  /** Cells from rows above that reach down into this one, by column. */
  let hanging = new Map<number, { cell: Cell; rowsLeft: number }>();
  for (const [index, rowNode] of (table.children ?? []).entries()) {
    const cells: Cell[] = [];
    const next: typeof hanging = new Map();
    const takeHanging = () => {
      for (let above = hanging.get(cells.length); above; above = hanging.get(cells.length)) {
        if (above.rowsLeft > 1) next.set(cells.length, { ...above, rowsLeft: above.rowsLeft - 1 });
        cells.push({ ...above.cell, merged: above.cell.merged ?? 'above' });
      }
    };
    for (const node of rowNode.children ?? []) {
      takeHanging();
      for (const cell of spread(cellOf(node, counters), Math.min(node.colSpan ?? 1, WIDEST_CELL))) {
        if ((node.rowSpan ?? 1) > 1) next.set(cells.length, { cell, rowsLeft: (node.rowSpan ?? 1) - 1 });
        cells.push(cell);
      }
    }
    takeHanging();
    hanging = next;
    rows.push({ cells, source: { table: tableNumber, row: index + 1 } });
  }
  return rows;
}

/** No table of a plan has more columns, and a file may say that it has millions. */
const WIDEST_CELL = 60;

function spread(cell: Cell, columns: number): Cell[] {
  const rest = Array.from({ length: columns - 1 }, (): Cell => ({ text: '', links: [], merged: 'left' }));
  return [cell, ...rest];
}

function cellOf(node: Node, counters: Counters): Cell {
  const links: Link[] = [];
  return { text: cleanText(textOf(node, links, counters)), links };
}
