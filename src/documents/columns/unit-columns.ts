/** Columns that stand for units: a mark below "Phòng Kinh tế" says that it takes part. */
import { looksLikePerson, looksLikeUnit } from '../../domain/unit-words.ts';
import { columnOf } from './header.ts';
import { TABLE_COLUMNS } from './plan-columns.ts';

/** The unit's name by its column. */
export type UnitColumns = ReadonlyMap<number, string>;

const MARK = /^(?:[xvX×✓✔√+*●■]|chủ trì|phối hợp|ct|ph|c|p)$/iu;
const SUPPORTS = /^p/i;
const LEADS = /^c/i;

/** @param paths the names of each column, from the uppermost header row to the lowest. */
export function unitColumnsOf(paths: readonly (readonly string[])[]): UnitColumns {
  const units = new Map<number, string>();
  for (const [column, path] of paths.entries()) {
    const name = path.at(-1) ?? '';
    const isUnit = columnOf(name, TABLE_COLUMNS) === null && (looksLikeUnit(name) || looksLikePerson(name));
    if (path.length > 1 && isUnit) units.set(column, name);
  }
  return units;
}

/** What the cell says, with the unit that its column names. */
export function withUnit(text: string, unit: string | undefined): string {
  if (unit === undefined || !MARK.test(text)) return text;
  if (LEADS.test(text)) return `${unit} chủ trì`;
  return SUPPORTS.test(text) ? `${unit} phối hợp` : unit;
}
