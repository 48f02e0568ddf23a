/** "tháng 11", "quý IV/2026", "6 tháng đầu năm", "từ 1/10 đến 31/10": the period of a paper, among other words. */
import type { PeriodAsked, PeriodUnit } from '../../../domain/reporting-period.ts';
import { folded, type Word } from './typed-words.ts';

const YEAR = '(?:(?:[/ -]|,? (?:cua )?nam |,? (?:of )?)(?<year>\\d{4}))?';
const DATE = '\\d{1,2}[/.-]\\d{1,2}(?:[/.-](?:\\d{4}|\\d{2}))?';
const BEFORE = '(?<before>.*? |)(?:trong |cua |of |in |for )?';
const AFTER = '(?= |$)';

const SPANS: Readonly<Record<string, PeriodUnit>> = {
  thang: 'month',
  month: 'month',
  quy: 'quarter',
  quarter: 'quarter',
  nam: 'year',
  year: 'year',
};
const MONTHS = 'january february march april may june july august september october november december';
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const LAST = /truoc|ngoai|qua|roi|last/;

type Groups = Partial<Record<string, string>>;

/** The longer words first: "6 tháng đầu năm" holds a month and a year. */
const FORMS: [RegExp, (found: Groups) => PeriodAsked][] = [
  form(
    `(?:tu|from)(?: ngay)? (?<from>${DATE}) (?:den|toi|to|-)(?: het)?(?: ngay)? (?<to>${DATE})`,
    (found) => ({
      unit: 'dates',
      from: found.from ?? '',
      to: found.to ?? '',
    }),
  ),
  form(
    `(?:(?:0?6|sau) thang (?<which>dau|cuoi)(?: nam(?! \\d{4}))?|(?<half>first|second|1st|2nd) half)(?: nay)?${YEAR}`,
    ({ which, half, year }) => ({
      unit: 'half',
      which: which === 'dau' || half === 'first' || half === '1st' ? 1 : 2,
      year: yearOf(year),
    }),
  ),
  form(
    `(?<span>thang|quy|nam|month|quarter|year) (?<when>nay|truoc|ngoai|vua qua|vua roi|qua|roi)|(?<which>this|last) (?<unit>month|quarter|year)`,
    ({ span, unit, when = '', which = '' }) => ({
      unit: SPANS[span ?? unit ?? ''] ?? 'month',
      which: LAST.test(when + which) ? 'last' : 'this',
      year: null,
    }),
  ),
  form(`(?:quy(?: so)?|quarter|q) ?(?<number>\\d|i{1,3}|iv)${YEAR}`, ({ number = '', year }) => ({
    unit: 'quarter',
    which: ROMAN[number] ?? Number(number),
    year: yearOf(year),
  })),
  form(`(?:thang|month) ?(?<number>\\d{1,2})${YEAR}`, ({ number, year }) => ({
    unit: 'month',
    which: Number(number),
    year: yearOf(year),
  })),
  form(`(?<name>${MONTHS.replaceAll(' ', '|')})${YEAR}`, ({ name = '', year }) => ({
    unit: 'month',
    which: MONTHS.split(' ').indexOf(name) + 1,
    year: yearOf(year),
  })),
  form(`(?:ca )?(?:nam|year) (?<year>\\d{4})`, ({ year }) => ({
    unit: 'year',
    which: 1,
    year: yearOf(year),
  })),
];

/** Null where the words name none. */
export function periodFrom(words: readonly Word[]): { period: PeriodAsked; rest: Word[] } | null {
  const said = folded(words);
  for (const [pattern, asked] of FORMS) {
    const match = pattern.exec(said);
    if (match === null) continue;
    const { before = '', ...found } = match.groups ?? {};
    const [from, to] = [wordCount(before), wordCount(match[0])];
    return { period: asked(found), rest: [...words.slice(0, from), ...words.slice(to)] };
  }
  return null;
}

function form(
  words: string,
  asked: (found: Groups) => PeriodAsked,
): [RegExp, (found: Groups) => PeriodAsked] {
  return [new RegExp(`^${BEFORE}(?:${words})${AFTER}`), asked];
}

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function wordCount(text: string): number {
  return text.split(' ').filter(Boolean).length;
}
