/** The words by which periods are named, in Vietnamese with or without diacritics and in English. */
import type { PeriodAsked, Side, SpanUnit, WholeUnit } from './period.ts';
import { fold, spelling } from './text-fold.ts';

type Groups = Partial<Record<string, string>>;
type Form = [RegExp, (found: Groups) => PeriodAsked | null];

/** The period that words name as a whole; null where they name none, or say more. */
export function periodNamed(words: string): PeriodAsked | null {
  for (const [pattern, asked] of FORMS) {
    const match = pattern.exec(words);
    const found = match && asked(match.groups ?? {});
    if (found) return found;
  }
  return null;
}

/** Whether a period may begin with the word: nothing else need be looked at. */
export function mayOpen(word: string): boolean {
  return OPENING.test(fold(word));
}

const OPENING =
  /^(?:\d|[qt]\d|(?:tu|from|ngay|hom|bua|on|thang|quy|qui|q|nam|tuan|thu|chu|cn|dau|cuoi|nua|ca|sang|trua|chieu|toi|mai|mot|hai|ba|bon|sau|bay|tam|chin|muoi|nay|the|this|next|coming|last|past|previous|so|rest|first|second|third|fourth|today|tomorrow|yesterday|whole|week|month|quarter|year|two|three|four|five|six|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$)/;

/** Before a period and part of how it is named. */
export const LEAD = loose('trong|của|in|during|for|of');

/**
 * A diacritic may be missing and none may be another: "tháng sau" is the next one, typed "thang sau" as well, and "tháng sáu"
 * is June. Behind "=" none may be missing.
 */
function loose(words: string): RegExp {
  const source = words.replace(/(=?)(\p{L}[\p{L}\p{M}]*)/gu, (_all, strict: string, word: string) =>
    strict === '' ? spelling(word).replace(/\p{M}/gu, '$&?').replace(/đ/g, '[đd]') : spelling(word),
  );
  return new RegExp(`^(?:${source})$`);
}

/** Behind a part of a year: "/2026", "năm 2026", "năm ngoái". */
const YEAR =
  '(?:(?: ?[/.-] ?| (?:của )?(?:năm )?| of )(?<year>\\d{4})|[/.](?<short>\\d{2})| (?:của )?năm (?<years>nay|này|sau|tới|trước|ngoái))?';
const COUNT = '(?:\\d{1,3}|một|hai|ba|bốn|=năm|=sáu|bảy|=tám|chín|mười|two|three|four|five|six)';
const SPAN = '(?:tuần|tháng|quý|quí|năm)';
const SPAN_EN = '(?:week|month|quarter|year)';
const MONTH_WORDS = '=mười một|=mười hai|giêng|chạp|hai|ba|=tư|=năm|=sáu|=bảy|=tám|=chín|=mười';
const MONTHS_EN =
  'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS_EN = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const NOW = '(?:nay|giờ|bây giờ|hôm nay|hiện nay)';
const FIGURES = '\\d{1,2}[/.-]\\d{1,2}(?:[/.-](?:\\d{4}|\\d{2}))?';
const IN_WORDS = '\\d{1,2} tháng \\d{1,2}(?: năm \\d{4})?';

/** The longer words first: "6 tháng đầu năm" holds a month and a year. */
const FORMS: Form[] = [
  [
    loose(
      `(?:từ|from)(?: ngày)? (?<from>${FIGURES}|${IN_WORDS}|\\d{1,2}) (?:đến|tới|to|-|–)(?: hết)?(?: ngày)? (?<to>${FIGURES}|${IN_WORDS})`,
    ),
    ({ from = '', to = '' }) => dates(from, to),
  ],
  [loose(`(?<from>${FIGURES}) ?[-–] ?(?<to>${FIGURES})`), ({ from = '', to = '' }) => dates(from, to)],
  [
    loose(`(?:ngày |hôm |on )?(?<figures>${FIGURES})|ngày (?<words>${IN_WORDS})`),
    ({ figures, words = '' }) => dates(figures ?? words, figures ?? words),
  ],
  [
    loose(`(?:từ )?tháng (?<from>\\d{1,2}) ?(?:đến|tới|-|–) ?(?:hết )?(?:tháng )?(?<to>\\d{1,2})${YEAR}`),
    (found) => ({
      unit: 'months',
      first: Number(found.from),
      last: Number(found.to),
      year: yearIn(found),
    }),
  ],
  [
    loose(`(?:(?:0?6|sáu) tháng (?<side>đầu|cuối)(?: năm)?|nửa (?<part>đầu|cuối) năm)(?: nay)?${YEAR}`),
    (found) => span('half', /^c/.test(found.side ?? found.part ?? '') ? 2 : 1, found),
  ],
  [
    loose(`(?<side>first|1st|second|2nd) half(?: of the year)?${YEAR}`),
    (found) => span('half', numberIn(found.side), found),
  ],
  [
    loose(`(?:(?:9|chín) tháng đầu(?: năm)?(?: nay)?|first (?:9|nine) months)${YEAR}`),
    (found) => span('nine-months', 1, found),
  ],
  [
    loose(
      `(?<count>${COUNT}) (?<of>ngày|tuần|tháng|năm) (?<side>tới|nữa|sắp tới|tiếp theo|kế tiếp|qua|vừa qua|vừa rồi|gần đây)`,
    ),
    near,
  ],
  [loose(`(?:the )?(?<side>next|coming|last|past) (?<count>${COUNT}) (?<of>days|weeks|months|years)`), near],
  [loose(`(?<count>${COUNT}) (?<of>days)`), near],
  [
    loose(
      `(?<of>${SPAN}) (?<side>nay|này|sau|tới|kế tiếp|kế|trước|vừa qua|vừa rồi|qua|rồi|ngoái)|(?:the )?(?<which>this|next|coming|last|previous) (?<unit>${SPAN_EN})`,
    ),
    ({ of, unit, side, which }) => ({ unit: unitOf(of ?? unit), which: sideOf(side ?? which), year: null }),
  ],
  [
    loose(
      `từ đầu (?<of>${SPAN})(?: này| nay)?(?: (?:đến|tới) ${NOW})?|đầu (?<span>${SPAN})(?: này| nay)? (?:đến|tới) ${NOW}|so far this (?<unit>${SPAN_EN})|(?<whole>${SPAN_EN}) to date`,
    ),
    ({ of, span: begun, unit, whole }) => ({ unit: 'so-far', of: unitOf(of ?? begun ?? unit ?? whole) }),
  ],
  [
    loose(
      `từ ${NOW} (?:đến|tới) (?:hết|cuối) (?<of>${SPAN})(?: này| nay)?|(?:the )?rest of (?:the|this) (?<unit>${SPAN_EN})|cuối (?<end>${SPAN})(?: này| nay)?`,
    ),
    ({ of, unit, end }) => ({ unit: 'rest', of: unitOf(of ?? unit ?? end) }),
  ],
  [
    loose(`(?:quý|quí|quý số|quarter|q) ?(?<which>\\d|i{1,3}|iv|một|hai|ba|bốn|=tư)${YEAR}`),
    (found) => span('quarter', numberIn(found.which), found),
  ],
  [
    loose(`(?<which>first|1st|second|2nd|third|3rd|fourth|4th) quarter${YEAR}`),
    (found) => span('quarter', numberIn(found.which), found),
  ],
  [
    loose(`(?:tháng|month) ?(?<which>\\d{1,2}|${MONTH_WORDS})(?: này| nay| tới)?${YEAR}`),
    (found) => span('month', numberIn(found.which), found),
  ],
  // "T2" to "T7" are days of the week.
  [loose(`t(?<which>[189]|0[1-9]|1[0-2])${YEAR}`), (found) => span('month', numberIn(found.which), found)],
  [
    loose(`(?<which>${MONTHS_EN.join('|')})${YEAR}`),
    (found) => span('month', MONTHS_EN.indexOf(found.which ?? '') + 1, found),
  ],
  [
    // "Tuần 2 lần": a small number counts.
    loose(`(?:tuần số (?<which>\\d{1,2})|(?:tuần|week) (?<large>[1-5]\\d))${YEAR}`),
    (found) => span('week', numberIn(found.which ?? found.large), found),
  ],
  [
    loose(
      `(?:sáng |trưa |chiều |tối )?(?:thứ (?<weekday>[2-7]|hai|ba|tư|năm|sáu|bảy)|(?<sunday>chủ nhật|cn))(?: (?:của )?tuần (?<week>này|nay|sau|tới|trước|rồi)| này| tới| sau)?`,
    ),
    ({ weekday, week }) => ({
      unit: 'weekday',
      weekday: weekday === undefined ? 7 : numberIn(weekday) - 1,
      week: week === undefined ? null : sideOf(week),
    }),
  ],
  [
    loose(
      `(?:(?:on|this|coming) )?(?<name>${WEEKDAYS_EN.join('|')})|(?<week>next) (?<day>${WEEKDAYS_EN.join('|')})`,
    ),
    ({ name, day, week }) => ({
      unit: 'weekday',
      weekday: WEEKDAYS_EN.indexOf(name ?? day ?? '') + 1,
      week: week === undefined ? null : 'next',
    }),
  ],
  [loose('(?:cả |whole )?(?:năm|year) (?<year>\\d{4})'), (found) => span('year', 1, found)],
  [loose('(?:ngày |bữa )?(?:hôm nay|nay)|today'), () => ({ unit: 'day', ahead: 0 })],
  [loose('(?:(?:ngày|sáng|trưa|chiều|tối) )?mai|tomorrow'), () => ({ unit: 'day', ahead: 1 })],
  [loose('ngày kia|(?:ngày|bữa) mốt|=mốt|the day after tomorrow'), () => ({ unit: 'day', ahead: 2 })],
  [loose('hôm qua|bữa qua|yesterday'), () => ({ unit: 'day', ahead: -1 })],
  [loose('hôm kia|bữa kia'), () => ({ unit: 'day', ahead: -2 })],
];

function span(unit: SpanUnit, which: number, found: Groups): PeriodAsked {
  return { unit, which, year: yearIn(found) };
}

function yearIn({ year, short, years }: Groups): number | Side | null {
  if (years !== undefined) return sideOf(years);
  if (short !== undefined) return 2000 + Number(short);
  return year === undefined ? null : Number(year);
}

function near({ count, of = '', side = '' }: Groups): PeriodAsked {
  const isBack = /qua|roi|gan day|last|past/.test(fold(side));
  return {
    unit: isBack ? 'back' : 'ahead',
    count: numberIn(count),
    of: /^(?:ng|d)/.test(of) ? 'day' : unitOf(of),
  };
}

function sideOf(said = ''): Side {
  const words = fold(said);
  if (/^(?:nay|this)$/.test(words)) return 'this';
  return /^(?:sau|toi|ke|ke tiep|next|coming)$/.test(words) ? 'next' : 'last';
}

function unitOf(said = ''): WholeUnit {
  return UNITS[fold(said).replace(/s$/, '')] ?? 'month';
}

const UNITS: Readonly<Record<string, WholeUnit>> = {
  tuan: 'week',
  week: 'week',
  thang: 'month',
  month: 'month',
  quy: 'quarter',
  qui: 'quarter',
  quarter: 'quarter',
  nam: 'year',
  year: 'year',
};

function numberIn(said = ''): number {
  if (/^\d+$/.test(said)) return Number(said);
  const words = fold(said);
  return VALUES.findIndex((names) => names.split('|').includes(words));
}

/** What means 0, 1, 2 … */
const VALUES = [
  '',
  'mot|gieng|i|one|first|1st',
  'hai|ii|two|second|2nd',
  'ba|iii|three|third|3rd',
  'bon|tu|iv|four|fourth|4th',
  'nam|five',
  'sau|six',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai|chap',
];

/** As they were typed, in figures; null for what is no day: "45/60". */
function dates(first: string, last: string): PeriodAsked | null {
  const to = inFigures(last);
  const from = /^\d+$/.test(first) ? [first, ...to.split(/[/.-]/).slice(1)].join('/') : inFigures(first);
  return [from, to].every(mayBeDay) ? { unit: 'dates', from, to } : null;
}

function inFigures(written: string): string {
  return written.includes(' ') ? (written.match(/\d+/g) ?? []).join('/') : written;
}

function mayBeDay(written: string): boolean {
  const [day = 0, month = 0] = written.split(/[/.-]/).map(Number);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
