/** Lines of a cell or a column as text: where a line ended only because the room did, it goes on. */
import { type Line, textOfLine } from './lines.ts';
import type { Word } from './words.ts';

/** The room for a line, without the cell's padding. */
export interface Room {
  left: number;
  right: number;
}

/** Paragraphs, one a line. */
export function wrappedText(lines: readonly Line[], room: Room): string {
  const closest = Math.min(...gapsBetween(lines));
  let text = '';
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above === undefined) text = textOfLine(line);
    else if (beginsParagraph(line, above, room, closest)) text += `\n${textOfLine(line)}`;
    else text = joined(text, textOfLine(line), above, room);
  }
  return text;
}

/** Whether the line on the next page goes on where the last one of this page ended. */
export function goesOn(below: Line, above: Line, room: Room): boolean {
  return !beginsParagraph(below, above, room, Number.POSITIVE_INFINITY);
}

/** The text of a cell that a page break has cut. */
export function continuedText(text: string, more: string, above: Line, below: Line, room: Room): string {
  return goesOn(below, above, room) ? joined(text, more, above, room) : `${text}\n${more}`;
}

export function gapsBetween(lines: readonly { baseline: number }[]): number[] {
  return lines.slice(1).map((line, i) => line.baseline - (lines[i]?.baseline ?? 0));
}

function beginsParagraph(line: Line, above: Line, room: Room, closest: number): boolean {
  const [first] = line.words;
  const gap = line.baseline - above.baseline;
  if (first === undefined || gap > closest * 1.35) return true;
  if (fits(first, above, room)) return true;
  // A dash that had no room on the line above may be a hyphen ("Văn hóa - Xã hội"), unless a sentence ended there.
  return isListMark(line) && /[.;:]$/.test(textOfLine(above));
}

/** The first word of a line would have stood on the line above, had it belonged there. */
function fits(word: Word, above: Line, room: Room): boolean {
  const leftSlack = above.left - room.left;
  const rightSlack = room.right - above.right;
  const isCentred = leftSlack > 3 && Math.abs(leftSlack - rightSlack) < 6;
  const slack = isCentred ? leftSlack + rightSlack : rightSlack;
  return word.right - word.left + above.size * 0.2 < slack - 1;
}

function isListMark(line: Line): boolean {
  return /^(?:[-–—+•*●▪]|\d{1,2}[.)]|[a-zđ]\))(?:\s|$)/u.test(textOfLine(line));
}

function joined(text: string, next: string, above: Line, room: Room): string {
  return endsInsideWord(text, next, above, room) ? text + next : `${text} ${next}`;
}

/** Lines end after a hyphen or a slash ("15/KH-" "UBND"), and inside whatever is longer than the line. */
function endsInsideWord(text: string, next: string, above: Line, room: Room): boolean {
  if (/\S[-/]$/.test(text)) return true;
  const isFull = room.right - above.right < above.size * 0.6 || above.words.length === 1;
  if (!isFull) return false;
  const isCut = /\d$/.test(text) ? /^\d/.test(next) : isAbbreviation(text) && /^\p{Lu}+(?!\p{L})/u.test(next);
  return isCut ? above.words.length === 1 : isAddress(text);
}

/** "HĐND&UBN" "D": nothing in it where a line may end. */
function isAbbreviation(text: string): boolean {
  return /\p{Lu}[&/]\p{Lu}+$/u.test(text);
}

function isAddress(text: string): boolean {
  return /(?:https?:\/\/|www\.)[\x21-\x7e]+$/.test(text);
}
