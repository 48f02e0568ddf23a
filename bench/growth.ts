/**
 * Searches for messages whose reading takes more than twice as long when they are twice as long: pieces of the language
 * repeated, alone, in pairs and behind another, by a seed. `npx tsx bench/growth.ts [seed] [seconds] [reader]`
 */
import { LONGEST, PIECES, READERS, repeated } from '../test/support/growth.ts';

const [seed = 1, seconds = 60] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];

let state = seed;
/** https://en.wikipedia.org/wiki/Linear_congruential_generator */
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const anyPiece = () => PIECES[random(PIECES.length)] ?? '';

interface Shape {
  piece: string;
  before: string;
  after: string;
}

function* shapes(): Generator<Shape> {
  for (const piece of PIECES) yield { piece, before: '', after: '' };
  for (;;) {
    const piece = Array.from({ length: 1 + random(4) }, anyPiece).join('');
    yield { piece, before: random(2) ? anyPiece() : '', after: random(2) ? anyPiece() : '' };
  }
}

async function ms(read: (text: string) => unknown, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2 && least > 5; i++) {
    const from = process.cpuUsage();
    await read(text);
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const found: { reader: string; whole: number; ratio: number; shape: Shape }[] = [];
for (const read of Object.values(READERS)) for (const piece of PIECES) await read(repeated(piece, 60));
const until = performance.now() + 1000 * seconds;
let tried = 0;
for (const shape of shapes()) {
  if (performance.now() > until) break;
  tried++;
  for (const [reader, read] of Object.entries(READERS)) {
    if (only && reader !== only) continue;
    const text = (length: number) => repeated(shape.piece, length, shape.before, shape.after);
    const whole = await ms(read, text(LONGEST));
    if (whole < 40) continue;
    const half = await ms(read, text(LONGEST / 2));
    found.push({ reader, whole, ratio: whole / half, shape });
  }
}
process.stdout.write(`${tried} shapes\n`);
for (const reader of Object.keys(READERS)) {
  const own = found.filter((one) => one.reader === reader).sort((a, b) => b.ratio - a.ratio);
  process.stdout.write(`${reader}: ${own.length} of 40 ms and more\n`);
  for (const { whole, ratio, shape } of own.slice(0, 16)) {
    process.stdout.write(`  ${whole.toFixed(0)} ms, ×${ratio.toFixed(1)}  ${JSON.stringify(shape)}\n`);
  }
}
