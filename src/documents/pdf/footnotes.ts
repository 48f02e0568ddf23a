/** Footnotes and their marks: a raised number that stays in its line makes another date of "15/3/2026". */
import { type Line, lettersByLine, linesOf } from './lines.ts';
import { withoutMarks } from './note-marks.ts';
import type { Glyph, PdfPage, Rule } from './page.ts';
import { mendedRules } from './ruled-lines.ts';

export interface NotedPage {
  /** Without them. */
  page: PdfPage;
  notes: readonly Line[];
}

/** Parts of the page's width: how long the line above the footnotes is. */
const SEPARATOR = { from: 0.1, to: 0.45 };
/** Parts of the letter's size. */
const SMALLER = 0.8;
/** Below a wider gap stands what every page repeats. */
const NOTE_GAP = 2.5;

export function withoutFootnotes(page: PdfPage): NotedPage {
  const rules = mendedRules(page.rules);
  const walls = rules.filter((rule) => rule.along === 'y');
  const separators = rules.filter(
    (rule) => isSeparator(rule, page) && !walls.some((wall) => meet(wall, rule)),
  );
  for (const { at } of separators) {
    const lower = page.glyphs.filter((glyph) => glyph.turned === 0 && glyph.middle.y > at);
    const notes = upToGap(linesOf(lower));
    const [last] = notes.slice(-1);
    if (last === undefined) continue;
    const letters = new Set(lower.filter((glyph) => glyph.baseline < last.baseline + last.size / 2));
    const numbers = numbersOf([...letters]);
    if (numbers.size === 0) continue;
    const upper = page.glyphs.filter((glyph) => !letters.has(glyph));
    return { page: { ...page, glyphs: withoutMarks(upper, numbers) }, notes };
  }
  return { page, notes: [] };
}

function isSeparator({ along, at, from, to }: Rule, { width, height }: PdfPage): boolean {
  const length = (to - from) / width;
  return along === 'x' && at > height / 3 && length > SEPARATOR.from && length < SEPARATOR.to;
}

function meet(wall: Rule, floor: Rule): boolean {
  const [near, along] = [wall.at >= floor.from - 1 && wall.at <= floor.to + 1, floor.at >= wall.from - 1];
  return near && along && floor.at <= wall.to + 1;
}

function upToGap(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line, i) => {
    const above = lines[i - 1];
    return above !== undefined && line.baseline - above.baseline > above.size * NOTE_GAP;
  });
  return end === -1 ? [...lines] : lines.slice(0, end);
}

/** The raised numbers with which the notes begin. */
function numbersOf(notes: readonly Glyph[]): Set<string> {
  const beginnings = lettersByLine(notes).map((line) => {
    const letters = [...line].sort((a, b) => a.left - b.left);
    const size = Math.max(...letters.map((letter) => letter.size));
    const end = letters.findIndex((letter) => !/^\d$/.test(letter.text) || letter.size > size * SMALLER);
    return letters.slice(0, end).map(({ text }) => text);
  });
  return new Set(beginnings.map((digits) => digits.join('')).filter((number) => number !== ''));
}
