/** What stands in the margins of the pages and belongs to no text: page numbers, and lines that every page repeats. */
import { type Line, linesOf, textOfLine } from './lines.ts';
import { openHeaderAt } from './open-columns.ts';
import type { PdfPage } from './page.ts';

/** Parts of the page's height. */
const MARGIN = 0.1;
const PAGE_NUMBER = /^\W*(?:trang\s*(?:số\s*)?:?\s*)?\d{1,3}(?:\s*(?:\/|trên)\s*\d{1,3})?\W*$/iu;
/** Two appendices may begin alike at the same place. */
const BEGINS_APPENDIX = /^\W*(?:phụ lục|biểu|mẫu số)(?!\p{L})/iu;

export class PageMargins {
  /** The lines in the margins, by place and text, and on how many pages each stands. */
  readonly #pages = new Map<string, number>();

  constructor(pages: readonly PdfPage[]) {
    for (const page of pages) {
      const lines = linesOf(page.glyphs.filter((glyph) => isInMargin(glyph, page)));
      for (const key of new Set(lines.map(keyOf))) this.#pages.set(key, (this.#pages.get(key) ?? 0) + 1);
    }
  }

  textOf(page: PdfPage, lines: readonly Line[]): Line[] {
    const inHeader = new Set(
      [...lines.keys()].flatMap((at) => lines.slice(at, at + (openHeaderAt(lines, at)?.lines ?? 0))),
    );
    const isText = (line: Line) => inHeader.has(line) || !isInMargin(line, page) || !this.#isRepeated(line);
    return withoutPageNumber(lines, page).filter(isText);
  }

  #isRepeated(line: Line): boolean {
    return (this.#pages.get(keyOf(line)) ?? 0) > 1 && !BEGINS_APPENDIX.test(textOfLine(line));
  }
}

/** A number alone may also be that of a row, but not as the first or the last line. */
function withoutPageNumber(lines: readonly Line[], page: PdfPage): readonly Line[] {
  const isNumber = (line: Line | undefined) =>
    line !== undefined && isInMargin(line, page) && PAGE_NUMBER.test(textOfLine(line));
  const end = isNumber(lines.at(-1)) ? -1 : lines.length;
  return lines.slice(isNumber(lines[0]) ? 1 : 0, end);
}

function keyOf(line: Line): string {
  return `${Math.round(line.baseline / 3)} ${textOfLine(line).replace(/\d+/g, '#')}`;
}

function isInMargin({ baseline }: { baseline: number }, { height }: PdfPage): boolean {
  return baseline < height * MARGIN || baseline > height * (1 - MARGIN);
}
