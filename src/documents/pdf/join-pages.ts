/** What stands on the pages, as one document: tables go on over their pages, and so do rows and sentences. */
import type { Block, Row } from '../document.ts';
import type { PageCell, PageRow, PageTable } from './page-table.ts';
import { continuedText, goesOn } from './wrapped-text.ts';

export type PageBlock =
  | { kind: 'paragraph'; text: string; page: number }
  | { kind: 'table'; table: PageTable };

export function joinPages(blocks: readonly PageBlock[]): Block[] {
  const joined: Block[] = [];
  let table: PageTable | null = null;
  const closeTable = () => {
    if (table !== null) joined.push({ kind: 'table', rows: table.rows.map(rowOf) });
    table = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (table !== null && sameColumns(table, block.table)) table = goingOn(table, block.table);
      else {
        closeTable();
        table = block.table;
      }
    } else {
      closeTable();
      const last = joined.at(-1);
      if (
        last?.kind === 'paragraph' &&
        last.source.page !== block.page &&
        isCutSentence(last.text, block.text)
      ) {
        last.text += ` ${block.text}`;
      } else joined.push({ kind: 'paragraph', text: block.text, source: { page: block.page } });
    }
  }
  closeTable();
  return joined;
}

function isCutSentence(text: string, next: string): boolean {
  return !/[.:;!?/]$/.test(text) && /^[\p{Ll}\d]/u.test(next);
}

/** On another page, or the same, the edges of the columns are where they were. */
function sameColumns(a: PageTable, b: PageTable): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - (b.xs[i] ?? 0)) < 6);
}

function goingOn(table: PageTable, more: PageTable): PageTable {
  const repeated = more.rows.findIndex((row, i) => textsOf(row) !== textsOf(table.rows[i]));
  const rows = repeated === -1 ? [] : more.rows.slice(repeated);
  const [first, ...rest] = rows;
  const last = table.rows.at(-1);
  if (first === undefined || last === undefined) return table;
  if (isCutRow(last, first)) {
    return { ...table, rows: [...table.rows.slice(0, -1), oneRow(last, first), ...rest] };
  }
  return { ...table, rows: [...table.rows, withMergedFromAbove(first, last), ...rest] };
}

function textsOf(row: PageRow | undefined): string {
  return row === undefined ? '' : row.cells.map((cell) => cell.text).join('\n');
}

/**
 * The lower part of a row that a page break cut: without a number of its own, and only where the upper part has text,
 * of which at least one cell goes on in the middle of a sentence.
 */
function isCutRow(upper: PageRow, lower: PageRow): boolean {
  const filled = lower.cells.flatMap((cell, column) => (cell.text === '' ? [] : [{ cell, column }]));
  if (filled.length === 0 || lower.cells[0]?.text !== '' || lower.cells.length !== upper.cells.length)
    return false;
  const pairs = filled.flatMap(({ cell, column }) => {
    const above = upper.cells[column];
    return above === undefined || above.text === '' ? [] : [{ above, cell }];
  });
  if (pairs.length < filled.length) return false;
  return (
    pairs.some(({ cell }) => /^\p{Ll}/u.test(cell.text)) ||
    pairs.every(({ above, cell }) => flowsOn(above, cell))
  );
}

function flowsOn(above: PageCell, below: PageCell): boolean {
  const [last, first] = [above.lines.at(-1), below.lines[0]];
  return last !== undefined && first !== undefined && goesOn(first, last, above.room);
}

function oneRow(upper: PageRow, lower: PageRow): PageRow {
  const cells = upper.cells.map((above, column): PageCell => {
    const below = lower.cells[column];
    const [last, first] = [above.lines.at(-1), below?.lines[0]];
    if (below === undefined || last === undefined || first === undefined) return above;
    return {
      ...above,
      text: continuedText(above.text, below.text, last, first, above.room),
      links: [...above.links, ...below.links],
      lines: [...above.lines, ...below.lines],
    };
  });
  return { ...upper, cells };
}

/** A cell merged over several rows is empty on the page where it goes on. */
function withMergedFromAbove(row: PageRow, last: PageRow): PageRow {
  const cells = row.cells.map((cell, column): PageCell => {
    const above = last.cells[column];
    if (cell.text !== '' || cell.merged || !above?.tall || above.text === '') return cell;
    return { ...cell, text: above.text, links: above.links, merged: 'above' };
  });
  return { ...row, cells };
}

function rowOf({ cells, source }: PageRow): Row {
  return {
    cells: cells.map(({ text, links, merged }) => ({ text, links, ...(merged ? { merged } : {}) })),
    source,
  };
}
