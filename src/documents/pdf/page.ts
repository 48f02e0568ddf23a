/**
 * A page of a PDF as it is drawn: letters and lines at places, and nothing about words, columns or tables. Lengths are
 * points (1/72 inch) from the upper left corner of the page as it is read.
 */
export interface PdfPage {
  /** Counted from 1. */
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  links: PageLink[];
  /** Something that fills a good part of the page: in place of text, a scan. */
  hasPicture: boolean;
}

/** One letter, with its marks. */
export interface Glyph {
  text: string;
  /** Along the line it stands on, and across it: those of the page for an upright letter. */
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** Where its middle is on the page, however it is turned. */
  middle: { x: number; y: number };
  /** Degrees, clockwise. The words in a narrow column's header may stand at 270. */
  turned: 0 | 90 | 180 | 270;
}

/** A straight line, drawn to part the cells of a table, to underline, or for ornament. */
export interface Rule {
  along: 'x' | 'y';
  /** Its place on the other axis. */
  at: number;
  from: number;
  to: number;
}

export interface PageLink {
  url: string;
  box: Box;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function contains(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
