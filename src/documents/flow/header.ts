/** A header whose columns stand in one line, or one below the other: "Stt Nhiệm vụ Sản phẩm/ Kết quả Tiến độ". */
import { columnOf } from '../columns/header.ts';
import { isPlanHeader, PLAN_COLUMNS, type PlanColumn } from '../columns/plan-columns.ts';
import type { FlowLine } from './line.ts';

export interface FlowColumn {
  meaning: PlanColumn;
  name: string;
}

export interface FlowHeader {
  /** In the order in which the cells of every row follow. */
  columns: FlowColumn[];
  /** How many lines it takes. */
  lines: number;
}

const MOST_LINES = 14;
const LONGEST_HEADER = 240;
const FEWEST_COLUMNS = 3;
/** In words; titles of tables are longer. */
const LONGEST_NAME = 9;

export function flowHeaderAt(lines: readonly FlowLine[], at: number): FlowHeader | null {
  if (!beginsHeader(lines[at]?.text ?? '')) return null;
  const texts = lines.slice(at, at + MOST_LINES).map(({ text }) => text);
  let found: FlowHeader | null = null;
  for (let taken = 1; taken <= texts.length; taken++) {
    const text = texts.slice(0, taken).join(' ');
    if (text.length > LONGEST_HEADER) break;
    const columns = columnsNamedIn(text);
    if (columns === null || !isHeader(columns)) continue;
    // Once the columns are complete only the rest of a name, or other names, can follow.
    if (found !== null && !goesOn(found, texts.slice(found.lines, taken))) continue;
    found = { columns, lines: taken };
  }
  return found;
}

function goesOn({ columns }: FlowHeader, more: readonly string[]): boolean {
  if (/^\p{Ll}/u.test(more[0] ?? '')) return more.length === 1;
  const named = columnsNamedIn(more.join(' '));
  return named?.every(({ meaning }) => !columns.some((column) => column.meaning === meaning)) ?? false;
}

function beginsHeader(line: string): boolean {
  const first = line.split(' ').slice(0, 3);
  return first.some((_, i) => columnOf(first.slice(0, i + 1).join(' '), PLAN_COLUMNS) !== null);
}

/** Numbers stand first; before that the title of the table may speak of "NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN" too. */
function isHeader(columns: readonly FlowColumn[]): boolean {
  if (columns.some(({ meaning }, i) => meaning === 'number' && i > 0)) return false;
  const meanings = columns.map(({ meaning }, i) => [meaning, [i]] as const);
  return columns.length >= FEWEST_COLUMNS && isPlanHeader(new Map(meanings));
}

/** All of the words as names of columns, or null. A name begins with a capital, unless all is in capitals. */
export function columnsNamedIn(text: string): FlowColumn[] | null {
  const words = text.split(' ');
  const shouted = text === text.toUpperCase();
  /** The most names that the words up to here can be. */
  const best: (FlowColumn[] | null)[] = [[]];
  for (let to = 1; to <= words.length; to++) {
    best[to] = null;
    for (let from = Math.max(0, to - LONGEST_NAME); from < to; from++) {
      const before = best[from];
      if (!before || !(shouted || /^[\p{Lu}(]/u.test(words[from] ?? ''))) continue;
      const name = words.slice(from, to).join(' ');
      const meaning = /\d/.test(name) ? null : columnOf(name, PLAN_COLUMNS);
      if (meaning !== null && before.length + 1 > (best[to]?.length ?? 0))
        best[to] = [...before, { meaning, name }];
    }
  }
  return joinSynonyms(best[words.length] ?? null);
}

/** "Sản phẩm/ Kết quả" is one column. */
function joinSynonyms(columns: FlowColumn[] | null): FlowColumn[] | null {
  if (columns === null) return null;
  const joined: FlowColumn[] = [];
  for (const column of columns) {
    const before = joined.at(-1);
    if (before?.meaning === column.meaning) before.name += ` ${column.name}`;
    else joined.push({ ...column });
  }
  return joined;
}
