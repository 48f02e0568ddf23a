import { cleanText } from './clean-text.ts';
import { delimiterOf, type TextRecord, textRecords } from './delimited-text.ts';
import type { Block, Cell, Link, Row } from './document.ts';
import { decodeText } from './sniff.ts';

/**
 * Plain text, as people paste it and as converters leave it: tables whose cells stand between tabs (or commas, in a
 * .csv; or bars, in Markdown), prose around them, stray tags of HTML and marks of Markdown.
 */
export async function readText(bytes: Uint8Array): Promise<Block[]> {
  const text = decodeText(bytes) ?? '';
  const blocks: Block[] = [];
  let table: Row[] = [];
  const closeTable = () => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: table });
    table = [];
  };
  for (const record of textRecords(text, delimiterOf(text))) {
    if (isTableRow(record, table.length > 0)) {
      table.push({ cells: record.cells.map(cellOf), source: { line: record.line } });
      continue;
    }
    closeTable();
    const paragraph = cleanText(withoutMarks(cellOf(record.cells.join(' ')).text));
    if (paragraph !== '') blocks.push({ kind: 'paragraph', text: paragraph, source: { line: record.line } });
  }
  closeTable();
  return blocks;
}

/** A table begins with two filled cells; inside one, a row may have a single cell left over from the page before. */
function isTableRow({ cells }: TextRecord, insideTable: boolean): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return (filled > 1 || (insideTable && filled === 1 && cells.length > 2)) && !cells.every(isRule);
}

/** The line that Markdown draws under a header. */
function isRule(cell: string): boolean {
  return /^\s*:?-{2,}:?\s*$/.test(cell);
}

function withoutMarks(text: string): string {
  return text.replace(/^\s*#+\s+/, '').replace(/\*{2,}|^\*+|\*+$/gm, '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

function cellOf(html: string): Cell {
  const links: Link[] = [];
  const text = html
    .replace(/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gis, (_, url: string, inner: string) => {
      const shown = plain(inner);
      if (/^https?:/i.test(url)) links.push({ text: shown, url });
      return shown;
    })
    .replace(/\*\*/g, '');
  return { text: plain(text), links };
}

function plain(html: string): string {
  const text = html
    .replace(/<li[^>]*>\s*(?:[-+•]\s*)?/gi, '\n- ')
    .replace(/<(?:br|\/p|\/li|\/div|\/tr)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  return cleanText(text);
}
