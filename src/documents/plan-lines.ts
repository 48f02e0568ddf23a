/** The tables of a plan as lines, in order: headers, blank rows and page numbers are taken out. */
import type { RawDocument, Row, Table } from './document.ts';
import { type FoundHeader, planHeaderAt } from './plan-header.ts';
import { contentOfRow, type RowContent } from './row-content.ts';

export interface PlanLine extends RowContent {
  /** What stood directly above: a header, a blank row, or another line. */
  below: 'header' | 'gap' | 'line';
  /** Lines of one list share it, over all its pages; another appendix, sheet or kind of table begins another. */
  list: number;
}

export function planLines(document: RawDocument): PlanLine[] {
  const reader = new TableReader();
  for (const block of document.blocks) {
    if (block.kind === 'table') reader.takeTable(block);
    else if (BEGINS_APPENDIX.test(block.text)) reader.beginList();
  }
  return reader.lines;
}

const BEGINS_APPENDIX = /^\W*(?:phụ lục|biểu|mẫu số)(?!\p{L})/iu;

class TableReader {
  readonly lines: PlanLine[] = [];
  #list = 0;
  #header: FoundHeader | null = null;
  /** Of the last header, kept even where the table between had none. */
  #names = '';
  #width = 0;

  beginList(): void {
    this.#list++;
  }

  takeTable(table: Table): void {
    const sheet = table.rows[0]?.source.sheet;
    if (sheet !== undefined) this.beginList();
    // A table without a header goes on with the one before only if it has the same columns: signatures have two.
    if (sheet !== undefined || this.#width !== widthOf(table)) this.#header = null;

    let below: PlanLine['below'] = 'header';
    for (let index = 0; index < table.rows.length; index++) {
      const row = table.rows[index];
      const header = planHeaderAt(table.rows, index);
      if (header !== null) {
        this.#takeHeader(header, widthOf(table));
        index += header.rows - 1;
        below = 'header';
      } else if (row === undefined || isBlank(row)) {
        below = 'gap';
      } else if (this.#header !== null && !isNumbersOnly(row)) {
        this.lines.push({ ...contentOfRow(row, this.#header.header), below, list: this.#list });
        below = 'line';
      }
    }
  }

  #takeHeader(header: FoundHeader, width: number): void {
    if (header.names !== this.#names) this.beginList();
    this.#names = header.names;
    this.#header = header;
    this.#width = width;
  }
}

/** The paragraphs and cells above the first table of tasks: who issued what, and when. */
export function textAbovePlan(document: RawDocument): string[] {
  const texts: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') texts.push(block.text);
    else {
      for (let i = 0; i < block.rows.length; i++) {
        if (planHeaderAt(block.rows, i) !== null) return texts;
        texts.push(
          ...(block.rows[i]?.cells ?? [])
            .filter((cell) => !cell.merged && cell.text)
            .map((cell) => cell.text),
        );
      }
    }
  }
  return texts;
}

function widthOf(table: Table): number {
  return Math.max(...table.rows.map((row) => row.cells.length));
}

function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.text === '');
}

/** The row "(1) | (2) | (3)" that some forms have below the header, and page numbers. */
function isNumbersOnly(row: Row): boolean {
  return row.cells.every((cell) => cell.text === '' || /^\(?\d+\)?$/.test(cell.text));
}
