/** Matching of fixed wordings over tokens. A match returns the position after it, no match the position itself. */
import type { Token } from './token.ts';

export type Tokens = readonly Token[];
export type Matcher = (tokens: Tokens, at: number) => number;

/** Matches the longest of the wordings, written folded and parted by bars: phrases('cham nhat|cham nhat la'). */
export function phrases(...wordings: string[]): Matcher {
  const byFirstWord = new Map<string, string[][]>();
  for (const wording of wordings.flatMap((list) => list.split('|'))) {
    const words = wording.split(' ');
    const first = words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.length - a.length);
  return (tokens, at) => {
    const candidates = byFirstWord.get(tokens[at]?.text ?? '') ?? [];
    const found = candidates.find((words) => words.every((word, index) => tokens[at + index]?.text === word));
    return at + (found?.length ?? 0);
  };
}

export function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token !== undefined && words.includes(token.text);
}

/** Written digits of at most `length` figures, or null. */
export function digitsOf(token: Token | undefined, length: number): number | null {
  if (token?.kind !== 'number' || token.text.length > length) return null;
  return Number(token.text);
}

/** True when the writer typed the word with these diacritics, or typed none at all. */
export function mayBe(token: Token | undefined, accented: string): boolean {
  return token !== undefined && (token.accented === accented || token.accented === token.text);
}

const NUMERALS = 'khong mot hai ba bon nam sau bay tam chin muoi'.split(' ');

/** Skips "(mười)", "(hai mươi lăm)": a number said again in words. */
export function afterGloss(tokens: Tokens, at: number): number {
  if (tokens[at]?.text !== '(' || !isWord(tokens[at + 1], ...NUMERALS)) return at;
  for (let end = at + 2; end <= at + 5; end += 1) {
    if (tokens[end]?.text === ')') return end + 1;
    if (tokens[end]?.kind !== 'word') return at;
  }
  return at;
}
