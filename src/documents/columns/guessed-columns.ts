/** Columns whose names say nothing, known by what stands in them: dates, units, the words of a task. */
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { looksLikePerson, looksLikeUnit } from '../../domain/unit-words.ts';
import type { Row } from '../document.ts';
import { rowNumber } from '../rows/row-number.ts';
import type { CalendarColumn } from './calendar-columns.ts';
import type { Header } from './header.ts';
import { saysWhen, saysWho, type TableColumn } from './plan-columns.ts';

/** So many rows tell what a column holds, and so large a part of its cells must agree. */
const SAMPLE = 30;
const MOST = 0.6;
/** Dates and units are short; what is to be done takes words. */
const LONGEST_DEADLINE = 80;
const SHORTEST_TITLE = 12;
/** Only whether words set a date is asked, which no year decides. */
const ANY_YEAR = 2000;

/** Adds what is missing: a title and who only where something says when, which is what tells a plan from figures. */
export function withGuessedColumns(
  named: Header<TableColumn>,
  body: readonly Row[],
  calendar: readonly CalendarColumn[],
): Header<TableColumn> {
  const columns = new Map(named);
  const known = new Set([...[...named.values()].flat(), ...calendar.map(({ column }) => column)]);
  const guess = (meaning: TableColumn, column: number | undefined) => {
    if (column === undefined) return;
    columns.set(meaning, [column]);
    known.add(column);
  };
  const unknown = () => samplesOf(body).filter(({ column }) => !known.has(column));
  if (!saysWhen(columns) && calendar.length === 0) guess('deadline', unknown().find(isOf(setsDate))?.column);
  if (!columns.has('title') && (saysWhen(columns) || calendar.length > 0)) guess('title', longest(unknown()));
  if (!saysWho(columns) && columns.has('title') && saysWhen(columns))
    guess('assignment', unknown().find(isOf(namesSomebody))?.column);
  return columns;
}

/** A table without any header: numbered rows, each with a date and with words. */
export function columnsWithoutHeader(rows: readonly Row[]): Header<TableColumn> | null {
  const samples = samplesOf(rows);
  const [first] = samples;
  // What begins without a number is a header that is not understood.
  if (rowNumber(rows[0]?.cells[0]?.text ?? '') === null) return null;
  if (first?.column !== 0 || first.texts.length < 2 || !isOf(isNumber)(first)) return null;
  const columns = withGuessedColumns(new Map([['number', [0]]]), rows, []);
  return columns.has('title') && columns.has('deadline') ? columns : null;
}

interface Sample {
  column: number;
  texts: string[];
  /** Of the rows that say anything. */
  filled: number;
}

function samplesOf(body: readonly Row[]): Sample[] {
  const rows = body
    .slice(0, SAMPLE)
    .filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.flatMap(({ cells }) => cells[column] ?? []);
    const texts = cells.filter(({ merged }) => merged === undefined).flatMap(({ text }) => text || []);
    return { column, texts, filled: texts.length / Math.max(1, rows.length) };
  }).filter(({ texts }) => texts.length > 0);
}

function isOf(test: (text: string) => boolean): (sample: Sample) => boolean {
  return ({ texts }) => texts.filter(test).length >= texts.length * MOST;
}

function longest(samples: readonly Sample[]): number | undefined {
  const lengthOf = ({ texts }: Sample) => texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return samples
    .filter((sample) => sample.filled >= MOST && lengthOf(sample) >= SHORTEST_TITLE)
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0]?.column;
}

export function setsDate(text: string): boolean {
  if (text.length > LONGEST_DEADLINE || /^[\d.,%\s]*$/.test(text)) return false;
  return parseDeadline(text, { year: ANY_YEAR }).kind !== 'none';
}

function namesSomebody(text: string): boolean {
  return looksLikeUnit(text) || looksLikePerson(text);
}

function isNumber(text: string): boolean {
  return rowNumber(text) !== null;
}
