/** Turns tokens into lexemes: at each place the first reader that recognises something takes it. */
import { readFeast } from './feasts.ts';
import type { Lexeme, LexemeValue, Reader } from './lexeme.ts';
import { isWord, type Tokens } from './phrases.ts';
import { readCitation } from './read-citation.ts';
import { readBlankDate, readDate } from './read-date.ts';
import { readDays } from './read-day-rule.ts';
import { readFrequency } from './read-frequency.ts';
import { readRatio } from './read-ratio.ts';
import { readContinuous, readMarker, readTrigger } from './read-signal.ts';
import { readSlot } from './read-slot.ts';
import { readStretch } from './read-stretch.ts';
import { readDuration, readNthDay, readTime, readWordedDuration } from './read-time.ts';
import { readWeekday } from './read-weekday.ts';

export function scan(tokens: Tokens): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (startsItem(tokens, at)) lexemes.push({ kind: 'break', from: at, to: at });
    const found = readAt(tokens, at);
    lexemes.push({ ...found, from: at });
    at = found.to;
  }
  return lexemes;
}

/** The order matters where one wording begins another: a document's date before a date, a date before a month. */
const readers: Reader[] = [
  readBreak,
  readCitation,
  readFeast,
  readNthDay,
  readWordedDuration,
  readRatio,
  readTime,
  readBlankDate,
  readDate,
  readFrequency,
  readSlot,
  readWeekday,
  readStretch,
  readDuration,
  readDays,
  readContinuous,
  readTrigger,
  readMarker,
];

function readAt(tokens: Tokens, at: number): LexemeValue & { to: number } {
  for (const read of readers) {
    const found = read(tokens, at);
    if (found) return found;
  }
  return { kind: 'word', to: at + 1 };
}

const ABBREVIATIONS = 'tp ths ts p q tx tt ng th t ong ba tr gs ubnd so'.split(' ');
/** A line that ends in one of these goes on in the next. */
const UNFINISHED = new Set(
  (
    'truoc ngay thang nam quy qui tu den het trong vao la cua va hoac hang moi dinh ky cham muon nhat khi theo co ' +
    'voi ve tai cho do duoc cac nhung sau lam viec gio han / - , ( :'
  ).split(' '),
);

/** A line that begins with one of these goes on from the line before. */
const CONTINUING = new Set('va hoac hang moi nam den toi cua / , ( ) thang quy'.split(' '));

/** A new line is a new item unless either side shows that the sentence goes on. */
function startsItem(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.gap === 'line' && at > 0 && isBullet(tokens, at)) return true;
  if (token?.gap !== 'line' || at === 0 || UNFINISHED.has(tokens[at - 1]?.text ?? '')) return false;
  return token.capital || !CONTINUING.has(token.text);
}

/** "- Sử dụng …", but not the dash of "từ 01/3\n- 30/6". */
function isBullet(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  return isWord(tokens[at], '-', '+', '*') && next?.kind === 'word' && next.gap !== 'none' && next.capital;
}

function readBreak(tokens: Tokens, at: number): (LexemeValue & { to: number }) | null {
  const isBreak =
    at > 0 && (isWord(tokens[at], ';') || (isWord(tokens[at], '.') && endsSentence(tokens, at)));
  return isBreak ? { kind: 'break', to: at + 1 } : null;
}

function endsSentence(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.gap === 'none') return false;
  if (isWord(tokens[at - 1], ...ABBREVIATIONS)) return false;
  const numbering = at === 1 && tokens[0]?.kind === 'number';
  return !numbering && next.text !== '.';
}
