/** A picture of a QR code, drawn with half blocks: two rows of its squares in a line of text. */
import { PNG } from 'pngjs';

/** Dark on light, which scanners expect: a terminal is mostly the other way round, so light is drawn. */
const BLOCKS: Record<string, string> = { '00': '█', '01': '▀', '10': '▄', '11': ' ' };
const QUIET = 2;
/** The square in each corner is so many wide; the smallest code has 21, the largest 177. */
const FINDER = 7;
const SMALLEST = 21;
const LARGEST = 177;

/** Null when the picture is none of a QR code, or cannot be read. */
export function qrInText(png: Uint8Array): string | null {
  const squares = squaresOf(png);
  if (!squares) return null;
  const side = squares.length + 2 * QUIET;
  const isDark = (row: number, column: number) => squares[row - QUIET]?.[column - QUIET] ?? false;
  const lines: string[] = [];
  for (let row = 0; row < side; row += 2) {
    let line = '';
    for (let column = 0; column < side; column++) {
      line += BLOCKS[`${Number(isDark(row, column))}${Number(isDark(row + 1, column))}`];
    }
    lines.push(line);
  }
  return lines.join('\n');
}

function squaresOf(png: Uint8Array): boolean[][] | null {
  const picture = read(png);
  if (!picture) return null;
  const { width, height, isDark } = picture;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  }
  let run = 0;
  while (left + run <= right && isDark(left + run, top)) run += 1;
  const count = Math.round((right - left + 1) / (run / FINDER));
  const isCode = count >= SMALLEST && count <= LARGEST && count % 4 === 1;
  if (!isCode) return null;
  const step = (from: number, to: number) => (index: number) =>
    Math.floor(from + ((index + 0.5) * (to - from + 1)) / count);
  const [xOf, yOf] = [step(left, right), step(top, bottom)];
  const indexes = Array.from({ length: count }, (_, index) => index);
  return indexes.map((row) => indexes.map((column) => isDark(xOf(column), yOf(row))));
}

function read(png: Uint8Array) {
  try {
    const { width, height, data } = PNG.sync.read(Buffer.from(png));
    const isDark = (x: number, y: number) => {
      const [red = 255, green = 255, blue = 255, opacity = 255] = data.subarray((y * width + x) * 4);
      return opacity > 127 && red + green + blue < 3 * 128;
    };
    return { width, height, isDark };
  } catch {
    return null;
  }
}
