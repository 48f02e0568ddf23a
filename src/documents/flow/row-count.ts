import type { RowNumber } from '../rows/row-number.ts';
import { isShouted } from './line.ts';

export interface RowBegin {
  number: RowNumber;
  /** What stands in the same line. */
  title: string;
}

/** A row that the plan has struck out leaves a gap in the numbers. */
const WIDEST_GAP = 3;

/** Numbers stand everywhere in a text; those of rows follow one another. */
export class RowCount {
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
