import { fold } from './text-fold.ts';

/** The words of a text and how often each stands in it; made once for a text that is compared with many. */
export type WordBag = ReadonlyMap<string, number>;

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>();
  for (const word of fold(text).match(/[a-z0-9]+/g) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Dice's coefficient of two bags, 0 (nothing in common) to 1 (the same words): a word added to a title hardly counts. */
export function similarity(one: WordBag, other: WordBag): number {
  let common = 0;
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0);
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 0 : (2 * common) / all;
}

/** Whether both name the same figures: "tháng 10" and "tháng 11" are alike but not the same. */
export function sameFigures(one: WordBag, other: WordBag): boolean {
  return figuresOf(one) === figuresOf(other);
}

function sizeOf(bag: WordBag): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}

function figuresOf(bag: WordBag): string {
  return [...bag]
    .filter(([word]) => /\d/.test(word))
    .map(([word, count]) => `${word}x${count}`)
    .toSorted()
    .join(' ');
}
