/** Twice as long a message takes about twice as long to read: nobody's holds up the others'. */
import { expect, test } from 'vitest';
import { LONGEST, READERS, repeated } from '../../support/growth.ts';

/** What once took much longer than that; `npx tsx bench/growth.ts` searches for more. */
const SLOW_ONCE = [
  '-',
  '…',
  '“',
  '/',
  '~',
  '_',
  '%',
  ',',
  'a@',
  '://',
  '12, ',
  '12 is done ',
  '1\n',
  'ạ xong 12 ',
  'trướcngày',
  'a1',
  'ﷺ',
];

/** Four times as long: linear is 4, quadratic 16. What takes but a moment is not measured well, and is no trouble. */
const TOO_STEEP = 10;
const A_MOMENT_MS = 20;
/** A busy machine may be slow at one of them; at every attempt, none is. */
const ATTEMPTS = 3;

async function cpuMs(read: (text: string) => unknown, text: string): Promise<number> {
  const from = process.cpuUsage();
  await read(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

async function isSteep(read: (text: string) => unknown, piece: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const quarter = await cpuMs(read, repeated(piece, LONGEST / 4));
    const whole = await cpuMs(read, repeated(piece, LONGEST));
    if (whole < A_MOMENT_MS || whole < TOO_STEEP * quarter) return false;
  }
  return true;
}

test.each(Object.entries(READERS))('%s', async (_, read) => {
  const steep: string[] = [];
  for (const piece of SLOW_ONCE) {
    await read(repeated(piece, 100));
    if (await isSteep(read, piece)) steep.push(piece);
  }
  expect(steep).toEqual([]);
});
