/** What stands on the pages, as one document: tables go on over their pages, and so do rows and sentences. */
import type { Block, Row } from '../document.ts';
import { rowNumber } from '../rows/row-number.ts';
import type { PageCell, PageRow, PageTable } from './page-table.ts';
import { continuedText, goesOn } from './wrapped-text.ts';

export type PageBlock =
  | { kind: 'paragraph'; text: string; page: number }
  /** A footnote: tables and sentences go on over it. */
  | { kind: 'note'; text: string; page: number }
  | { kind: 'table'; table: PageTable };

export function joinPages(blocks: readonly PageBlock[]): Block[] {
  const joined: Block[] = [];
  const notes: Block[] = [];
  let table: PageTable | null = null;
  const putNotes = () => joined.push(...notes.splice(0));
  const closeTable = () => {
    if (table !== null) joined.push({ kind: 'table', rows: table.rows.map(rowOf) });
    table = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (table !== null && sameColumns(table, block.table)) table = goingOn(table, block.table);
      else {
        closeTable();
        putNotes();
        table = block.table;
      }
    } else if (block.kind === 'note') {
      notes.push(paragraphOf(block));
    } else {
      closeTable();
      const last = joined.at(-1);
      if (
        last?.kind === 'paragraph' &&
        last.source.page !== block.page &&
        isCutSentence(last.text, block.text)
      ) {
        last.text += ` ${block.text}`;
      } else {
        putNotes();
        joined.push(paragraphOf(block));
      }
    }
  }
  closeTable();
  putNotes();
  return joined;
}

function paragraphOf({ text, page }: { text: string; page: number }): Block {
  return { kind: 'paragraph', text, source: { page } };
}

function isCutSentence(text: string, next: string): boolean {
  return !/[.:;!?/]$/.test(text) && /^[\p{Ll}\d]/u.test(next);
}

/** The edges of the columns are where they were; where none are drawn, each page shows them a little elsewhere. */
function sameColumns(a: PageTable, b: PageTable): boolean {
  if (a.isOpen && b.isOpen) return a.xs.length === b.xs.length;
  return a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - (b.xs[i] ?? 0)) < 6);
}

/** A header that the page repeats stays; whoever reads the table knows it when it comes again. */
function goingOn(table: PageTable, more: PageTable): PageTable {
  const body = Math.max(
    0,
    more.rows.findIndex((row, i) => textsOf(row) !== textsOf(table.rows[i])),
  );
  const [header, first, rest] = [more.rows.slice(0, body), more.rows[body], more.rows.slice(body + 1)];
  const last = table.rows.at(-1);
  if (first === undefined || last === undefined) return table;
  const isCut = isCutRow(last, first);
  const upper = isCut ? [...table.rows.slice(0, -1), oneRow(last, first)] : table.rows;
  return {
    ...table,
    rows: [...upper, ...header, ...mergedFromAbove(isCut ? rest : [first, ...rest], upper)],
  };
}

function textsOf(row: PageRow | undefined): string {
  return row === undefined ? '' : row.cells.map((cell) => cell.text).join('\n');
}

/**
 * The lower part of a row that a page break cut has no number of its own. Its widest cell, which says what is to be
 * done, is blank or goes on in the middle of a sentence; or every cell goes on; or it was moved down whole.
 */
function isCutRow(upper: PageRow, lower: PageRow): boolean {
  if (lower.cells[0]?.text !== '' || upper.cells.length !== lower.cells.length) return false;
  if ([...upper.cells, ...lower.cells].some((cell) => cell.merged === 'left')) return false;
  const pairs = upper.cells.flatMap((above, column) => {
    const below = lower.cells[column];
    return below === undefined ? [] : [{ above, below }];
  });
  const widest = pairs.reduce((best, pair) => (widthOf(pair.above) > widthOf(best.above) ? pair : best));
  if (widest.below.text === '' || /^\p{Ll}/u.test(widest.below.text)) return true;
  if (widest.above.text === '') return rowNumber(upper.cells[0]?.text ?? '') !== null;
  return pairs
    .filter(({ above, below }) => above.text !== '' && below.text !== '')
    .every(({ above, below }) => flowsOn(above, below));
}

function widthOf({ room }: PageCell): number {
  return room.right - room.left;
}

function flowsOn(above: PageCell, below: PageCell): boolean {
  const [last, first] = [above.lines.at(-1), below.lines[0]];
  return last !== undefined && first !== undefined && goesOn(first, last, above.room);
}

function oneRow(upper: PageRow, lower: PageRow): PageRow {
  const cells = upper.cells.map((above, column): PageCell => {
    const below = lower.cells[column];
    const [last, first] = [above.lines.at(-1), below?.lines[0]];
    if (below === undefined || first === undefined) return above;
    if (last === undefined) return below;
    return {
      ...above,
      text: continuedText(above.text, below.text, last, first, above.room),
      links: [...above.links, ...below.links],
      lines: [...above.lines, ...below.lines],
    };
  });
  return { ...upper, cells };
}

/** A cell merged over several rows is empty on the page where it goes on, in all its rows. */
function mergedFromAbove(rows: readonly PageRow[], upper: readonly PageRow[]): PageRow[] {
  const [first, ...others] = rows;
  const last = upper.at(-1);
  if (first === undefined || last === undefined) return [...rows];
  const filled = [withMergedFromAbove(first, last, (cell) => cell.merged === 'left')];
  for (const row of others)
    filled.push(withMergedFromAbove(row, filled.at(-1) ?? first, (cell) => cell.merged !== 'above'));
  return filled;
}

function withMergedFromAbove(row: PageRow, last: PageRow, isOwn: (cell: PageCell) => boolean): PageRow {
  const cells = row.cells.map((cell, column): PageCell => {
    const above = last.cells[column];
    if (cell.text !== '' || isOwn(cell) || !above?.tall || above.text === '') return cell;
    return { ...cell, text: above.text, links: above.links, merged: 'above', tall: true };
  });
  return { ...row, cells };
}

function rowOf({ cells, source }: PageRow): Row {
  return {
    cells: cells.map(({ text, links, merged }) => ({ text, links, ...(merged ? { merged } : {}) })),
    source,
  };
}
