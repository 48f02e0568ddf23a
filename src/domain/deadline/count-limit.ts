/** Words between a length of time and what limits it: "chậm nhất là 02 ngày", "trước ngày họp ít nhất 03 ngày". */
import { type Clause, type Source, tokenOf } from './clause.ts';
import { isWord } from './phrases.ts';

const BETWEEN = 'la it nhat toi thieu da vong thoi gian han khoang vao : chi thi'.split(' ');

/** The limiting words right before a length of time: "chậm nhất là 02 ngày". */
export function markerBefore(
  source: Source,
  clause: Clause,
  at: number,
): { marker: string; at: number } | null {
  for (let back = at - 1; back >= clause.from && at - back <= 5; back -= 1) {
    const lexeme = source.lexemes[back];
    if (lexeme?.kind === 'marker') return { marker: lexeme.marker, at: back };
    if (!isWord(tokenOf(source, back), ...BETWEEN)) return null;
  }
  return null;
}

/** The first of the limiting words right before the duration. */
export function limitStart(source: Source, clause: Clause, at: number): number {
  let start = at;
  for (;;) {
    const marker = markerBefore(source, clause, start);
    if (!marker || ['before', 'after', 'from'].includes(marker.marker)) return start;
    start = marker.at;
  }
}

/** "trước kỳ họp ít nhất 10 ngày" */
export function withoutAtLeast(source: Source, at: number): number {
  let end = at;
  while (isWord(tokenOf(source, end - 1), 'it', 'nhat', 'toi', 'thieu')) end -= 1;
  return end;
}
