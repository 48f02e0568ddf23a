/**
 * A file as it was written, before anybody asks what it means: paragraphs and tables in their order. Readers of
 * formats produce it; the plan and the roster are read from it and know no format.
 */
export interface RawDocument {
  /** The file's name, for messages to people. */
  name: string;
  blocks: Block[];
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
