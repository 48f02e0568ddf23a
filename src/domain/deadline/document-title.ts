/** The years and periods in the names of documents: "Kế hoạch số 15/KH-UBND … về phòng, chống cháy rừng năm 2026". */
import { type Clause, type Source, tokenOf } from './clause.ts';
import { phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

/** True for a stretch that only names a document whose number the clause gives. */
export function isInTitle(source: Source, clause: Clause, reading: Reading): boolean {
  const stretch = source.lexemes[reading.coreFrom];
  if (stretch?.kind !== 'stretch' || reading.coreTo - reading.coreFrom > 1) return false;
  if (reading.hard || reading.planned || reading.peak || reading.listed) return false;
  const isYear = stretch.stretch.unit === 'year';
  return (isYear && endsTitle(source, clause, reading)) || namesReport(source, clause, reading);
}

const about = phrases('ve|ve viec|v / v');

/** "Công văn số 24/UBND-VX ngày 24/01/2026 về … trong năm 2026"; without "về" the year follows the title's last word. */
function endsTitle(source: Source, clause: Clause, { from, coreFrom, within }: Reading): boolean {
  const citation = source.lexemes
    .slice(clause.from, coreFrom)
    .findLastIndex(({ kind }) => kind === 'citation');
  if (citation < 0) return false;
  const isAbout = source.lexemes
    .slice(clause.from + citation, from)
    .some((lexeme) => about(source.tokens, lexeme.from) > lexeme.from);
  const isNext = tokenOf(source, coreFrom - 1)?.kind === 'word' && clause.from + citation < coreFrom - 1;
  return isAbout || (isNext && !within);
}

const report = phrases('bao cao|ke hoach|chuong trinh');
const REPORT_WORDS = 2;

/** "Báo cáo Quý III: số 52/BC-UBND ngày 11/9/2026" */
function namesReport(source: Source, clause: Clause, { coreFrom, coreTo }: Reading): boolean {
  const start = source.lexemes[coreFrom]?.from ?? 0;
  const isNamed = [REPORT_WORDS, REPORT_WORDS + 1].some(
    (back) => report(source.tokens, start - back) === start,
  );
  return isNamed && source.lexemes.slice(coreTo, clause.to).some(({ kind }) => kind === 'citation');
}
