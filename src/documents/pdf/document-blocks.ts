/** From pages of letters and lines to the blocks of a document. */
import type { Block } from '../document.ts';
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

export function blocksOf(pages: readonly PdfPage[]): Block[] {
  const margins = new PageMargins(pages);
  const blocks: PageBlock[] = [];
  for (const page of pages) {
    const last = blocks.at(-1);
    const before = last?.kind === 'table' ? last.table : null;
    for (const block of blocksOn(page, margins, before)) blocks.push(block);
  }
  return joinPages(blocks);
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
  const open = openTableOn(lines, page, before?.isOpen ? before.xs : null);
  if (open === null) return paragraphs(lines, page);
  return [
    ...paragraphs(lines.slice(0, open.from), page),
    { kind: 'table', table: open },
    ...paragraphs(lines.slice(open.to), page),
  ];
}

function inOrder(tables: readonly PageTable[], lines: readonly Line[], page: PdfPage): PageBlock[] {
  const blocks: PageBlock[] = [];
  let rest = lines;
  for (const table of tables) {
    blocks.push(
      ...paragraphs(
        rest.filter((line) => line.baseline < table.top),
        page,
      ),
      { kind: 'table', table },
    );
    rest = rest.filter((line) => line.baseline >= table.top);
  }
  return [...blocks, ...paragraphs(rest, page)];
}

function paragraphs(lines: readonly Line[], page: PdfPage): PageBlock[] {
  return paragraphsOf(lines).map((text) => ({ kind: 'paragraph', text, page: page.number }));
}
