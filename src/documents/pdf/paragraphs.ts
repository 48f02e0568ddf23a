/** Text outside of tables: columns that stand side by side, as in the heading of a letter, are read one after another. */
import { type Line, textOfLine } from './lines.ts';
import { segmentsOf } from './open-columns.ts';
import { type Room, wrappedText } from './wrapped-text.ts';

/** Parts of the letter's size. The words of a justified line may stand as far apart as a size. */
const BETWEEN_COLUMNS = 1.2;
const NEW_BLOCK = 2.4;
/** Part of the room's width. */
const WIDEST_INDENT = 0.2;
/** Points. */
const OFF_CENTRE = 12;

export function paragraphsOf(lines: readonly Line[]): string[] {
  const page = roomFor(lines);
  return columnsOf(lines).flatMap((column) => {
    const room = roomFor(column);
    // Only text over the width of the page is wrapped; headings, receivers and signatures are lines of their own.
    const isWide = room.right - room.left > (page.right - page.left) * 0.7;
    const parts = isWide ? partsOf(column, room) : [{ isText: false, lines: column }];
    return parts.flatMap(({ isText, lines: own }) =>
      isText ? wrappedText(own, room).split('\n') : own.map(textOfLine).join('\n'),
    );
  });
}

interface TextPart {
  isText: boolean;
  lines: Line[];
}

/** Running text and titles, and what stands on one side above or below them: half a heading, a signature. */
function partsOf(column: readonly Line[], room: Room): TextPart[] {
  const parts: TextPart[] = [];
  for (const line of column) {
    const [left, right] = [line.left - room.left, room.right - line.right];
    const isText = left < (room.right - room.left) * WIDEST_INDENT || Math.abs(left - right) < OFF_CENTRE;
    const open = parts.at(-1);
    if (open?.isText === isText) open.lines.push(line);
    else parts.push({ isText, lines: [line] });
  }
  return parts;
}

function columnsOf(lines: readonly Line[]): Line[][] {
  const closed: Line[][] = [];
  let open: Line[][] = [];
  const close = () => {
    closed.push(...open.sort((a, b) => roomFor(a).left - roomFor(b).left));
    open = [];
  };
  for (const line of lines) {
    const segments = segmentsOf(line, BETWEEN_COLUMNS);
    const lowest = Math.max(...open.flat().map((other) => other.baseline));
    if (line.baseline - lowest > line.size * NEW_BLOCK) close();
    for (const segment of segments) {
      const over = open.filter((column) => overlap(roomFor(column), segment));
      if (over.length > 1) close();
      if (over.length === 1) over[0]?.push(segment);
      else open.push([segment]);
    }
  }
  close();
  return closed;
}

function roomFor(lines: readonly Line[]): Room {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
  };
}

function overlap(a: Room, b: Room): boolean {
  return a.left < b.right && a.right > b.left;
}
