import type { Column, ColumnKind } from '../services/ports/report-writer.ts';

/** How a column is laid out, by what stands in it. */
interface Layout {
  /** In letters, as a table program counts. */
  width: number;
  centred: boolean;
}

export const LAYOUTS: Record<ColumnKind, Layout> = {
  order: { width: 6, centred: true },
  task: { width: 46, centred: false },
  units: { width: 24, centred: false },
  deadline: { width: 20, centred: false },
  day: { width: 13, centred: true },
  state: { width: 18, centred: false },
  result: { width: 40, centred: false },
  evidence: { width: 34, centred: false },
  count: { width: 11, centred: true },
};

/** The share of the whole width that each column has, in percent. */
export function sharesOf(columns: readonly Column[]): number[] {
  const widths = columns.map(({ kind }) => LAYOUTS[kind].width);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (100 * width) / whole);
}

/** Neighbours that have a heading in common; null: the column stands by itself. */
export function groupsOf(columns: readonly Column[]): { words: string | null; columns: Column[] }[] {
  const groups: { words: string | null; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && last.words !== null && last.words === column.group) last.columns.push(column);
    else groups.push({ words: column.group ?? null, columns: [column] });
  }
  return groups;
}
