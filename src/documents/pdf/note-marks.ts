/** The marks of footnotes among the letters of a page. */
import type { Glyph } from './page.ts';

/** Parts of the size of the letter that it follows: how small a mark is, and how far above the line. */
const SMALLER = 0.8;
const RAISED = { from: 0.1, to: 0.7 };
/** "300 m²", "3 km²": no mark. */
const UNIT = /(?:^|\P{L})[kcdmh]?m$/u;
const LONGEST_UNIT = 3;

/** @param numbers of the notes that the page has. */
export function withoutMarks(glyphs: readonly Glyph[], numbers: ReadonlySet<string>): Glyph[] {
  const endingAt = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const end = Math.round(glyph.right);
    const others = endingAt.get(end);
    if (others === undefined) endingAt.set(end, [glyph]);
    else others.push(glyph);
  }
  const before = ({ left }: Glyph, isIt: (glyph: Glyph) => boolean) =>
    [-1, 0, 1].flatMap((off) => endingAt.get(Math.round(left) + off) ?? []).find(isIt);
  const marks = new Set<Glyph>();
  for (const [i, glyph] of glyphs.entries()) {
    const letter = isDigit(glyph) ? before(glyph, (other) => isRaisedFrom(glyph, other)) : undefined;
    if (letter === undefined || marks.has(glyph)) continue;
    const digits = numberAt(glyphs, i);
    const isMark = numbers.has(digits.map(({ text }) => text).join(''));
    if (isMark && !UNIT.test(wordUpTo(letter, before))) for (const digit of digits) marks.add(digit);
  }
  return glyphs.filter((glyph) => !marks.has(glyph));
}

function isDigit({ text, turned }: Glyph): boolean {
  return turned === 0 && /^\d$/.test(text);
}

function isRaisedFrom(mark: Glyph, { size, baseline }: Glyph): boolean {
  const raised = (baseline - mark.baseline) / size;
  return mark.size <= size * SMALLER && raised >= RAISED.from && raised <= RAISED.to;
}

/** Its digits are drawn one after another. */
function numberAt(glyphs: readonly Glyph[], at: number): Glyph[] {
  const digits: Glyph[] = [];
  for (let i = at; i < glyphs.length; i++) {
    const [glyph, first] = [glyphs[i], digits[0]];
    if (glyph === undefined || !isDigit(glyph)) break;
    if (first !== undefined && (glyph.size !== first.size || glyph.baseline !== first.baseline)) break;
    digits.push(glyph);
  }
  return digits;
}

function wordUpTo(
  letter: Glyph,
  before: (glyph: Glyph, isIt: (other: Glyph) => boolean) => Glyph | undefined,
): string {
  let text = '';
  let next: Glyph | undefined = letter;
  for (let count = 0; next !== undefined && count < LONGEST_UNIT; count++) {
    text = next.text + text;
    const { baseline } = next;
    next = before(next, (other) => Math.abs(other.baseline - baseline) < 1);
  }
  return text;
}
