/** Counts from an event: "02 ngày làm việc kể từ khi …", "trước ngày họp 3 ngày", "20 ngày/hồ sơ". */
import { type Clause, type Source, tokenOf, wordsOfTokens } from './clause.ts';
import { limitStart, markerBefore, withoutAtLeast } from './count-limit.ts';
import type { RelativeDeadline } from './deadline.ts';
import type { Lexeme } from './lexeme.ts';
import { isWord, mayBe, phrases, type Tokens } from './phrases.ts';
import { plainReading, type Reading } from './reading.ts';

type Duration = Extract<Lexeme, { kind: 'duration' }>;
type Direction = RelativeDeadline['offset']['direction'];

interface Anchor {
  direction: Direction;
  event: string;
  /** Lexeme position after the expression. */
  to: number;
  /** Where the event begins when it stands before the count. */
  from?: number;
  loose?: true;
}

const RECEIVED_FILE = 'tiếp nhận hồ sơ';

export function relativeReadings(source: Source, clause: Clause): Reading[] {
  const readings: Reading[] = [];
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind !== 'duration' || isDelay(source, lexeme)) continue;
    const anchor = anchorOf(source, clause, at, lexeme);
    if (!anchor) continue;
    readings.push(reading(source, clause, at, lexeme, anchor));
    at = Math.max(at, anchor.to - 1);
  }
  return readings;
}

/** "Quá hạn 05 ngày", "chậm tiến độ 10 ngày": how it stands, not how long it may take. */
function isDelay({ tokens }: Source, { from }: Duration): boolean {
  const isLate = isWord(tokens[from - 1], 'han') && isWord(tokens[from - 2], 'qua', 'tre', 'som', 'cham');
  const isBehind = isWord(tokens[from - 2], 'tien') && isWord(tokens[from - 3], 'cham', 'tre', 'vuot');
  return (isLate || isBehind) && !isWord(tokens[from - 3], 'khong');
}

function anchorOf(source: Source, clause: Clause, at: number, duration: Duration): Anchor | null {
  return (
    perFile(source, clause, at, duration) ??
    eventAfter(source, clause, at, duration) ??
    countedAhead(source, clause, at, duration) ??
    eventBefore(source, clause, at) ??
    unanchored(source, clause, at, duration)
  );
}

function perFile(source: Source, clause: Clause, at: number, duration: Duration): Anchor | null {
  if (!isWord(source.tokens[duration.to], '/')) return null;
  const isFile = isWord(source.tokens[duration.to + 1], 'ho') && isWord(source.tokens[duration.to + 2], 'so');
  const words = wordsOfTokens(source, duration.to + 1, endOfClause(source, clause));
  return words === ''
    ? null
    : { direction: 'after', event: isFile ? RECEIVED_FILE : `tiếp nhận ${words}`, to: at + 4 };
}

const afterWords = phrases(
  'ke tu|ke tu khi|ke tu luc|ke tu thoi diem|tinh tu|tinh tu khi|tinh tu thoi diem|tu|tu khi',
  'tu luc|sau|sau khi|ngay sau khi|khi|ke khi|ke sau khi',
);
const beforeWords = phrases('truoc|truoc khi|truoc luc|truoc thoi diem');

/** "… ngày kể từ ngày X", "… ngày trước khi X", "trước 1 tuần so với X". */
function eventAfter(source: Source, clause: Clause, at: number, duration: Duration): Anchor | null {
  const { tokens } = source;
  const start = isWord(tokens[duration.to], ',') ? duration.to + 1 : afterRemark(tokens, duration.to);
  const end = endOfEvent(source, clause, at + 1);
  if (isWord(tokens[start], 'so') && isWord(tokens[start + 1], 'voi')) {
    const direction = markerBefore(source, clause, at)?.marker === 'after' ? 'after' : 'before';
    return event(source, direction, start + 2, end);
  }
  const isOtherWord =
    isWord(tokens[start], 'tu') && (!mayBe(tokens[start], 'từ') || isWord(tokens[start + 1], 'nay'));
  const afterStart = afterWords(tokens, start);
  // "02 ngày, từ 12-13/8/2026": how long it takes, and when
  const isSpan = start > duration.to && afterStart === start + 1 && source.lexemes[at + 3]?.kind === 'date';
  if (isSpan) return null;
  if (afterStart > start && !isOtherWord) return event(source, 'after', afterStart, end);
  const beforeStart = beforeWords(tokens, start);
  if (beforeStart === start || (duration.unit === 'month' && isDated(source, at + 1))) return null;
  return event(source, 'before', beforeStart, end);
}

/** In tokens: "(không kể thứ Bảy, Chủ nhật, ngày lễ)". */
const LONGEST_REMARK = 12;

/** Past the bracket of "05 ngày (không kể ngày nghỉ) kể từ …". */
function afterRemark(tokens: Tokens, at: number): number {
  if (!isWord(tokens[at], '(')) return at;
  const length = tokens.slice(at, at + LONGEST_REMARK).findIndex(({ text }) => text === ')');
  return length < 0 ? at : at + length + 1;
}

/** "Báo cáo 6 tháng trước ngày 15/6" limits by a date; the six months are the report's. */
function isDated(source: Source, at: number): boolean {
  return [1, 2, 3].some((ahead) =>
    ['date', 'days', 'stretch', 'feast'].includes(source.lexemes[at + ahead]?.kind ?? ''),
  );
}

const happening = phrases('to chuc|khai mac|dien ra|tien hanh|bat dau|hop');

/** "ít nhất trước 07 ngày cho … tổ chức hội nghị", "sau 05 ngày nhận được …". */
function countedAhead(source: Source, clause: Clause, at: number, duration: Duration): Anchor | null {
  const marker = markerBefore(source, clause, at)?.marker;
  if (marker !== 'before' && marker !== 'after') return null;
  const end = endOfEvent(source, clause, at + 1);
  const endToken = source.lexemes[end - 1]?.to ?? duration.to;
  if (marker === 'before') {
    for (let token = duration.to; token < endToken; token += 1) {
      if (happening(source.tokens, token) > token) return event(source, 'before', token, end);
    }
  }
  return event(source, marker, duration.to, end);
}

/** "trước kỳ họp 20 ngày", "khi nhận được văn bản, trong vòng 02 ngày làm việc". */
function eventBefore(source: Source, clause: Clause, at: number): Anchor | null {
  const last = withoutAtLeast(source, limitStart(source, clause, at));
  for (let back = last - 1; back >= clause.from; back -= 1) {
    const lexeme = source.lexemes[back];
    if (!lexeme || isDateLike(lexeme)) return null;
    const direction = directionOf(source, back);
    if (!direction) continue;
    const words = wordsOfTokens(source, lexeme.to, source.lexemes[last - 1]?.to ?? lexeme.to);
    return words === '' ? null : { direction, event: words, to: at + 1, from: back };
  }
  return null;
}

function directionOf(source: Source, at: number): Direction | null {
  const lexeme = source.lexemes[at];
  if (lexeme?.kind === 'trigger') {
    const last = source.tokens[lexeme.to - 1];
    if (!isWord(last, 'khi')) return null;
    return isWord(source.tokens[lexeme.to - 2], 'truoc') ? 'before' : 'after';
  }
  if (lexeme?.kind !== 'marker') return null;
  if (lexeme.marker === 'before') return 'before';
  const counts = lexeme.marker === 'after' || (lexeme.marker === 'from' && lexeme.to - lexeme.from > 1);
  return counts ? 'after' : null;
}

/** "Trong vòng 05 ngày làm việc": no event said; only where nothing else tells the day. */
function unanchored(source: Source, clause: Clause, at: number, duration: Duration): Anchor | null {
  const alone = at === clause.from && at + 1 >= clause.to;
  const isWithinDay = duration.n === 0;
  const bounded =
    isWithinDay || ['within', 'latest', 'until'].includes(markerBefore(source, clause, at)?.marker ?? '');
  const isPeriodName = duration.unit === 'month' && !bounded;
  if (isPeriodName || !(alone || bounded || duration.unit.startsWith('working'))) return null;
  return { direction: 'after', event: '', to: at + 1, loose: true };
}

function event(source: Source, direction: Direction, fromToken: number, to: number): Anchor {
  const endToken = source.lexemes[to - 1]?.to ?? fromToken;
  return { direction, event: wordsOfTokens(source, fromToken, endToken), to };
}

/** An event runs to the clause's end, to the bracket's end, to "phải", or to a date limited in its own right. */
function endOfEvent(source: Source, clause: Clause, from: number): number {
  let open = 0;
  for (let at = from; at < clause.to; at += 1) {
    const text = tokenOf(source, at)?.text;
    if (text === '(') open += 1;
    if (text === ')') open -= 1;
    if (open < 0) return at;
    if (text === ',' && startsLimitedDate(source, at + 1)) return at;
    if (at > from + 1 && text === 'phai' && mayBe(tokenOf(source, at), 'phải')) return at;
  }
  return clause.to;
}

function startsLimitedDate(source: Source, at: number): boolean {
  const lexeme = source.lexemes[at];
  if (lexeme?.kind !== 'marker' || !['before', 'latest', 'until'].includes(lexeme.marker)) return false;
  return [1, 2, 3].some((ahead) => source.lexemes[at + ahead]?.kind === 'date');
}

function isDateLike(lexeme: Lexeme): boolean {
  return ['date', 'stretch', 'days', 'weekday', 'duration'].includes(lexeme.kind);
}

function endOfClause(source: Source, clause: Clause): number {
  return source.lexemes[clause.to - 1]?.to ?? 0;
}

function reading(source: Source, clause: Clause, at: number, duration: Duration, anchor: Anchor): Reading {
  const from = anchor.from ?? markerBefore(source, clause, at)?.at ?? at;
  const offset = { n: duration.n, unit: duration.unit, direction: anchor.direction, event: anchor.event };
  const draft: Omit<RelativeDeadline, 'text'> = { kind: 'relative', offset, condition: anchor.event };
  const limited = markerBefore(source, clause, at)?.at ?? at;
  const earliest =
    isWord(tokenOf(source, limited - 1), 'nhat') && isWord(tokenOf(source, limited - 2), 'som');
  const to = Math.min(Math.max(anchor.to, at + 1), clause.to);
  const whole = plainReading(earliest ? { ...draft, earliest: true } : draft, at, to);
  return { ...whole, from, hard: !anchor.loose, loose: anchor.loose === true };
}
