/** Letters on one line, put together to words by what stands between them. */
import type { Glyph } from './page.ts';

export interface Word {
  text: string;
  left: number;
  right: number;
  size: number;
  /** From the word before, beyond the space between them. */
  gap: number;
}

/** Parts of the letter's size. Fonts make a space about a quarter of it; kerning stays far below. */
const SPACE = 0.17;
/** Where the line has spaces of its own, a gap alone parts words only when it is this wide: titles are letter-spaced. */
const COLUMN_GAP = 0.6;
/** A number on the right of its column is close to what begins on the left of the next: "1" "Họp". */
const NEXT_COLUMN = 0.1;
/** Fewer single letters in a row are ordinary writing ("điểm a, b, c"). */
const SPACED_LETTERS = 4;

export function wordsOf(line: readonly Glyph[]): Word[] {
  const letters = withoutShadows(inReadingOrder(line));
  const gap = letters.some(({ text }) => isSpace(text)) ? COLUMN_GAP : SPACE;
  const words: Word[] = [];
  let isOpen = false;
  let space = 0;
  for (const { text, left, right, size } of letters) {
    const last = words.at(-1);
    if (isSpace(text)) {
      isOpen = false;
      space = right - left;
    } else if (
      isOpen &&
      last !== undefined &&
      left - last.right < (isRowNumber(words, text) ? NEXT_COLUMN : gap) * size
    ) {
      last.text += text;
      last.right = Math.max(last.right, right);
    } else {
      words.push({ text, left, right, size, gap: last === undefined ? 0 : left - last.right - space });
      isOpen = true;
      space = 0;
    }
  }
  return joinSpacedLetters(words).map((word) => ({ ...word, text: word.text.normalize('NFC') }));
}

function isRowNumber([first, ...others]: readonly Word[], next: string): boolean {
  return first !== undefined && others.length === 0 && /^\d{1,3}$/.test(first.text) && /^\p{L}/u.test(next);
}

/**
 * From left to right: programs draw the letters that a font lacks after all others of the line. A mark (the "̉" of a
 * decomposed "ả") goes to the letter it was drawn after, or else to the one it stands on.
 */
function inReadingOrder(line: readonly Glyph[]): Glyph[] {
  const letters: Glyph[] = [];
  const marks: { mark: Glyph; drawnAfter: number }[] = [];
  for (const glyph of line) {
    if (/^\p{M}+$/u.test(glyph.text)) marks.push({ mark: glyph, drawnAfter: letters.length - 1 });
    else if (glyph.text !== '') letters.push({ ...glyph });
  }
  for (const { mark, drawnAfter } of marks) {
    const before = letters[drawnAfter];
    const isNear = before !== undefined && Math.abs(mark.left - before.right) < mark.size * 0.6;
    const under = isNear ? before : lastLeftOf(mark, letters);
    if (under !== undefined) under.text += mark.text;
  }
  return letters.sort((a, b) => a.left - b.left);
}

function lastLeftOf(mark: Glyph, letters: readonly Glyph[]): Glyph | undefined {
  return letters
    .filter((letter) => letter.left < mark.left)
    .reduce<Glyph | undefined>(
      (best, letter) => (best && best.left > letter.left ? best : letter),
      undefined,
    );
}

/** Bold that is drawn as the same letter twice, a hair apart. */
function withoutShadows(letters: readonly Glyph[]): Glyph[] {
  return letters.filter((letter, i) => {
    const before = letters[i - 1];
    return !(before?.text === letter.text && letter.left - before.left < letter.size * 0.12);
  });
}

function isSpace(text: string): boolean {
  return /^\s*$/.test(text);
}

/** "K Ế  H O Ạ C H": where the gaps between single letters are of two widths, the wider ones part the words. */
function joinSpacedLetters(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && isSingle(words[end])) end++;
    const run = words.slice(at, Math.max(end, at + 1));
    joined.push(...(run.length < SPACED_LETTERS ? run : wordsInRun(run)));
    at += run.length;
  }
  return joined;
}

function wordsInRun(run: readonly Word[]): Word[] {
  const gaps = run.slice(1).map((word, i) => word.left - (run[i]?.right ?? 0));
  const narrow = Math.max(Math.min(...gaps), 0.1);
  const wide = Math.max(...gaps);
  if (wide < narrow * 1.5) return [...run];
  const words: Word[] = [];
  for (const [i, letter] of run.entries()) {
    const open = words.at(-1);
    if (open !== undefined && (gaps[i - 1] ?? 0) < (narrow + wide) / 2) {
      open.text += letter.text;
      open.right = letter.right;
    } else words.push({ ...letter });
  }
  return words;
}

function isSingle(word: Word | undefined): boolean {
  return word !== undefined && /^.\p{M}*$/u.test(word.text);
}
