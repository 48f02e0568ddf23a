import type { FlowLine } from './line.ts';

/** The share of pages that must agree before a lone number is taken for the page's. */
const MOST = 0.6;

/** Without the numbers of pages: they stand alone at the edge of a page and count as the pages do. */
export function withoutPageNumbers(lines: readonly FlowLine[]): FlowLine[] {
  const starts = lines.flatMap((line, at) => (line.pageStart ? at : []));
  const edges = starts.flatMap((start, page) =>
    [start - 1, start].flatMap((at) => {
      const text = lines[at]?.text ?? '';
      return /^\d{1,3}$/.test(text) ? { at, page, offset: Number(text) - page } : [];
    }),
  );
  const offset = mostFrequent(edges.map((edge) => edge.offset));
  /** One a page; the first row of a page may have the same number. */
  const byPage = new Map(
    edges
      .filter((edge) => edge.offset === offset)
      .reverse()
      .map(({ page, at }) => [page, at]),
  );
  if (byPage.size < 2 || byPage.size < MOST * starts.length) return [...lines];
  const numbers = new Set(byPage.values());
  return lines.flatMap((line, at) => {
    if (numbers.has(at)) return [];
    return {
      ...line,
      pageStart: line.pageStart || (numbers.has(at - 1) && lines[at - 1]?.pageStart === true),
    };
  });
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
