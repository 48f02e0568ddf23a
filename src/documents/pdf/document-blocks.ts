/** From pages of letters and lines to the blocks of a document. */
import type { Block, UnreadRow } from '../document.ts';
import { withoutFootnotes } from './footnotes.ts';
import { gridsOf } from './grid.ts';
import { joinPages, type PageBlock } from './join-pages.ts';
import { type Line, linesOf } from './lines.ts';
import { openTableOn } from './open-table.ts';
import { contains, type PdfPage } from './page.ts';
import { PageMargins } from './page-margins.ts';
import type { PageTable } from './page-table.ts';
import { paragraphsOf } from './paragraphs.ts';
import { mendedRules } from './ruled-lines.ts';
import { boxOfGrid, ruledTable } from './ruled-table.ts';
import type { Columns } from './table-lines.ts';

export interface PdfBlocks {
  blocks: Block[];
  /** Rows of which nobody can tell what belongs to them. */
  unclear: UnreadRow[];
}

export function blocksOf(pages: readonly PdfPage[]): PdfBlocks {
  const noted = pages.map(withoutFootnotes);
  const margins = new PageMargins(noted.map(({ page }) => page));
  const blocks: PageBlock[] = [];
  let before: PageTable | null = null;
  for (const { page, notes } of noted) {
    const own = blocksOn(page, margins, before);
    const last = own.at(-1);
    before = last?.kind === 'table' ? last.table : null;
    blocks.push(...own);
    for (const text of paragraphsOf(notes)) blocks.push({ kind: 'note', text, page: page.number });
  }
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return { blocks: joinPages(blocks), unclear: tables.flatMap(({ unclear }) => unclear) };
}

/** @param before the table with which the page before ended. */
function blocksOn(page: PdfPage, margins: PageMargins, before: PageTable | null): PageBlock[] {
  const grids = gridsOf(mendedRules(page.rules), before?.xs ?? []);
  const boxes = grids.map(boxOfGrid);
  const outside = page.glyphs.filter(
    (glyph) => glyph.turned === 0 && !boxes.some((box) => contains(box, glyph.middle)),
  );
  const lines = margins.textOf(page, linesOf(outside));
  const tables = grids.map((grid) => ruledTable(grid, page));
  if (tables.length > 0) return inOrder(tables, lines, page);
  return textAndTable(lines, page, before?.isOpen ? before : null);
}

function inOrder(tables: readonly PageTable[], lines: readonly Line[], page: PdfPage): PageBlock[] {
  const blocks: PageBlock[] = [];
  let rest = lines;
  for (const table of tables) {
    const above = rest.filter((line) => line.baseline < table.top);
    blocks.push(...textAndTable(above, page, null), { kind: 'table', table });
    rest = rest.filter((line) => line.baseline >= table.top);
  }
  return [...blocks, ...textAndTable(rest, page, null)];
}

/** @param known the columns of a table that may go on here. */
function textAndTable(lines: readonly Line[], page: PdfPage, known: Columns | null): PageBlock[] {
  const open = openTableOn(lines, page, known);
  if (open === null) return paragraphs(lines, page);
  return [
    ...paragraphs(lines.slice(0, open.from), page),
    { kind: 'table', table: open },
    ...textAndTable(lines.slice(open.to), page, null),
  ];
}

function paragraphs(lines: readonly Line[], page: PdfPage): PageBlock[] {
  return paragraphsOf(lines).map((text) => ({ kind: 'paragraph', text, page: page.number }));
}
