/**
 * A file as it was written, before anybody asks what it means: paragraphs and tables in their order. Readers of
 * formats produce it; the plan and the roster are read from it and know no format.
 */
export interface RawDocument {
  /** The file's name, for messages to people. */
  name: string;
  blocks: Block[];
  /** What the file holds and nobody has read: it must be said, or it is missed. */
  skipped?: Skipped[];
}

export interface Skipped {
  why: /** A hidden sheet: drafts, lists for drop-downs, or tasks that no longer count. */
    | 'hidden-sheet'
    /** A page that is a picture, among others that are text. */
    | 'scanned-page';
  /** Its first words, as far as there are any. */
  text: string;
  source: Source;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  kind: 'paragraph';
  text: string;
  source: Source;
}

export interface Table {
  kind: 'table';
  rows: Row[];
}

export interface Row {
  cells: Cell[];
  source: Source;
}

export interface Cell {
  /** Line breaks kept; blank where the cell is merged with the one on its left. */
  text: string;
  links: Link[];
  /** A cell that is filled with a colour: a bar in a calendar. */
  shaded?: true;
  /** Part of a merged cell that began above (its text is repeated here) or on the left. */
  merged?: 'above' | 'left';
}

export interface Link {
  text: string;
  url: string;
}

/** Where in the file something stands, as far as the format knows; all counted from 1. */
export interface Source {
  page?: number;
  sheet?: string;
  table?: number;
  row?: number;
  line?: number;
  /** The row is hidden in the sheet: by a filter, or because it no longer counts. */
  hidden?: true;
}
