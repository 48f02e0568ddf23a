/** What stands in a message besides words: numbers of tasks, dates and clock times, lengths of time, percentages. */
import { fold, spelling } from '../../domain/text-fold.ts';
import type { Token } from './message.ts';

export type Entity =
  /** Short numbers of tasks. Not `certain`: a figure alone, which may be a count or a part of a name. */
  | { kind: 'numbers'; numbers: number[]; certain: boolean; isDoubtful: boolean }
  | { kind: 'percent'; percent: number }
  /** "20/12", "ngày 20", "thứ 6", "cuối tháng 12": a day named. */
  | { kind: 'day' }
  /** "tháng 11", "quý 4": a period, by which one of a task's dates may be meant. */
  | { kind: 'period'; month: number | null }
  | { kind: 'clock' }
  /** "3 ngày", "vài hôm": so much time. */
  | { kind: 'stretch' }
  /** "12/30": so many of so many. */
  | { kind: 'ratio' }
  /** A figure that is no task's number: money, a count, a ratio, a year. */
  | { kind: 'figure' }
  /** Between clauses. */
  | { kind: 'break'; strong: boolean };

export const LARGEST_TASK_NUMBER = 9999;

/** The longest that begins at a token; null for a word. */
export function entityAt(tokens: readonly Token[], at: number): { to: number; entity: Entity } | null {
  const written = new Written(tokens, at);
  for (const [pattern, entity] of READERS) {
    const match = written.match(pattern);
    if (match === null) continue;
    const found = entity(match);
    if (found !== null) return { to: written.endOf(match), entity: found };
  }
  return null;
}

/** The tokens from one on as one text: a space between them, or "~" where they are glued. */
class Written {
  readonly #text: string;
  readonly #ends: number[] = [];
  readonly #at: number;

  constructor(tokens: readonly Token[], at: number) {
    this.#at = at;
    let text = '';
    for (const token of tokens.slice(at, at + LONGEST_ENTITY)) {
      if (token.opensLine && text !== '') break;
      text += (text === '' ? '' : token.glued ? '~' : ' ') + wordOf(token);
      this.#ends.push(text.length);
    }
    this.#text = text;
  }

  match(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text);
    return match && match[0] !== '' && this.#ends.includes(match[0].length) ? match : null;
  }

  endOf(match: RegExpExecArray): number {
    return this.#at + this.#ends.indexOf(match[0].length) + 1;
  }
}

/** Words of numbers and time that are others with other diacritics: "chúc" is no "chục", and "tôi" no "tối" or "tới". */
const SPELLED = new Map(
  [
    'mười mươi',
    'chục',
    'bảy bẩy',
    'tám',
    'tư từ',
    'năm',
    'sáu sau',
    'lăm',
    'hăm',
    'ngày',
    'tháng',
    'tuần',
    'sáng sang',
    'chiều',
    'tối tới',
    'thứ',
    'mã',
    'con',
    'dòng',
  ].map((spellings) => {
    const words = spellings.split(' ').map(spelling);
    return [fold(words[0] ?? ''), new Set(words)];
  }),
);

/** As folded; marked where its diacritics make it another word than the one that is looked for. */
function wordOf({ word, spelled }: Token): string {
  const meant = SPELLED.get(word);
  return spelled === null || meant === undefined || meant.has(spelled) ? word : `${word}'`;
}

const LONGEST_ENTITY = 24;

const UNITS = 'mot|hai|ba|bon|tu|nam|sau|bay|tam|chin';
const TENS = `(?:(?:(?:hai|ba|bon|nam|sau|bay|tam|chin) )?muoi|(?:hai|ba|bon|nam|sau|bay|tam|chin) chuc)(?: (?:mot|hai|ba|bon|tu|lam|sau|bay|tam|chin))?|ham (?:${UNITS})`;
const SHORT_TENS = '(?:hai|ba|bon|nam|sau|bay|tam|chin) (?:mot|hai|ba|bon|tu|lam|nam|sau|bay|tam|chin)';
/** "3/5 khu phố": not the third of May. */
const COUNTED =
  'ho|khu|khu pho|to|thon|ap|xa|phuong|don vi|nguoi|phieu|ho so|ban|truong|diem|ca|chi tieu|noi dung|viec|nhiem vu|muc|buoc|tram|doanh nghiep|to dan pho|cau lac bo|mau|de muc|goi';
const DIGITS = '\\d{1,4}(?![\\d:/.,-]*\\d)';
const JOINED = '(?:(?:[ ~]?[,;&+]|[ ~](?:va|voi|cung|ca|lan|and))+[ ~])';
const MARKER =
  '(?:#|(?:cai |dau |cong )?viec|nhiem vu|nv|nhvu|task|ma(?: so)?|(?:cai )?vu|cv|v(?=[ ~])|n(?=~))(?:[ ~](?:so|thu|ma|viec|no))?(?:[ ~][#:.])?';
/** "Cái 35", "con 7", "dòng 11", "cái thứ 8"; bare, "con 13 chua xong" goes on with "còn". */
const LOOSE_MARKER = `(?:(?:so|stt|muc|dong|number|cai(?: (?:so|thu))?|con(?: so)?(?= \\d{1,4}(?!\\d)${notFollowed()}))(?:[ ~][.:])?)`;
/** What is counted by time or heads is no task: "làm việc 12 tiếng". A day behind a task's number is a date. */
const MEASURED =
  '(?! (?:ngay|tieng|gio|tuan|thang|nam|phut|nguoi|lan|hom|bua|buoi)\\b(?!(?:[ ~]\\d| (?:qua|nay|kia|truoc|sau|toi|roi|bua|ngoai)\\b)))';
/** "200k", "12kg": no task. "12xong" is one. */
const GLUED = '(?!~(?!xong|done|ok|da(?![a-z])|hoan|nop|gui|roi|r(?![a-z]))[a-z])';

/** "12, 13", "12 và việc 13", "12 13"; but "2 việc 12 và 13" counts two. */
const MORE = `(?:(?:${JOINED}(?:${MARKER}[ ~]?)?|[ ~])(?:${DIGITS})(?![ ~](?:h|g|gio|%|k)\\b)${notFollowed()})*`;

type Reader = [pattern: RegExp, entity: (match: RegExpExecArray) => Entity | null];

const READERS: readonly Reader[] = [
  [
    /^(?:[.;!…•|]|\?(?=[ ~]*\?)|[-–—]|,|:)(?=[ ~]|$)/,
    ([mark]) => ({ kind: 'break', strong: !/^[,:-]/.test(mark) }),
  ],
  [/^\d{1,6}(?:[.,]\d+)?[ ~](?:%|phan tram)/, percentage],
  [/^(?:mot|1) tram phan tram/, () => ({ kind: 'percent', percent: 100 })],
  [
    new RegExp(`^(${TENS}|${SHORT_TENS}) phan tram`),
    ([, said = '']) => ({ kind: 'percent', percent: spokenNumber(said) }),
  ],
  [new RegExp(`^(\\d{1,4})/(\\d{1,4})(?= (?:${COUNTED})(?![a-z]))`), shareIn],
  // "Được 1/2", "tầm 2/3".
  [/^(?:duoc|tam|khoang|co) (\d)\/(\d)(?![\d/])/, shareIn],
  [
    /^(?:(?:luc|hoi|vao|tam|khoang) )?(?:\d{1,2}[ ~](?:h|g|gio)(?:[ ~]?\d{2}(?!\d)|[ ~](?:ruoi|kem \d+))?|\d{1,2}:\d{2})(?:[ ~](?:sang|trua|chieu|toi))?(?:[ ~](?:nay|mai|qua))?/,
    () => ({ kind: 'clock' }),
  ],
  [
    /^(?:(?:truoc|den|het|tu|vao|qua|sang|toi) )?(?:ngay|mung|hom) \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?|[ ~]?[/.-][ ~]?\d{1,2}(?:[/.-]\d{2,4})?)?(?![:/.,-]?\d)|^(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![:/.,-]?\d)/,
    dayIn,
  ],
  [/^(?:den|toi|truoc|qua|sang|het|den het) \d{1,2} thang \d{1,2}(?: nam \d{4})?/, () => ({ kind: 'day' })],
  [/^(?:dau|giua|cuoi|het) (?:thang|quy|nam) \d{1,4}/, () => ({ kind: 'day' })],
  [
    /^(?:sang |trua |chieu |toi )?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t~[2-7]|chu nhat)(?![a-z0-9])(?: (?:nay|toi|sau|tuan sau|tuan toi|tuan nay))?/,
    () => ({ kind: 'day' }),
  ],
  [
    /^(?:thang (\d{1,2})|t~(?:\.~)?(1[0-2]|0[1-9]|[189]|[2-7](?=[ ~]?[/.-]20)))(?:(?: ?[,&]| va| den)? (?:thang )?\d{1,2}(?=$| ))*(?:[ ~]?[/.-][ ~]?\d{2,4}| nam (?:\d{4}|nay))?/,
    periodIn,
  ],
  [/^thang (\d{1,2})[/.-]\d{2,4}/, periodIn],
  [/^(?:quy|tuan|nam|ky|dot) (?:\d{1,4}|[ivx]{1,4})\b/, () => ({ kind: 'period', month: null })],
  [
    new RegExp(
      `^(?:(?:them|vai|may|dam|khoang|tam) )?(?:\\d{1,3}|${TENS}|mot|hai|ba|bon|nam|bay|tam|chin|vai|may|dam ba|dam|it)[ ~](?:ngay lam'? viec|ngay|hom|bua|tuan|thang|tieng|gio|phut|working days?|days?|weeks?)(?![ ~]\\d)(?! (?:nay|truoc|qua|roi)(?![a-z]))(?: nua)?(?![a-z])`,
    ),
    () => ({ kind: 'stretch' }),
  ],
  [/^tu (\d{1,4}) (?:den|toi) (\d{1,4})(?![\d:/.,-]*\d)/, range],
  [/^(?:(?:viec|nhiem vu|nv) )?(\d{1,4})-(\d{1,4})(?!\d)/, range],
  [
    /^(?:tu )?(?:viec|nhiem vu|nv) (\d{1,4}) (?:den|toi)(?: (?:viec|nhiem vu|nv))? (\d{1,4})(?![\d:/.,-]*\d)/,
    range,
  ],
  [
    new RegExp(
      `^(?:${MARKER})[ ~]?(?:${DIGITS}|(?:${TENS}|${SHORT_TENS})(?![a-z]))${MEASURED}${GLUED}${MORE}`,
    ),
    (match) => numbersOf(match[0], !isDoubtful(match[0]) && !SAID_SHORT.test(match[0]), true),
  ],
  [
    new RegExp(`^(?:${LOOSE_MARKER}[ ~])?(?:${DIGITS})${MEASURED}${GLUED}${MORE}(?![ ~]?(?:%|phan tram))`),
    (match) => numbersOf(match[0], !isDoubtful(match[0]), false),
  ],
  [
    new RegExp(
      `^(?:(?:${LOOSE_MARKER} )(?:${TENS}|${SHORT_TENS}|${UNITS})|${TENS})(?![a-z])(?: (?:va|voi|lan) (?:${TENS})(?![a-z]))?`,
    ),
    spokenNumbers,
  ],
  [/^\d{1,4}\/\d{1,4}(?![\d/])/, () => ({ kind: 'ratio' })],
  [/^\d[\d.,:/-]*(?:~[a-z]+)?/, () => ({ kind: 'figure' })],
];

/** "12, 13 chưa": the 13 begins another clause. */
function notFollowed(): string {
  return '(?! (?:thi )?(?:van )?(?:con )?(?:chua|dang|se|khong|gan|sap|xin|cho e|cho em|la|vuong)\\b)';
}

function percentage([typed]: RegExpExecArray): Entity {
  return { kind: 'percent', percent: Number.parseInt(typed, 10) };
}

/** Of as many as there are, all is a hundred percent. */
function shareIn([, some, all]: RegExpExecArray): Entity | null {
  // "15/1 việc 33": a day.
  if (Number(some) > Number(all)) return null;
  return Number(some) === Number(all) ? { kind: 'percent', percent: 100 } : { kind: 'ratio' };
}

/** "12/15" is no day: it is 12 of 15. */
function dayIn([typed]: RegExpExecArray): Entity {
  const [day = 0, month = 1] = (typed.match(/\d+/g) ?? []).map(Number);
  if (day >= 1 && day <= 31 && month >= 1 && month <= 12) return { kind: 'day' };
  return { kind: 'ratio' };
}

function periodIn([typed, month, short]: RegExpExecArray): Entity {
  const named = Number(month ?? short);
  const several = (typed.replace(/[/.-] ?\d{4}|nam \d{4}/, '').match(/\d+/g) ?? []).length > 1;
  return { kind: 'period', month: several || named < 1 || named > 12 ? null : named };
}

function spokenNumbers([said]: RegExpExecArray): Entity | null {
  const numbers = said
    .split(/ (?:va|voi|lan) /)
    .map((one) => spokenNumber(one.replace(/^(?:so|stt|muc|dong|cai|no) /, '')));
  return numbers.every((one) => one > 0)
    ? { kind: 'numbers', numbers, certain: false, isDoubtful: false }
    : null;
}

const LONGEST_RANGE = 10;

function range([, first, last]: RegExpExecArray): Entity | null {
  const [from, to] = [Number(first), Number(last)];
  if (to <= from || to - from > LONGEST_RANGE || from === 0) return null;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return { kind: 'numbers', numbers, certain: false, isDoubtful: true };
}

/** "Việc hai ba" may be of two or three. */
const SAID_SHORT = new RegExp(`[ ~]${SHORT_TENS}$`);
/** "cv12" may be a letter, "v2" a version, "vụ 12" a case. */
const DOUBTFUL_MARKER = /^(?:v|cv|n|(?:cai )?vu|ma so|muc|stt)(?![a-z])/;
/** "Việc thứ 7" may be that of Saturday. */
const WEEKDAY = /thu [2-7](?!\d)/;

function isDoubtful(said: string): boolean {
  return DOUBTFUL_MARKER.test(said) || WEEKDAY.test(said);
}

function numbersOf(said: string, isPlain: boolean, certain: boolean): Entity {
  const numbers = [...new Set(pieces(said))].filter((one) => one > 0 && one <= LARGEST_TASK_NUMBER);
  const isYear = !certain && numbers.some((one) => one >= 1990 && one <= 2100);
  if (numbers.length === 0 || isYear) return { kind: 'figure' };
  return { kind: 'numbers', numbers, certain, isDoubtful: !isPlain };
}

function pieces(said: string): number[] {
  const digits = said.match(/\d+/g);
  return digits === null ? [spokenNumber(said)] : digits.map(Number);
}

const VALUES: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

function spokenNumber(said: string): number {
  const words = said.replaceAll('~', ' ').split(' ');
  const ten = words.findIndex((word) => word === 'muoi' || word === 'chuc');
  const ham = words.indexOf('ham');
  const unit = VALUES[words.at(-1) ?? ''] ?? 0;
  if (ham >= 0) return 20 + unit;
  const [first = '', second] = words.slice(-2);
  if (ten < 0) return second === undefined ? unit : 10 * (VALUES[first] ?? 0) + unit;
  const tens = VALUES[words[ten - 1] ?? ''] ?? 1;
  return 10 * tens + (ten < words.length - 1 ? unit : 0);
}
