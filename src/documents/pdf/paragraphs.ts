/** Text outside of tables: columns that stand side by side, as in the heading of a letter, are read one after another. */
import { type Line, textOfLine } from './lines.ts';
import { segmentsOf } from './open-columns.ts';
import { type Room, wrappedText } from './wrapped-text.ts';

/** Parts of the letter's size. The words of a justified line may stand as far apart as a size. */
const BETWEEN_COLUMNS = 1.2;
const NEW_BLOCK = 2.4;

export function paragraphsOf(lines: readonly Line[]): string[] {
  const page = roomFor(lines);
  return columnsOf(lines).flatMap((column) => {
    const room = roomFor(column);
    // Only text over the width of the page is wrapped; headings, receivers and signatures are lines of their own.
    const isWide = room.right - room.left > (page.right - page.left) * 0.7;
    return isWide ? wrappedText(column, room).split('\n') : [column.map(textOfLine).join('\n')];
  });
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
