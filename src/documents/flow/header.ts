/** A header whose columns stand in one line, or one below the other: "Stt Nhiệm vụ Sản phẩm/ Kết quả Tiến độ". */
import { columnOf } from '../header.ts';
import { isPlanHeader, PLAN_COLUMNS, type PlanColumn } from '../plan-columns.ts';
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

export function flowHeaderAt(lines: readonly FlowLine[], at: number): FlowHeader | null {
  if (!beginsHeader(lines[at]?.text ?? '')) return null;
  let text = '';
  let found: FlowHeader | null = null;
  for (let taken = 1; taken <= MOST_LINES; taken++) {
    const line = lines[at + taken - 1]?.text;
    if (line === undefined || text.length + line.length > LONGEST_HEADER) break;
    // Once the columns are complete only the rest of a name, or another name, can follow.
    if (found !== null && !/^\p{Ll}/u.test(line) && columnsNamedIn(line) === null) break;
    text = `${text} ${line}`.trim();
    const columns = columnsNamedIn(text);
    if (columns !== null && isHeader(columns)) found = { columns, lines: taken };
  }
  return found;
}

function beginsHeader(line: string): boolean {
  const first = line.split(' ').slice(0, 3);
  return first.some((_, i) => columnOf(first.slice(0, i + 1).join(' '), PLAN_COLUMNS) !== null);
}

function isHeader(columns: readonly FlowColumn[]): boolean {
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
    for (let from = 0; from < to; from++) {
      const before = best[from];
      if (!before || !(shouted || /^[\p{Lu}(]/u.test(words[from] ?? ''))) continue;
      const name = words.slice(from, to).join(' ');
      const meaning = columnOf(name, PLAN_COLUMNS);
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
