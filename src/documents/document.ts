/**
 * A file as it was written, before anybody asks what it means: paragraphs and tables in their order. Readers of
 * formats produce it; the plan and the roster are read from it and know no format.
 */
import type { Source, UnreadRow } from '../services/ports/documents.ts';

export type { Source, UnreadRow };

export interface RawDocument {
  /** The file's name, for messages to people. */
  name: string;
  blocks: Block[];
  /** What the file holds and nobody has read: it must be said, or it is missed. */
  skipped?: UnreadRow[];
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
