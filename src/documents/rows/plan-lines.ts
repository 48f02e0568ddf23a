/** The tables of a plan as lines, in order: headers, blank rows and page numbers are taken out. */

import { columnsWithoutHeader, setsDate } from '../columns/guessed-columns.ts';
import { columnOf } from '../columns/header.ts';
import { TABLE_COLUMNS } from '../columns/plan-columns.ts';
import { type FoundHeader, namesOf, planHeaderAt } from '../columns/plan-header.ts';
import type { RawDocument, Row, Table } from '../document.ts';
import { contentOfRow, type RowContent } from './row-content.ts';
import { rowNumber } from './row-number.ts';

export interface PlanLine extends RowContent {
  /** What stood directly above: a header, a blank row, or another line. */
  below: 'header' | 'gap' | 'line';
  /** Lines of one list share it, over all its pages; another appendix, sheet or kind of table begins another. */
  list: number;
}

export interface PlanLines {
  lines: PlanLine[];
  /** Rows with a date, of tables that name no columns of a plan. */
  unknown: Row[];
}

export function planLines(document: RawDocument): PlanLines {
  const reader = new TableReader();
  for (const block of document.blocks) {
    if (block.kind === 'table') reader.takeTable(block);
    else if (BEGINS_APPENDIX.test(block.text)) reader.beginList();
  }
  return { lines: reader.lines, unknown: reader.unknown };
}

const BEGINS_APPENDIX = /^\W*(?:phụ lục|biểu|mẫu số)(?!\p{L})/iu;

class TableReader {
  readonly lines: PlanLine[] = [];
  readonly unknown: Row[] = [];
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

    if (this.#header === null) this.#takeHeaderless(table);

    let below: PlanLine['below'] = 'header';
    for (let index = 0; index < table.rows.length; index++) {
      const row = table.rows[index];
      const isWithin = this.#header !== null && index > 0;
      const header = this.#repeatedAt(row) ?? planHeaderAt(table.rows, index, isWithin);
      if (header !== null) {
        this.#takeHeader(header, widthOf(table));
        index += header.rows - 1;
        below = 'header';
      } else if (index === 0 && row !== undefined && isOtherHeader(row)) {
        this.#header = null;
      } else if (row === undefined || isBlank(row)) {
        below = 'gap';
      } else if (this.#header !== null && !isNumbersOnly(row)) {
        this.lines.push({ ...contentOfRow(row, this.#header.header), below, list: this.#list });
        below = 'line';
      } else if (isDated(row)) this.unknown.push(row);
    }
  }

  /** A new page repeats the header; what was learned from the whole table holds on. */
  #repeatedAt(row: Row | undefined): FoundHeader | null {
    if (row === undefined || this.#header === null || this.#names === '') return null;
    return namesOf(row) === this.#names && row.cells.length === this.#width ? this.#header : null;
  }

  #takeHeaderless(table: Table): void {
    const columns = table.rows.some((_, i) => planHeaderAt(table.rows, i) !== null)
      ? null
      : columnsWithoutHeader(table.rows);
    if (columns !== null)
      this.#takeHeader(
        { header: { columns, calendar: [], units: new Map(), named: new Set() }, rows: 0, names: '' },
        widthOf(table),
      );
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

/** "TT | Nội dung | Đơn vị tính": the table of another kind begins, though it has as many columns. */
function isOtherHeader({ cells }: Row): boolean {
  return columnOf(cells[0]?.text ?? '', TABLE_COLUMNS) === 'number';
}

/** Numbered, with words and a date: in a table that is not understood it may be a task all the same. */
function isDated({ cells }: Row): boolean {
  const filled = cells.filter(({ text, merged }) => text !== '' && merged === undefined);
  return (
    filled.length > 2 &&
    rowNumber(filled[0]?.text ?? '') !== null &&
    filled.some(({ text }) => setsDate(text))
  );
}

/** The row "(1) | (2) | (3)" that some forms have below the header, and page numbers. */
function isNumbersOnly(row: Row): boolean {
  return row.cells.every((cell) => cell.text === '' || /^\(?\d+\)?$/.test(cell.text));
}
