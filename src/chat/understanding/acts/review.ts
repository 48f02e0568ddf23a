import { isSilent, numbersNamed } from '../clause-parts.ts';
import { has, isNumbers } from '../clauses.ts';
import type { Sense } from '../lexicon.ts';
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
    return {
      command: { name: 'review', accepts: false, of, reason: reasonBack(marks) || null },
      left: [],
      cues: 3,
    };
  }
  const left = leftOver(marks, ['review', 'grant', 'paper', 'theReport', 'courtesy', 'done']);
  const isAsked =
    marks.some((mark) => has(mark, 'wish', 'doing') && !has(mark, 'review', 'grant')) || clause.asks;
  return isAsked ? null : { command: { name: 'review', accepts: true, of, reason: null }, left, cues: 3 };
};

/** "… vì thiếu biểu mẫu"; without a "vì" whatever stands behind the number and says something. */
export function reasonBack(marks: readonly Mark[]): string {
  const because = marks.findIndex((mark) => has(mark, 'because'));
  if (because >= 0) return typedOf(marks.slice(because + 1));
  const named = Math.max(
    marks.findIndex((mark) => has(mark, 'giveBack')),
    marks.findIndex(isNumbers),
  );
  const behind = marks.slice(named + 1);
  const first = behind.findIndex((mark) => !isNumbers(mark) && !isPause(mark));
  return leftOver(behind, NO_REASON).length > 0 ? typedOf(behind.slice(first)) : '';
}

/** What is said of a return beside why. */
const NO_REASON: Sense[] = [
  'giveBack',
  'paper',
  'theReport',
  'wish',
  'deny',
  'refuse',
  'condition',
  'reversal',
  'more',
  'help',
];

function isPause(mark: Mark): boolean {
  return isSilent(mark) || mark.entity?.kind === 'break';
}

/** "Duyệt hoàn thành 5, 6"; "đạt 100 % hoàn thành" reports. */
function isDecided([first]: readonly Mark[]): boolean {
  return has(first, 'review') && !first?.words.startsWith('dat');
}
