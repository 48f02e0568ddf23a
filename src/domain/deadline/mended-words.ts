/**
 * Words that a scanner or a hurried hand broke: "n gày", "Trướcngày", "nagỳ", "3 0/11". A limiting word lost here is
 * a deadline read a day late. Only letters that spell no Vietnamese syllable are mended, so that no real word turns
 * into another.
 */
import { isWord } from './phrases.ts';
import { mergedToken } from './spaced-letters.ts';
import type { Token } from './token.ts';
import { isKnown, isSpelt, isSyllable, meantBy, spellingOf } from './vocabulary.ts';

const ABBREVIATIONS = new Map([
  ['trc', 'truoc'],
  ['thg', 'thang'],
  ['hg', 'hang'],
]);
/** Shorter slips are as likely an abbreviation. */
const SHORTEST_SLIP = 3;
/** No syllable is longer than seven letters. */
const LONGEST_SLIP = 8;

export function mendWords(tokens: readonly Token[]): Token[] {
  const mended: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const before = mended.at(-1);
    if (next && (areOneWord(token, next) || areOneNumber(before, token, next, tokens[at + 2]))) {
      mended.push(mergedToken([token, next], token));
      at += 1;
    } else if (isMisreadEleven(before, token, next)) mended.push({ ...token, kind: 'number', text: '11' });
    else mended.push(unslipped(token));
  }
  return mended;
}

/** "Trướ c", "n gày": together a known word, apart not two words. */
function areOneWord(first: Token, second: Token): boolean {
  if (first.kind !== 'word' || second.kind !== 'word' || !isApart(second)) return false;
  const letters = first.text + second.text;
  const accented = first.accented + second.accented;
  const isBroken = [first, second].some(({ text }) => text.length === 1 || !isSyllable(text));
  // "Trư ớc": hardly two words that together bear the right diacritics
  const isTail = /^[aeiouy]/u.test(second.text) && accented !== letters;
  return (isBroken || isTail) && isSpelt(letters, accented);
}

/** The "ll" of "30/ll/2025", "tháng ll/2025" is eleven. */
function isMisreadEleven(before: Token | undefined, token: Token, next: Token | undefined): boolean {
  if (!/^[li]{2}$/u.test(token.text) || !isWord(next, '/', '-', '.')) return false;
  return isWord(before, '/', '-', '.') ? token.gap === 'none' : isWord(before, 'ngay', 'thang', 'truoc');
}

function isApart({ gap }: Token): boolean {
  return gap === 'space' || gap === 'wide';
}

/** Words a day or a month number follows. */
const NUMBERED = 'ngay ng mung mong thang truoc nhat den het tu / - .'.split(' ');

/** "ngày 3 0/11", "/20 26": figures a scanner set apart. */
function areOneNumber(
  before: Token | undefined,
  first: Token,
  second: Token,
  after: Token | undefined,
): boolean {
  if (first.kind !== 'number' || second.kind !== 'number' || !isApart(second)) return false;
  const figures = first.text + second.text;
  if (figures.length === 4) return /^(?:19|20)\d\d$/u.test(figures) && isWord(before, '/', '-', '.', 'nam');
  const isFollowed = isWord(after, '/', '-', '.', 'thang', 'hang', 'moi');
  return figures.length === 2 && Number(figures) <= 31 && isFollowed && isWord(before, ...NUMBERED);
}

/** "nagỳ" is "ngày", "trc" is "trước". */
function unslipped(token: Token): Token {
  if (token.kind !== 'word') return token;
  const { text } = token;
  const isWordLong = text.length >= SHORTEST_SLIP && text.length <= LONGEST_SLIP;
  const slip = isWordLong && !isSyllable(text) ? meantBy(text) : undefined;
  const word = ABBREVIATIONS.get(text) ?? slip;
  return word === undefined ? token : { ...token, text: word, accented: spellingOf(word) ?? word };
}

/** "truocngaythang" and as much again; what is longer is no slip, and there are too many ways to part it. */
const LONGEST_TOGETHER = 30;

/** The known words run together in these letters ("truocngay"), by their lengths; empty when they are no such thing. */
export function runTogether(letters: string): number[] {
  if (isKnown(letters)) return [letters.length];
  if (isSyllable(letters) || letters.length > LONGEST_TOGETHER) return [];
  for (let length = letters.length - 1; length > 1; length -= 1) {
    const rest = isKnown(letters.slice(0, length)) ? runTogether(letters.slice(length)) : [];
    if (rest.length > 0) return [length, ...rest];
  }
  return [];
}
