import { addDays, clampedDayOf, type Day, lastDayOfMonth, mondayOf, monthOf, yearOf } from './day.ts';
import { parseDeadline } from './deadline/parse-deadline.ts';
import { fold } from './text-fold.ts';

/** Both days belong to it. */
export interface Period {
  from: Day;
  to: Day;
}

export interface PeriodAsked {
  period: Period;
  /** As typed: "tuần này". */
  words: string;
  /** What stands around it. */
  rest: string;
}

/**
 * The period that somebody asks about: "tuần này", "tháng 11", "quý IV/2026", "từ 1/11 đến 15/11", "3 ngày tới"; null where the
 * words name none. Months and quarters are those of the calendar, weeks begin on Monday; without a year it is this one.
 */
export function periodIn(text: string, today: Day): PeriodAsked | null {
  const typed = text.normalize('NFC').trim().split(/\s+/);
  const folded = typed.map((word) => fold(word).replace(/[?!,.;:]+$/, ''));
  for (let from = 0; from < folded.length; from += 1) {
    for (let to = Math.min(folded.length, from + MOST_WORDS); to > from; to -= 1) {
      const words = typed.slice(from, to).join(' ');
      const period = periodNamed(folded.slice(from, to).join(' '), today);
      if (period === null || (folded[from] === 'mai' && isName(typed[from], folded[from - 1]))) continue;
      return { period, words, rest: [...typed.slice(0, from), ...typed.slice(to)].join(' ') };
    }
  }
  return null;
}

/** The one day that the words name, and nothing else beside it: "10/11", "từ hôm qua"; null for any others. */
export function onlyDay(text: string, today: Day): Day | null {
  const asked = periodIn(text, today);
  if (asked === null || asked.period.from !== asked.period.to) return null;
  return /^(?:tu|vao|ngay|from|on|\s)*$/.test(fold(asked.rest)) ? asked.period.from : null;
}

/** The words of a text that name a period, whenever that is; null where none do. */
export function periodWords(text: string): string | null {
  return periodIn(text, ANY_DAY)?.words ?? null;
}

const ANY_DAY: Day = '2026-01-01';
const MOST_WORDS = 9;

/** "Chị Mai", "tiến độ Mai": a person, and no tomorrow; at the beginning any word has a capital. */
function isName(typed = '', before = ''): boolean {
  return (before !== '' && /^\p{Lu}/u.test(typed)) || /^(?:anh|chi|em|co|chu|bac|ba|ong|c)$/.test(before);
}

function periodNamed(said: string, today: Day): Period | null {
  const near = inVietnamese(said.replace(/^(?:trong|in|cua) /, ''));
  const [, span = '', which = ''] = RELATIVE.exec(near) ?? [];
  if (span !== '') return relative(span, STEPS[which] ?? 0, today);
  if (/^(?:(?:ngay|hom) )?(?:hom nay|nay|bua nay|today)$/.test(near)) return { from: today, to: today };
  if (/^(?:(?:ngay|sang|trua|chieu) )?(?:mai|tomorrow)$/.test(near)) return dayFrom(today, 1);
  if (/^(?:hom qua|yesterday)$/.test(near)) return dayFrom(today, -1);
  const [, count] = /^(\d{1,2}) (?:ngay (?:toi|nua|sap toi)|days)$/.exec(near) ?? [];
  if (count !== undefined) return { from: today, to: addDays(today, Number(count)) };
  return ABSOLUTE.test(near) ? written(near, today) : null;
}

/** "This week", "month 11". */
function inVietnamese(said: string): string {
  return said
    .replace(/^(this|next|last) (week|month|quarter|year)$/, (_all, which: string, span: string) =>
      [SPANS[span], WHICH[which]].join(' '),
    )
    .replace(/^(month|quarter|year) (?=\d)/, (_all, span: string) => `${SPANS[span]} `);
}

const SPANS: Readonly<Record<string, string>> = { week: 'tuan', month: 'thang', quarter: 'quy', year: 'nam' };
const WHICH: Readonly<Record<string, string>> = { this: 'nay', next: 'sau', last: 'truoc' };

const RELATIVE = /^(tuan|thang|quy|nam|week|month|quarter|year) (nay|sau|toi|ke tiep|truoc|qua|roi|ngoai)$/;
const STEPS: Readonly<Record<string, number>> = {
  sau: 1,
  toi: 1,
  'ke tiep': 1,
  truoc: -1,
  qua: -1,
  roi: -1,
  ngoai: -1,
};

const DATE = '(?:ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?';
const OF_YEAR = '(?: ?[/.-] ?\\d{2,4}| nam \\d{4})?';
const ABSOLUTE = new RegExp(
  `^(?:thang \\d{1,2}${OF_YEAR}|quy (?:\\d|[iv]{1,3})${OF_YEAR}|(?:6|sau) thang (?:dau|cuoi) nam(?: \\d{4})?|nam \\d{4}|tu ${DATE} (?:den|toi) ${DATE}|${DATE}|ngay \\d{1,2} thang \\d{1,2})$`,
);

/** As a plan would write it: the one reader of dates reads it. */
function written(words: string, today: Day): Period | null {
  const deadline = parseDeadline(words.replace(/ ?([/.-]) ?/g, '/'), { year: yearOf(today) });
  if (deadline.kind === 'date') {
    return deadline.statedDay === null ? null : { from: deadline.statedDay, to: deadline.statedDay };
  }
  if (deadline.kind !== 'period' || deadline.firstDay === null || deadline.lastDay === null) return null;
  return { from: deadline.firstDay, to: deadline.lastDay };
}

function dayFrom(today: Day, days: number): Period {
  const day = addDays(today, days);
  return { from: day, to: day };
}

function relative(span: string, step: number, today: Day): Period {
  const year = yearOf(today);
  if (span === 'tuan') {
    const from = addDays(mondayOf(today), 7 * step);
    return { from, to: addDays(from, 6) };
  }
  if (span === 'nam') return months(year + step, 1, 12);
  const isQuarter = span === 'quy';
  const length = isQuarter ? 3 : 1;
  const first = (isQuarter ? Math.floor((monthOf(today) - 1) / 3) * 3 : monthOf(today) - 1) + step * length;
  return months(year + Math.floor(first / 12), ((first + 12) % 12) + 1, length);
}

function months(year: number, first: number, count: number): Period {
  return { from: clampedDayOf(year, first, 1), to: lastDayOfMonth(year, first + count - 1) };
}
