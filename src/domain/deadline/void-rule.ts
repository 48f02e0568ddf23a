/** Dates that are no deadlines, and texts without one: the reasons of kind "none". */
import { type Clause, type Source, tokenOf } from './clause.ts';
import type { NoDeadline } from './deadline.ts';
import { isWord, type Matcher, mayBe, phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

type Reason = NoDeadline['reason'];

const dataWords = phrases(
  'so lieu|ky so lieu|thoi ky bao cao|ky bao cao tu|nam bao cao|quy bao cao|thang bao cao',
);
const inForce = phrases('hieu luc');
const beginnings = phrases('hieu luc|ap dung|uy quyen|thi hanh');
const counted = phrases('tinh den|tinh tu|luy ke den|tinh toi|luy ke');
const since = phrases('ke tu');

/** What a clause says that makes its dates no deadlines: where each wording first stands, as a token position. */
interface Signs {
  dataWords: number;
  counted: number;
  since: number;
  inForce: number;
  beginnings: number;
  /** Lexeme positions of "đã". */
  past: number[];
}

/** Why a date, a range or a rule of this clause is no deadline; null when it may be one. */
export function voidReasons(source: Source, clause: Clause): (reading: Reading) => Reason | null {
  const signs: Signs = {
    dataWords: firstOf(source, clause, dataWords),
    counted: firstOf(source, clause, counted),
    since: firstOf(source, clause, since),
    inForce: firstOf(source, clause, inForce),
    beginnings: firstOf(source, clause, beginnings),
    past: pastWords(source, clause),
  };
  return (reading) => voidReason(source, clause, signs, reading);
}

function voidReason(source: Source, clause: Clause, signs: Signs, reading: Reading): Reason | null {
  const { draft, hard } = reading;
  if (fromDayToDay(source, reading) && !hasFrequency(source, clause)) return 'data_window';
  const isPast = signs.past.some((at) => !(hard && isParted(source, at, reading.from)));
  if (draft.kind === 'recurring') return isPast ? 'status' : null;
  if (draft.kind !== 'date' && draft.kind !== 'period') return null;
  const isRange = draft.kind === 'period' && reading.coreTo - reading.coreFrom > 1;
  if (isRange && (isPast || isBracketAlone(source, clause, reading))) return 'data_window';
  if (isPast) return 'status';
  const isCounted = signs.counted < startOf(source, reading);
  if (signs.dataWords < Infinity && (isRange || isCounted || !hard)) return 'data_window';
  return isCounted || isInForce(source, signs, reading) ? 'status' : null;
}

/** "kể từ ngày 01/12/2025", "có hiệu lực từ …": a beginning, not a limit. */
function isInForce(source: Source, signs: Signs, reading: Reading): boolean {
  if (reading.draft.kind === 'period' && reading.draft.openEnded) {
    return signs.since < startOf(source, reading) || signs.beginnings < Infinity;
  }
  return !reading.hard && signs.inForce < Infinity;
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

/** "Đã ban hành ngày 15/5" is past; in "đã có dự thảo, hoàn thành trước 15/12" a limit of its own follows. */
function isParted(source: Source, from: number, to: number): boolean {
  return source.lexemes.slice(from, to).some((lexeme) => isWord(source.tokens[lexeme.from], ',', '-', '('));
}

function firstOf(source: Source, clause: Clause, wording: Matcher): number {
  const first = source.lexemes[clause.from]?.from ?? 0;
  const end = source.lexemes[clause.to - 1]?.to ?? first;
  for (let token = first; token < end; token += 1) if (wording(source.tokens, token) > token) return token;
  return Infinity;
}

const reference = phrases(
  'nt|n t|n / t|nhu tren|nhu muc|nhu nhiem vu|nhu noi dung|nhu dong|nhu y|nhu stt|nhu phan',
  'xem muc|xem phu luc|xem|tuong tu|nhu da neu|nhu cot|nhu diem|nhu khoan|nhu truoc',
);
const emptyWords = phrases('khong|khong co|n / a|na|chua xac dinh|khong quy dinh|khong thoi han');
const statusWords = phrases(
  'da|dang|chua|hoan thanh|dung han|qua han|dat|khong dat|tre han|som han|xong|dung tien do',
  'cham tien do|vuot tien do|khong hoan thanh|tinh den|trien khai|ket qua',
);
const dittoMarks = ['"', '′', "'", '〃', '”', '“'];

/** Why a text in which nothing was understood has no deadline. */
export function reasonForNone(source: Source): Reason {
  const { tokens, lexemes } = source;
  const words = tokens.filter((token) => token.kind !== 'mark');
  if (words.length === 0)
    return tokens.some((token) => dittoMarks.includes(token.text)) ? 'reference' : 'blank';
  const head = tokens.findIndex((token) => token.kind !== 'mark');
  if (reference(tokens, head) > head) return 'reference';
  const afterEmpty = emptyWords(tokens, head);
  if (afterEmpty > head && !tokens.slice(afterEmpty).some((token) => token.kind !== 'mark')) return 'blank';
  if (lexemes.some((lexeme) => lexeme.kind === 'ratio')) return 'ratio';
  if (lexemes.some((lexeme) => lexeme.kind === 'citation')) return 'document_date';
  const isStatus = tokens.some((_, at) => statusWords(tokens, at) > at);
  return isStatus ? 'status' : 'not_understood';
}
