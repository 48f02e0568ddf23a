/** Dates of birth and dates that stand on a card or a paper: they look like deadlines and never are. */
import { yearOf } from '../day.ts';
import type { Source } from './clause.ts';
import { isWord, phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

export function isPaperDate(source: Source, reading: Reading): boolean {
  return isNamedOnPaper(source, reading) || isLongAgo(source, reading);
}

const paperDate = phrases('ngay sinh|sinh ngay|ngay cap|cap ngay|ngay ky|ngay ban hanh');
const COMPOUNDS = ['hoc', 'tuyen', 've', 'cac'];

/** "Sinh ngày 12/5/2010", "ngày cấp: 10/10/2021", but not "học sinh ngày …", "các cấp ngày …". */
function isNamedOnPaper(source: Source, reading: Reading): boolean {
  const { tokens } = source;
  const start = source.lexemes[reading.coreFrom]?.from ?? 0;
  return [1, 2, 3, 4].some((back) => {
    const from = start - back;
    const to = paperDate(tokens, from);
    const reaches = to >= start || (to === start - 1 && isWord(tokens[to], ':'));
    return to > from && reaches && !isWord(tokens[from - 1], ...COMPOUNDS);
  });
}

/** No plan sets a date so long ago in passing: a year of birth, an anniversary. Alone in its cell it is what is meant. */
const LONG_AGO = 15;

function isLongAgo({ planYear, lexemes }: Source, { draft, hard, from, to }: Reading): boolean {
  const isAlone = from === 0 && to === lexemes.length;
  if (isAlone || hard || (draft.kind !== 'date' && draft.kind !== 'period')) return false;
  return draft.statedDay !== null && yearOf(draft.statedDay) < planYear - LONG_AGO;
}
