/** What stands in the margins of the pages and belongs to no text: page numbers, and lines that every page repeats. */
import { type Line, textOfLine } from './lines.ts';
import type { PdfPage } from './page.ts';

/** Parts of the page's height. */
const MARGIN = 0.1;
const PAGE_NUMBER = /^\W*(?:trang\s*(?:số\s*)?:?\s*)?\d{1,3}(?:\s*(?:\/|trên)\s*\d{1,3})?\W*$/iu;
/** Two appendices may begin alike at the same place. */
const BEGINS_APPENDIX = /^\W*(?:phụ lục|biểu|mẫu số)(?!\p{L})/iu;

/** Takes the pages in their order: a repeated line stays where it stands first. */
export class PageMargins {
  readonly #seen = new Set<string>();

  textOf(page: PdfPage, lines: readonly Line[]): Line[] {
    return lines.filter((line) => !isInMargin(line, page) || !this.#isNoText(line));
  }

  #isNoText(line: Line): boolean {
    const text = textOfLine(line);
    if (PAGE_NUMBER.test(text)) return true;
    if (BEGINS_APPENDIX.test(text)) return false;
    const place = `${Math.round(line.baseline / 3)} ${text.replace(/\d+/g, '#')}`;
    if (this.#seen.has(place)) return true;
    this.#seen.add(place);
    return false;
  }
}

function isInMargin({ baseline }: Line, { height }: PdfPage): boolean {
  return baseline < height * MARGIN || baseline > height * (1 - MARGIN);
}
