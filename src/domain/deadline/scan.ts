/** Turns tokens into lexemes: at each place the first reader that recognises something takes it. */
import { readFeast } from './feasts.ts';
import type { Lexeme, LexemeValue, Reader } from './lexeme.ts';
import { isNumbering, startsItem } from './line-break.ts';
import { isWord, phrases, type Tokens } from './phrases.ts';
import { readBlankDate } from './read-blank-date.ts';
import { readCitation } from './read-citation.ts';
import { readDate } from './read-date.ts';
import { readDays } from './read-day-rule.ts';
import { readFrequency } from './read-frequency.ts';
import { readRatio } from './read-ratio.ts';
import { readContinuous, readMarker, readRoundTheClock, readTrigger } from './read-signal.ts';
import { readSlot } from './read-slot.ts';
import { readStretch } from './read-stretch.ts';
import { readDuration, readNthDay, readTime, readWordedDuration } from './read-time.ts';
import { readWeekday } from './read-weekday.ts';

export function scan(tokens: Tokens): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (startsItem(tokens, at, lexemes)) lexemes.push({ kind: 'break', from: at, to: at });
    const found = isNumbering(tokens, at) ? ({ kind: 'word', to: at + 2 } as const) : readAt(tokens, at);
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
  readRoundTheClock,
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
/** How official documents end: "…/2026./." */
const fullStop = phrases('. / .|. . / .|. /|/ .');

function readBreak(tokens: Tokens, at: number): (LexemeValue & { to: number }) | null {
  const afterStop = at > 0 ? fullStop(tokens, at) : at;
  if (afterStop > at && endsText(tokens, afterStop)) return { kind: 'break', to: afterStop };
  const isBreak =
    at > 0 &&
    (isWord(tokens[at], ';') ||
      (isWord(tokens[at], '.') && endsSentence(tokens, at)) ||
      // "hằng tháng trước ngày 22, riêng tháng 12 trước ngày 15"
      (isWord(tokens[at], ',') && isWord(tokens[at + 1], 'rieng')));
  return isBreak ? { kind: 'break', to: at + 1 } : null;
}

/** In tokens: a quotation mark, a bracket, one more stop. */
const LONGEST_TAIL = 3;

function endsText(tokens: Tokens, at: number): boolean {
  return tokens.length - at <= LONGEST_TAIL && tokens.slice(at).every(({ kind }) => kind === 'mark');
}

function endsSentence(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.gap === 'none') return false;
  if (isWord(tokens[at - 1], ...ABBREVIATIONS)) return false;
  return next.text !== '.';
}
