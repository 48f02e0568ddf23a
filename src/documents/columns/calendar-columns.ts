/** Columns that stand for months, quarters, weeks or years: a mark in one says when. */
import { fold } from '../../domain/text-fold.ts';
import type { Cell } from '../document.ts';

export interface CalendarColumn {
  column: number;
  span: 'tháng' | 'quý' | 'tuần' | 'năm';
  /** Of a month or quarter in its year. */
  n: number;
  /** "tháng 3", "quý II/2026", "tuần 1 tháng 3" */
  words: string;
}

const IN_YEAR = { tháng: 12, quý: 4 } as const;
const ROMAN = ['i', 'ii', 'iii', 'iv'];
/** One of them alone may be a column of figures for that month. */
const FEWEST = 2;

/** @param paths the names of each column, from the uppermost header row to the lowest. */
export function calendarColumnsOf(paths: readonly (readonly string[])[]): CalendarColumn[] {
  const found = paths.flatMap((path, column) => {
    const slot = slotNamed(path);
    return slot === null ? [] : [{ ...slot, column }];
  });
  return found.length < FEWEST ? [] : found;
}

/** When a row is due, by its marks: "Tháng 3, tháng 9", "Từ tháng 4 đến tháng 6", "Hằng tháng"; blank without marks. */
export function whenMarked(cells: readonly Cell[], calendar: readonly CalendarColumn[]): string {
  const marked = markedIn(cells, calendar);
  if (marked.length === 0) return '';
  const written = marked.map(({ slot, text }) => writtenIn(slot, text));
  if (written.some((words, i) => words !== marked[i]?.slot.words)) return capitalized([...new Set(written)]);
  const slots = marked.map(({ slot }) => slot);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isWhole = calendar.every(({ span }) => span === first.span) && slots.length === calendar.length;
  if (isWhole && (first.span === 'tháng' || first.span === 'quý') && slots.length === IN_YEAR[first.span])
    return `Hằng ${first.span}`;
  const isRun = slots.length > 1 && last.n - first.n === slots.length - 1;
  const isOneKind = slots.every(({ span }) => span === first.span);
  return isRun && isOneKind && first.span !== 'tuần'
    ? `Từ ${first.words} đến ${last.words}`
    : capitalized(written);
}

/** A mark over several columns marks them all. Colours count only where nothing is written, and not for a whole row. */
function markedIn(
  cells: readonly Cell[],
  calendar: readonly CalendarColumn[],
): { slot: CalendarColumn; text: string }[] {
  const marked: { slot: CalendarColumn; text: string }[] = [];
  let before: { column: number; text: string } | null = null;
  for (const slot of calendar) {
    const cell = cells[slot.column];
    const isSpread: boolean = cell?.merged === 'left' && before?.column === slot.column - 1;
    const text: string = isSpread ? (before?.text ?? '') : (cell?.text ?? '');
    before = isMark(text) ? { column: slot.column, text } : null;
    if (before !== null) marked.push({ slot, text });
  }
  if (marked.length > 0) return marked;
  const shaded = calendar.filter(({ column }) => cells[column]?.shaded);
  return shaded.length === calendar.length ? [] : shaded.map((slot) => ({ slot, text: 'x' }));
}

function isMark(text: string): boolean {
  return text !== '' && !/^[-–—0.]+$/.test(text);
}

/** A plain mark says the column's name; words of their own say more: "15/3", "Tuần 2". */
function writtenIn(slot: CalendarColumn, text: string): string {
  if (/^(?:[xvX×✓✔√+*●■]|\d{1,3})+$/u.test(text)) return slot.words;
  return /\d\s*[/-]\s*\d|tháng|quý/iu.test(text) ? text : `${text} ${slot.words}`;
}

function capitalized(words: readonly string[]): string {
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function slotNamed(path: readonly string[]): Omit<CalendarColumn, 'column'> | null {
  const names = path.map((name) =>
    fold(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const own = names.at(-1) ?? '';
  const above = names.slice(0, -1).join(' ');
  const year = /\b20\d\d\b/.exec(names.join(' '))?.[0];
  const ofYear = year === undefined ? '' : `/${year}`;
  const month = monthIn(above);
  const week = /^(?:tuan|t) ?([1-5])$/.exec(own)?.[1];
  if (week !== undefined && month !== null)
    return { span: 'tuần', n: Number(week), words: `tuần ${week} tháng ${month}${ofYear}` };
  const ownMonth = monthIn(own) ?? (/\bthang\b/.test(above) ? numberUpTo(12, own) : null);
  if (ownMonth !== null) return { span: 'tháng', n: ownMonth, words: `tháng ${ownMonth}${ofYear}` };
  const quarter = quarterIn(own, above);
  if (quarter !== null)
    return { span: 'quý', n: quarter, words: `quý ${ROMAN[quarter - 1]?.toUpperCase()}${ofYear}` };
  const isYear = /^(?:nam )?20\d\d$/.test(own) && /thoi gian|tien do|lo trinh|phan ky/.test(above);
  return isYear ? { span: 'năm', n: Number(year), words: `năm ${year}` } : null;
}

function monthIn(name: string): number | null {
  return numberUpTo(12, /(?:^|\s)(?:thang|th|t) ?(\d{1,2})(?: (?:nam )?20\d\d)?$/.exec(name)?.[1] ?? '');
}

function quarterIn(own: string, above: string): number | null {
  const [, named] = /^(?:quy|q) ?(i{1,3}|iv|[1-4])(?: (?:nam )?20\d\d)?$/.exec(own) ?? [];
  const written = named ?? (/\bquy\b/.test(above) ? own : '');
  return ROMAN.includes(written) ? ROMAN.indexOf(written) + 1 : numberUpTo(4, written);
}

function numberUpTo(most: number, text: string): number | null {
  const n = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= most ? n : null;
}
