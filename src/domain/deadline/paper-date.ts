/** Dates of birth and dates that stand on a card or a paper: they look like deadlines and never are. */
import { yearOf } from '../day.ts';
import type { Source } from './clause.ts';
import { isNumbering } from './line-break.ts';
import { isWord, phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

export function isPaperDate(source: Source, reading: Reading): boolean {
  return isNamedOnPaper(source, reading) || isPlaceAndDate(source, reading) || isLongAgo(source, reading);
}

const paperDate = phrases(
  'ngay sinh|sinh ngay|ngay cap|cap ngay|ngay ky|ngay ban hanh|duoc ban hanh ngay|duoc phe duyet ngay',
  'duoc thanh lap ngay|duoc thiet lap ngay|duoc cong nhan ngay',
);
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

function isLongAgo(source: Source, reading: Reading): boolean {
  const { draft, hard } = reading;
  if (isAlone(source, reading) || hard || (draft.kind !== 'date' && draft.kind !== 'period')) return false;
  return draft.statedDay !== null && yearOf(draft.statedDay) < source.planYear - LONG_AGO;
}

/** Only marks and an item's number stand around it. */
function isAlone({ tokens, lexemes }: Source, { from, to }: Reading): boolean {
  const first = lexemes[from]?.from ?? 0;
  const end = lexemes[to - 1]?.to ?? first;
  return tokens.every(
    ({ kind }, at) => kind === 'mark' || (at >= first && at < end) || isNumbering(tokens, at),
  );
}

/** "Suối Cát, ngày 28 tháng 4 năm 2026": the head of a paper, the name of a place and a date written out. */
function isPlaceAndDate({ tokens, lexemes }: Source, { coreFrom, coreTo, hard }: Reading): boolean {
  const day = lexemes[coreFrom]?.from ?? 0;
  const end = lexemes[coreTo - 1]?.to ?? day;
  const isWritten = isWord(tokens[day], 'ngay') && isWord(tokens[end - 2], 'nam');
  const isLast = (tokens[end]?.kind ?? 'mark') === 'mark' || tokens[end]?.gap === 'line';
  if (hard || !isWritten || !isLast || !isWord(tokens[day - 1], ',')) return false;
  let place = day - 1;
  while (tokens[place - 1]?.capital === 'first' && tokens[place]?.gap !== 'line') place -= 1;
  return day - 1 - place > 1 && (tokens[place - 1]?.kind !== 'word' || tokens[place]?.gap === 'line');
}
