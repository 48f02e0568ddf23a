import { numbersNamed } from '../clause-parts.ts';
import { has } from '../clauses.ts';
import { type Mark, typedOf } from '../marks.ts';
import type { Act } from '../reading.ts';
import { cueCount, leftOver } from './leftover.ts';

/** "duyệt 12", "12 đạt", "duyệt hết", "trả lại 12 vì thiếu biểu mẫu". */
export const reviews: Act = (clause) => {
  const { marks } = clause;
  const { numbers } = numbersNamed(clause);
  const back = cueCount(marks, 'giveBack');
  const accepts = cueCount(marks, 'review');
  const isAll = marks.some(({ words }) => /^(?:het|tat ca|toan bo|cac bao cao|all)$/.test(words));
  const isSaidOfIt =
    marks.some((mark) => has(mark, 'reversal') && mark.words === 'bi') ||
    marks.some((mark) => has(mark, 'already') || (has(mark, 'done') && !isDecided(marks))) ||
    marks.some((mark) => has(mark, 'speaker', 'extension', 'handed') && !has(mark, 'paper', 'theReport'));
  if ((back === 0 && accepts === 0) || isSaidOfIt || (numbers.length === 0 && !isAll)) return null;
  const of = numbers.length > 0 ? { numbers } : ('all' as const);
  if (back > 0) {
    const because = marks.findIndex((mark) => has(mark, 'because'));
    const reason = because >= 0 ? typedOf(marks.slice(because + 1)) : '';
    const rest = because >= 0 ? marks.slice(0, because) : marks;
    const left = leftOver(rest, [
      'giveBack',
      'paper',
      'theReport',
      'wish',
      'deny',
      'refuse',
      'condition',
      'reversal',
      'more',
    ]);
    return {
      command: { name: 'review', accepts: false, of, reason: reason || left.join(' ') || null },
      left: [],
      cues: 3,
    };
  }
  const left = leftOver(marks, ['review', 'grant', 'paper', 'theReport', 'courtesy', 'done']);
  const isAsked =
    marks.some((mark) => has(mark, 'wish', 'doing') && !has(mark, 'review', 'grant')) || clause.asks;
  return isAsked ? null : { command: { name: 'review', accepts: true, of, reason: null }, left, cues: 3 };
};

/** "Duyệt hoàn thành 5, 6"; "đạt 100 % hoàn thành" reports. */
function isDecided([first]: readonly Mark[]): boolean {
  return has(first, 'review') && !first?.words.startsWith('dat');
}
