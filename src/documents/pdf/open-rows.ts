/** The rows of a table without lines between its columns: parted by lines, by space, or by their numbers. */
import { type RowBand, rowsAtNumbers } from './numbered-rows.ts';
import { type Columns, hasNumber, linesIn, type TableLine } from './table-lines.ts';
import { gapsBetween } from './wrapped-text.ts';

/** Points beyond the distance of the lines in a cell. */
const ROW_GAP = 2;
/** So many times that distance there is something else than another row. */
const NO_TABLE_GAP = 2.2;
/** Lines. A row may have one longer cell. */
const LONGEST_CELL = 8;

/** @param rules where lines go across the page. */
export function openRows(
  lines: readonly TableLine[],
  columns: Columns,
  rules: readonly number[],
  size: number,
): RowBand[] {
  const pitch = pitchOf(lines, columns, size);
  const isRuled = rulesAmong(lines, rules) >= 2;
  const bands = bandsOf(lines, isRuled ? rules : null, pitch)
    .flatMap((band) => rowsAtNumbers(band, columns, pitch))
    .map((band) => (isRuled || !holdsSeveral(band, columns) ? band : { ...band, isUnclear: true }));
  return withoutEnd(bands, columns);
}

/** Without numbers, lines and space, all rows of a page look like one. */
function holdsSeveral({ lines }: RowBand, columns: Columns): boolean {
  if (lines.some((line) => hasNumber(line, columns))) return false;
  const long = columns.xs.filter((_, column) => linesIn(lines, column).length > LONGEST_CELL);
  return long.length > 1;
}

/** An empty band stands for a gap, below which signatures and notes may follow. */
function bandsOf(lines: readonly TableLine[], rules: readonly number[] | null, pitch: number): TableLine[][] {
  const gaps = gapsBetween(lines);
  const bands: TableLine[][] = [];
  for (const [i, line] of lines.entries()) {
    const [gap, above] = [gaps[i - 1] ?? 0, lines[i - 1]];
    const isApart = rules === null ? gap > pitch + ROW_GAP : rulesAmong([above ?? line, line], rules) > 0;
    if (gap > pitch * NO_TABLE_GAP) bands.push([]);
    const open = bands.at(-1);
    if (open === undefined || open.length === 0 || isApart) bands.push([line]);
    else open.push(line);
  }
  return bands;
}

/** The distance of two lines in a cell; lines of neighbouring cells may stand closer. */
export function pitchOf(lines: readonly TableLine[], { xs }: Columns, size: number): number {
  const gaps = xs.flatMap((_, column) => gapsBetween(linesIn(lines, column)));
  const usual = gaps.filter((gap) => gap > size * 0.9 && gap < size * 2).sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 2)] ?? size * 1.2;
}

function rulesAmong(lines: readonly TableLine[], rules: readonly number[]): number {
  const [top = 0, bottom = 0] = [lines[0]?.baseline, lines.at(-1)?.baseline];
  return rules.filter((rule) => rule > top && rule < bottom).length;
}

/** Below the last gap without any numbered row there is no table any more. */
function withoutEnd(bands: readonly RowBand[], columns: Columns): RowBand[] {
  const lastNumbered = bands.findLastIndex((band) => band.lines.some((line) => hasNumber(line, columns)));
  const end = bands.findIndex((band, i) => i > lastNumbered && band.lines.length === 0);
  return end === -1 ? [...bands] : bands.slice(0, end);
}
