/** Where the rows of a table begin when only its words are left: at the numbers that count on. */
import { numberedTitle, type RowNumber, rowNumber } from '../row-number.ts';
import type { FlowLine } from './line.ts';

export interface FlowRow {
  number: string;
  /** Without the number. */
  lines: FlowLine[];
  line: number;
}

/** A row that the plan has struck out leaves a gap in the numbers. */
const WIDEST_GAP = 3;
const COUNTED_SENTENCE = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+([\p{Lu}\d"“].*)$/su;

export function flowRows(lines: readonly FlowLine[]): FlowRow[] {
  const rows: FlowRow[] = [];
  const count = new Count();
  for (const [index, line] of lines.entries()) {
    const begun = beginOfRow(line.text);
    const next = lines[index + 1]?.text ?? '';
    if (begun !== null && (begun.title !== '' || beginsTitle(next)) && count.takes(begun)) {
      leaveHeading(rows);
      const rest = begun.title === '' ? [] : [{ ...line, text: begun.title }];
      rows.push({ number: begun.number.text, lines: rest, line: line.line });
    } else rows.at(-1)?.lines.push(line);
  }
  return rows;
}

/** A heading in capitals without a number stands at the end of the row before. */
function leaveHeading(rows: FlowRow[]): void {
  const lines = rows.at(-1)?.lines ?? [];
  let from = lines.length;
  while (from > 1 && isShouted(lines[from - 1]?.text ?? '')) from--;
  const heading = lines.splice(from);
  const line = heading[0]?.line;
  if (line !== undefined) rows.push({ number: '', lines: heading, line });
}

export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}.*\s\p{Lu}{2}/u.test(text);
}

interface RowBegin {
  number: RowNumber;
  /** What stands in the same line. */
  title: string;
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

/** Numbers stand everywhere in a text; those of rows follow one another. */
class Count {
  #letter = 0;
  #roman = 0;
  /** "1.2" as its parts. */
  #last: string[] = [];
  #belowHeading = true;

  takes({ number, title }: RowBegin): boolean {
    if (number.kind === 'small letter') return false;
    if (number.kind === 'letter') return this.#opensLetter(number.text.charCodeAt(0) - 64, isShouted(title));
    if (number.kind === 'roman') return this.#opensRoman(ROMAN.indexOf(number.text), isShouted(title));
    return this.#counts(number.text.split('.'), title !== '');
  }

  #opensLetter(value: number, isSure: boolean): boolean {
    if (value !== this.#letter + 1 && !isSure) return false;
    this.#letter = value;
    this.#roman = 0;
    this.#belowHeading = true;
    return true;
  }

  #opensRoman(value: number, isSure: boolean): boolean {
    if (value !== this.#roman + 1 && value !== 1 && !isSure) return false;
    this.#roman = value;
    this.#belowHeading = true;
    return true;
  }

  #counts(parts: string[], hasTitle: boolean): boolean {
    const depth = parts.length - 1;
    const value = Number(parts[depth]);
    const gap = value - Number(this.#last[depth] ?? 0);
    const sameParent = parts.slice(0, depth).every((part, i) => part === this.#last[i]);
    const goesOn = sameParent && gap >= 1 && gap <= (hasTitle || depth > 0 ? 1 : WIDEST_GAP);
    if (!goesOn && !(value === 1 && this.#belowHeading)) return false;
    this.#last = parts;
    this.#belowHeading = false;
    return true;
  }
}

const ROMAN = ' I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');
