/** Lines of text as records of cells. */
import { columnOf } from '../columns/header.ts';
import { isPlanHeader, PLAN_COLUMNS } from '../columns/plan-columns.ts';

export interface TextRecord {
  cells: string[];
  /** Of its first line, counted from 1. */
  line: number;
}

export type Delimiter = '\t' | ',' | ';' | '|' | null;

/**
 * What separates the cells: judged by the text, because a .csv from a Vietnamese Excel is separated by semicolons, and
 * prose is full of both.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = text.split(/[\n\r]/).map((line) => line.trim());
  if (lines.some((line) => line.includes('\t'))) return '\t';
  if (lines.some((line) => /^\|[^|]*\|.*\|$/s.test(line)) || hasHeaderWithBars(lines)) return '|';
  return ([';', ','] as const).find((delimiter) => isTableOf(text, delimiter)) ?? null;
}

/** "STT | Nội dung | Hạn": without bars at the ends only the names of columns tell a table from a line of a list. */
function hasHeaderWithBars(lines: readonly string[]): boolean {
  return lines.some((line) => {
    if (line.length > LONGEST_HEADER || !/\|.*\|/.test(line)) return false;
    const columns = line.split('|').flatMap((name) => columnOf(name, PLAN_COLUMNS) ?? []);
    return isPlanHeader(new Set(columns));
  });
}

/** Most records have the same number of cells, and one of them names the columns in a few words each. */
function isTableOf(text: string, delimiter: ',' | ';'): boolean {
  const records = textRecords(text, delimiter).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const widths = records.map(({ cells }) => cells.length);
  const usual = mostFrequent(widths.filter((width) => width > 1));
  const rows = records.filter(({ cells }) => cells.length === usual);
  return usual >= 3 && rows.length >= Math.max(2, records.length * 0.6) && rows.some(namesColumns);
}

function namesColumns({ cells }: TextRecord): boolean {
  return (
    cells.filter((cell) => cell.trim() !== '').length >= 3 &&
    cells.every((cell) => cell.length <= LONGEST_NAME)
  );
}

const LONGEST_NAME = 50;
/** Of all its columns. */
const LONGEST_HEADER = 300;

function mostFrequent(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

export function textRecords(text: string, delimiter: Delimiter): TextRecord[] {
  const source = text.replace(/\r\n?/g, '\n');
  if (delimiter === null || delimiter === '|') {
    return source.split('\n').map((line, i) => ({ cells: barCells(line, delimiter), line: i + 1 }));
  }
  const records: TextRecord[] = [];
  let line = 1;
  let cells: string[] = [];
  let first = line;
  for (let at = 0; at <= source.length; ) {
    const [cell, end] = cellAt(source, at, delimiter);
    cells.push(cell);
    line += source.slice(at, end).split('\n').length - 1;
    if (source[end] !== delimiter) {
      records.push({ cells, line: first });
      cells = [];
      line++;
      first = line;
    }
    at = end + 1;
  }
  return records;
}

function barCells(line: string, delimiter: '|' | null): string[] {
  if (delimiter === null) return [line];
  const inner = /^\s*\|(.*)\|\s*$/.exec(line)?.[1] ?? line;
  return inner.split('|');
}

/** A quote that has not closed by then is only a quote; without a limit a file of quotes would be read forever. */
const LONGEST_QUOTED = 20_000;

/**
 * The cell that begins here, and where it ends. Quotes hold line breaks and delimiters (RFC 4180), but only when they
 * close right before the next delimiter: a lone quote in pasted text is only a quote.
 */
function cellAt(text: string, from: number, delimiter: string): [cell: string, end: number] {
  const closing = text[from] === '"' ? closingQuote(text, from, delimiter) : null;
  if (closing !== null) return [text.slice(from + 1, closing).replaceAll('""', '"'), closing + 1];
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return [text.slice(from, end), end];
}

function closingQuote(text: string, from: number, delimiter: string): number | null {
  for (let at = text.indexOf('"', from + 1); at !== -1 && at - from < LONGEST_QUOTED; ) {
    const after = text[at + 1];
    if (after !== '"') return after === undefined || after === delimiter || after === '\n' ? at : null;
    at = text.indexOf('"', at + 2);
  }
  return null;
}
