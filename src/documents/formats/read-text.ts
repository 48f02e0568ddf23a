import { cleanText } from '../clean-text.ts';
import type { Block, Cell, Link, Paragraph, Row } from '../document.ts';
import type { FlowLine } from '../flow/line.ts';
import { withoutPageNumbers } from '../flow/page-numbers.ts';
import { flowTableIn } from '../flow/table.ts';
import { joinBrokenRows } from './broken-rows.ts';
import { isTextTooLong } from './content-limits.ts';
import { delimiterOf, type TextRecord, textRecords } from './delimited-text.ts';
import { readEntity } from './html-entities.ts';
import { withLayoutRows } from './layout-rows.ts';
import { decodeText } from './sniff.ts';
import { joinSpacedLetters } from './spaced-letters.ts';
import { ReadingFailure } from './unreadable-document.ts';

/**
 * Plain text, as people paste it and as converters leave it: tables whose cells stand between tabs (or commas, in a
 * .csv; or bars, in Markdown), or of which only the words are left; prose around them, stray tags of HTML and marks
 * of Markdown.
 */
export async function readText(bytes: Uint8Array): Promise<Block[]> {
  const decoded = decodeText(bytes) ?? '';
  if (isTextTooLong(decoded)) throw new ReadingFailure('too-long');
  const text = joinSpacedLetters(decoded);
  const blocks: Block[] = [];
  let table: Row[] = [];
  let lines: FlowLine[] = [];
  const closeTable = () => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: table });
    table = [];
  };
  const closeLines = () => {
    blocks.push(...blocksOfLines(lines));
    lines = [];
  };
  let lastLine = 0;
  for (const record of recordsOf(text)) {
    if (isTableRow(record, table.length > 0)) {
      closeLines();
      table.push({ cells: record.cells.map(cellOf), source: { line: record.line } });
      continue;
    }
    closeTable();
    const written = record.cells.join(' ');
    const line = cleanText(withoutMarks(cellOf(written).text));
    if (line === '') continue;
    // Converters mark a new page by a form feed, or indent its first line and leave out the blank line above.
    const pageStart = written.startsWith('\f') || (written.startsWith(' ') && record.line === lastLine + 1);
    lines.push({ text: line, line: record.line, pageStart });
    lastLine = record.line;
  }
  closeTable();
  closeLines();
  return blocks;
}

function recordsOf(text: string): TextRecord[] {
  const delimiter = delimiterOf(text);
  const records = textRecords(text, delimiter);
  if (delimiter === '\t') return joinBrokenRows(records);
  return delimiter === null ? withLayoutRows(records) : records;
}

function blocksOfLines(all: readonly FlowLine[]): Block[] {
  const lines = withoutPageNumbers(all);
  const blocks: Block[] = [];
  let at = 0;
  for (let flow = flowTableIn(lines, at); flow !== null; flow = flowTableIn(lines, at)) {
    blocks.push(...lines.slice(at, flow.from).map(paragraphOf), flow.table);
    at = flow.to;
  }
  return [...blocks, ...lines.slice(at).map(paragraphOf)];
}

function paragraphOf({ text, line }: FlowLine): Paragraph {
  return { kind: 'paragraph', text, source: { line } };
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
  return text
    .replace(/^\s*#+\s+/, '')
    .replace(/\*{2,}|^\*+|\*+$/gm, '')
    .replace(/(?<![\p{L}\d])\*(?=\S)([^*\n]{1,400}\S)\*(?![\p{L}\d])/gu, '$1');
}

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
    .replace(/&#?\w{1,10};/g, readEntity);
  return cleanText(text);
}
