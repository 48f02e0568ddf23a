/**
 * Letter-spaced headings, as PDF text comes out: "T r ư ớ c  n g à y  3 0 / 1 1". Words are divided by wider gaps
 * where the text kept them, otherwise by the words a deadline is made of.
 */
import type { Token } from './token.ts';
import { isKnown } from './vocabulary.ts';

/** Fewer single letters in a row are ordinary writing ("điểm a, b, c"). */
const SHORTEST_RUN = 4;

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v'];
const LONGEST_WORD = 6;

export function joinSpacedLetters(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = endOfSpacedRun(tokens, at);
    const run = tokens.slice(at, end);
    const isSpaced = run.filter((token) => token.kind === 'word').length >= SHORTEST_RUN;
    for (const token of isSpaced ? wordsOf(run) : run) joined.push(token);
    at = end;
  }
  return joined;
}

function endOfSpacedRun(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  if (!isSingle(tokens[at])) return end;
  while (isSingle(tokens[end]) && tokens[end]?.gap !== 'line') {
    const letters = tokens[end]?.kind === 'word' && tokens[end - 1]?.kind === 'word';
    if (letters && tokens[end]?.gap === 'none') break;
    end += 1;
  }
  return end;
}

function isSingle(token: Token | undefined): boolean {
  return token?.text.length === 1;
}

function wordsOf(run: readonly Token[]): Token[] {
  const wide = run.slice(1).filter((token) => token.gap === 'wide').length;
  const gapsKept = wide > 0 && wide < run.length - 1;
  const words: Token[] = [];
  let at = 0;
  while (at < run.length) {
    const first = run[at] as Token;
    const end = first.kind === 'word' && !gapsKept ? endOfKnownWord(run, at) : endOfGroup(run, at, gapsKept);
    words.push(mergedToken(run.slice(at, end), first));
    at = end;
  }
  return words;
}

function endOfGroup(run: readonly Token[], at: number, gapsKept: boolean): number {
  const kind = run[at]?.kind;
  let end = at + 1;
  while (kind !== 'mark' && run[end]?.kind === kind && !(gapsKept && run[end]?.gap === 'wide')) end += 1;
  return end;
}

function endOfKnownWord(run: readonly Token[], at: number): number {
  for (let length = LONGEST_WORD; length > 1; length -= 1) {
    const letters = run.slice(at, at + length);
    const isWritten = letters.length === length && letters.every((token) => token.kind === 'word');
    const word = letters.map((token) => token.text).join('');
    if (isWritten && (isKnown(word) || ROMAN.includes(word))) return at + length;
  }
  return at + 1;
}

export function mergedToken(parts: readonly Token[], first: Token): Token {
  return {
    ...first,
    text: parts.map((part) => part.text).join(''),
    accented: parts.map((part) => part.accented).join(''),
    to: parts.at(-1)?.to ?? first.to,
  };
}
