/** Which new lines begin a new item: the lines of a narrow table cell are one sentence, those of a list are several. */
import type { Lexeme } from './lexeme.ts';
import { isWord, type Tokens } from './phrases.ts';

/** A line that ends in one of these goes on in the next. */
const UNFINISHED = new Set(
  (
    'truoc ngay thang nam quy qui tu den het trong vao la cua va hoac hang moi dinh ky cham muon nhat khi theo co ' +
    'voi ve tai cho do duoc cac nhung sau lam viec gio han / - , ( :'
  ).split(' '),
);

/** A line that begins with one of these goes on from the line before, even after a date. */
const CONTINUING = new Set(
  'va hoac hang moi nam den toi cua / , ( ) thang quy trong se phai doi duoc cac'.split(' '),
);

/** Words that begin a deadline of its own: a line in capitals goes on from "Trước kỳ họp", but not with these. */
const OPENING = new Set(
  'truoc cham muon den tu trong ngay thang quy qui hang moi dinh nam thuong khi theo sau'.split(' '),
);

/** @param before the lexemes of the lines before. */
export function startsItem(tokens: Tokens, at: number, before: readonly Lexeme[]): boolean {
  const token = tokens[at];
  if (token?.gap !== 'line' || at === 0) return false;
  if (isBullet(tokens, at)) return true;
  if (isUnfinished(tokens, at, before)) return false;
  if (isNumbering(tokens, at)) return true;
  const ending = endingOf(tokens, before);
  if (ending === 'unfinished') return false;
  if (token.kind === 'mark') return !CONTINUING.has(token.text) && !endsRange(tokens, at, before);
  // "đối với báo cáo\n6 tháng đầu năm"
  if (token.kind === 'number')
    return ending === 'timed' || (ending === 'running' && !isWord(tokens[at + 1], 'thang'));
  if (token.capital === 'first') return ending !== 'limiting' || OPENING.has(token.text);
  return ending === 'timed' && !CONTINUING.has(token.text);
}

/** The "tháng" of "hằng tháng" has found its place. */
function isUnfinished(tokens: Tokens, at: number, before: readonly Lexeme[]): boolean {
  const isLoose = ['word', 'marker', 'trigger'].includes(before.at(-1)?.kind ?? 'word');
  return isLoose && UNFINISHED.has(tokens[at - 1]?.text ?? '');
}

/** "- Sử dụng …", but not the dash of "từ 01/3\n- 30/6". */
function isBullet(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  return (
    isWord(tokens[at], '-', '+', '*') &&
    next?.kind === 'word' &&
    next.gap !== 'none' &&
    next.capital !== false
  );
}

/** The "2." or "b)" before an item, but not the "15." of "15. 12. 2026". */
export function isNumbering(tokens: Tokens, at: number): boolean {
  if (at > 0 && tokens[at]?.gap !== 'line') return false;
  const longest = tokens[at]?.kind === 'number' ? 2 : 1;
  const isLabel = tokens[at]?.kind !== 'mark' && (tokens[at]?.text.length ?? 0) <= longest;
  const isDate = isWord(tokens[at + 3], '.') && tokens[at + 4]?.text.length === 4;
  return isLabel && !isDate && isWord(tokens[at + 1], '.', ')') && (tokens[at + 2]?.gap ?? 'none') !== 'none';
}

/** "từ 01/12/2025\n– 30/5/2026" */
function endsRange(tokens: Tokens, at: number, before: readonly Lexeme[]): boolean {
  const marker = before.slice(-FARTHEST).findLast(({ kind }) => kind === 'marker');
  return isWord(tokens[at], '-') && marker?.kind === 'marker' && marker.marker === 'from';
}

/**
 * What a line leaves to the next. unfinished: "dự kiến", "trước 17h00"; limiting: "trước kỳ họp" and other words
 * without a date; timed: it ends with its date; running: anything else.
 */
type Ending = 'unfinished' | 'limiting' | 'timed' | 'running';

/** In lexemes; a limit farther back has found its date or its words. */
const FARTHEST = 8;

function endingOf(tokens: Tokens, before: readonly Lexeme[]): Ending {
  let hasWords = false;
  let hasTime = false;
  const near = before.slice(-FARTHEST);
  const isHead = near.every(({ kind }) => kind === 'frequency' || !TIMES.includes(kind));
  for (const lexeme of near.reverse()) {
    if (lexeme.kind === 'time') hasTime ||= !hasWords;
    else if (lexeme.kind !== 'word') {
      // "định kỳ", "xếp loại hằng tháng" have still to say when
      const ending = isHead && lexeme.kind === 'frequency' ? 'running' : endingWith(tokens, lexeme, hasWords);
      return hasTime && ending !== 'timed' ? 'unfinished' : ending;
    } else hasWords ||= tokens[lexeme.from]?.kind !== 'mark';
  }
  return hasTime ? 'unfinished' : 'running';
}

const TIMES = ['date', 'blank-date', 'stretch', 'days', 'slot', 'frequency', 'continuous'];

/** @param hasWords other words follow the lexeme. */
function endingWith(tokens: Tokens, lexeme: Lexeme, hasWords: boolean): Ending {
  // "hoàn thành" need not limit anything
  const isLimit = lexeme.kind === 'marker' && !isWord(tokens[lexeme.from], 'hoan', 'xong');
  if (isLimit) return hasWords ? 'limiting' : 'unfinished';
  if (hasWords) return 'running';
  if (lexeme.kind === 'feast') return 'limiting';
  return TIMES.includes(lexeme.kind) ? 'timed' : 'running';
}
