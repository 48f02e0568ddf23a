/** Dates that are no deadlines: of figures, of what has been done, of papers. */
import { type Clause, type Source, tokenOf } from './clause.ts';
import type { NoDeadline } from './deadline.ts';
import { isInTitle } from './document-title.ts';
import { isPaperDate } from './paper-date.ts';
import { isWord, type Matcher, mayBe, phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

type Reason = NoDeadline['reason'];

const dataWords = phrases('so lieu|ky so lieu|thoi ky bao cao|ky bao cao tu');
const inForce = phrases('hieu luc');
const beginnings = phrases('hieu luc|ap dung|uy quyen|thi hanh');
const reportedTime = phrases('ky bao cao|nam bao cao|quy bao cao|thang bao cao|trong ky|ky danh gia');
const toNow = phrases('den nay|toi nay|den thoi diem hien tai');
const counted = phrases('tinh den|luy ke den|tinh toi|luy ke|chot den');
const countedFrom = phrases('tinh tu');
const notYet = phrases('chua phat sinh|khong phat sinh|chua co phat sinh');
const comparison = phrases('so voi|so voi cung ky|cung ky|cao hon|thap hon');
const since = phrases('ke tu');

/** What a clause says that makes its dates no deadlines: where each wording first stands, as a token position. */
interface Signs {
  dataWords: number;
  counted: number;
  countedFrom: number;
  notYet: number;
  since: number;
  inForce: number;
  beginnings: number;
  /** Of a report's time. */
  reported: number;
  /** The "nay" of a range that ends today. */
  toNow: number;
  /** Lexeme positions of "đã". */
  past: number[];
}

/** Why a date, a range or a rule of this clause is no deadline; null when it may be one. */
export function voidReasons(source: Source, clause: Clause): (reading: Reading) => Reason | null {
  // most clauses have nothing to ask about
  let signs: Signs | null = null;
  return (reading) => {
    signs ??= signsOf(source, clause);
    return voidReason(source, clause, signs, reading);
  };
}

function signsOf(source: Source, clause: Clause): Signs {
  return {
    dataWords: firstOf(source, clause, dataWords),
    counted: firstOf(source, clause, counted),
    countedFrom: firstOf(source, clause, countedFrom),
    notYet: firstOf(source, clause, notYet),
    since: firstOf(source, clause, since),
    inForce: firstOf(source, clause, inForce),
    beginnings: firstOf(source, clause, beginnings),
    reported: firstOf(source, clause, reportedTime),
    toNow: firstOf(source, clause, toNow),
    past: pastWords(source, clause),
  };
}

function voidReason(source: Source, clause: Clause, signs: Signs, reading: Reading): Reason | null {
  const { draft, hard } = reading;
  if (fromDayToDay(source, reading) && !hasFrequency(source, clause)) return 'data_window';
  if (['date', 'period', 'recurring'].includes(draft.kind) && signs.countedFrom < startOf(source, reading))
    return 'data_window';
  const isPast = signs.past.some((at) => !(hard && isParted(source, at, reading.from)));
  if (draft.kind === 'recurring') return isPast ? 'status' : null;
  if (draft.kind !== 'date' && draft.kind !== 'period') return null;
  if (isDataWindow(source, clause, signs, reading, isPast)) return 'data_window';
  if (isPast || (!hard && signs.notYet < Infinity)) return 'status';
  if (!hard && isCompared(source, reading)) return 'status';
  if (isPaperDate(source, reading) || isInTitle(source, clause, reading)) return 'document_date';
  return signs.counted < startOf(source, reading) || isInForce(source, signs, reading) ? 'status' : null;
}

/** The time that figures were counted in, not the time to hand them in. */
function isDataWindow(
  source: Source,
  clause: Clause,
  signs: Signs,
  reading: Reading,
  isPast: boolean,
): boolean {
  const { draft, hard } = reading;
  const isRange = draft.kind === 'period' && reading.coreTo - reading.coreFrom > 1;
  if (isRange && (isPast || signs.reported < Infinity || isBracketAlone(source, clause, reading)))
    return true;
  if (draft.kind === 'period' && draft.openEnded && signs.toNow < Infinity) return true;
  const isCounted = signs.counted < startOf(source, reading);
  return !isPast && signs.dataWords < Infinity && (isRange || isCounted || !hard);
}

/** "kể từ ngày 01/12/2025", "có hiệu lực từ …": a beginning, not a limit. */
function isInForce(source: Source, signs: Signs, reading: Reading): boolean {
  if (reading.draft.kind === 'period' && reading.draft.openEnded) {
    return signs.since < startOf(source, reading) || signs.beginnings < Infinity;
  }
  return !reading.hard && signs.inForce < Infinity;
}

/** "tăng 12% so với cùng kỳ năm 2025" */
function isCompared(source: Source, reading: Reading): boolean {
  const start = startOf(source, reading);
  return [1, 2, 4].some((back) => comparison(source.tokens, start - back) === start);
}

function startOf(source: Source, reading: Reading): number {
  return source.lexemes[reading.coreFrom]?.from ?? 0;
}

/** "Từ ngày 15 của tháng cuối quý trước đến ngày 14 …": what a report counts, not when it is due. */
function fromDayToDay(source: Source, reading: Reading): boolean {
  const first = source.lexemes[reading.from];
  const dayless =
    reading.draft.kind === 'recurring' ||
    (reading.draft.kind === 'date' && reading.draft.statedDay === null && !reading.draft.invalidDate);
  return dayless && first?.kind === 'marker' && first.marker === 'from';
}

function hasFrequency(source: Source, clause: Clause): boolean {
  return source.lexemes.slice(clause.from, clause.to).some((lexeme) => lexeme.kind === 'frequency');
}

/** "(từ 01/7/2025 đến 10/12/2025)" under the title of a report that is out already. */
function isBracketAlone(source: Source, clause: Clause, reading: Reading): boolean {
  // the months of a plan stand in brackets too
  if (source.lexemes[reading.coreFrom]?.kind !== 'date') return false;
  const opens = tokenOf(source, clause.from)?.text === '(' && tokenOf(source, clause.to - 1)?.text === ')';
  return opens && reading.from <= clause.from + 1 && reading.to >= clause.to - 1;
}

function pastWords(source: Source, { from, to }: Clause): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokenOf(source, at);
    if (isWord(token, 'da') && mayBe(token, 'đã')) found.push(at);
  }
  return found;
}

const PARTING = [',', '-', '(', 'phai', 'can'];

/** "Đã ban hành ngày 15/5" is past; in "hồ sơ đã nhận phải giải quyết trước 15/12" a limit of its own follows. */
function isParted(source: Source, from: number, to: number): boolean {
  return source.lexemes.slice(from, to).some((lexeme) => isWord(source.tokens[lexeme.from], ...PARTING));
}

function firstOf(source: Source, clause: Clause, wording: Matcher): number {
  const first = source.lexemes[clause.from]?.from ?? 0;
  const end = source.lexemes[clause.to - 1]?.to ?? first;
  for (let token = first; token < end; token += 1) if (wording(source.tokens, token) > token) return token;
  return Infinity;
}
