/** Where the rows of a table begin when only its words are left: at the numbers that count on. */
import { numberedTitle, rowNumber } from '../rows/row-number.ts';
import { type FlowLine, isLoneNumber, isShouted } from './line.ts';
import { type RowBegin, RowCount } from './row-count.ts';

/** A row, or, where numbers are missing, several. */
interface CountedLines {
  /** Of the first row; blank above the first number, and of a heading without one. */
  number: string;
  /** Without the number. */
  lines: FlowLine[];
  line: number;
}

export interface FlowRows extends CountedLines {
  /** The next number does not follow this one: a row was struck out, or has lost its number. */
  isBeforeGap: boolean;
}

const COUNTED_SENTENCE = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+([\p{Lu}\d"“].*)$/su;

export function flowRows(all: readonly FlowLine[]): FlowRows[] {
  const rows: CountedLines[] = [];
  const count = new RowCount();
  const lines = withoutNumbersAboveNumbers(all);
  for (const [index, line] of lines.entries()) {
    const begun = beginOfRow(line.text);
    const next = lines[index + 1]?.text ?? '';
    if (begun !== null && (begun.title !== '' || beginsTitle(next)) && count.takes(begun)) {
      leaveHeading(rows);
      const rest = begun.title === '' ? [] : [{ ...line, text: begun.title }];
      rows.push({ number: begun.number.text, lines: rest, line: line.line });
    } else if (goesOn(rows.at(-1), line)) rows.at(-1)?.lines.push(...withNumberApart(line));
    else rows.push({ number: '', lines: withNumberApart(line), line: line.line });
  }
  return rows.map((row, i) => ({ ...row, isBeforeGap: isGap(row.number, rows[i + 1]?.number ?? '') }));
}

function isGap(number: string, next: string): boolean {
  const [before, after] = [number, next].map((text) => Number(/^(?:[\d.]*\.)?(\d+)$/.exec(text)?.[1]));
  return Number(after) - Number(before) > 1;
}

/** Below a heading stands a row, with or without its number; lines without any number end at a heading. */
function goesOn(above: CountedLines | undefined, { text }: FlowLine): boolean {
  if (above === undefined) return false;
  if (isHeading(above)) return !/\p{Ll}/u.test(text);
  return above.number !== '' || !isShouted(text);
}

/** In capitals, and numbered like a heading or not at all: it crosses the table. */
export function isHeading({ number, lines }: CountedLines): boolean {
  const isCounted = /^\d/.test(number);
  return !isCounted && lines.length > 0 && lines.every(({ text }) => isShouted(text));
}

/** The number of a page stands right above the number with which the next page begins. */
function withoutNumbersAboveNumbers(lines: readonly FlowLine[]): FlowLine[] {
  return lines.filter(({ text }, i) => !(isLoneNumber(text) && isLoneNumber(lines[i + 1]?.text ?? '')));
}

/** A number that does not count on may be a row's all the same; whether it is, its line will show. */
function withNumberApart(line: FlowLine): FlowLine[] {
  const [, number, words] = /^(\d{1,3}[.)])\s+(\p{Lu}.*)$/su.exec(line.text) ?? [];
  if (number === undefined || words === undefined) return [line];
  return [
    { ...line, text: number },
    { ...line, text: words, pageStart: false },
  ];
}

/** A heading in capitals without a number stands at the end of the row before. */
function leaveHeading(rows: CountedLines[]): void {
  const lines = rows.at(-1)?.lines ?? [];
  let from = lines.length;
  while (from > 1 && isShouted(lines[from - 1]?.text ?? '')) from--;
  const heading = lines.splice(from);
  const line = heading[0]?.line;
  if (line !== undefined) rows.push({ number: '', lines: heading, line });
}

function beginOfRow(text: string): RowBegin | null {
  const alone = rowNumber(text);
  if (alone !== null) return { number: alone, title: '' };
  const [, counted, words] = COUNTED_SENTENCE.exec(text) ?? [];
  const number = counted === undefined ? null : rowNumber(counted);
  if (number !== null && words !== undefined) return { number, title: words };
  const numbered = numberedTitle(text);
  return numbered.number === null ? null : { number: numbered.number, title: numbered.title };
}

function beginsTitle(line: string): boolean {
  return /^[\p{Lu}\d"“(-]/u.test(line);
}
