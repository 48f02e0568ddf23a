/**
 * Sentences written as people say them: "remind me of object moment". A word stands for itself, or is a part that many share;
 * "<whom>" is whatever stands there. Every word has its place, or it is another sentence.
 */
import { type Grammar, grammar } from '../grammar.ts';
import type { Thing } from './things.ts';

/** What a sentence leaves to whoever speaks. */
export interface Said {
  numbers: number[];
  percent: number | null;
  /** By name: what stands at "<whom>". */
  parts: Readonly<Record<string, readonly Thing[]>>;
  /** All beside those. */
  fixed: readonly Thing[];
}

export type Saying = (things: readonly Thing[]) => Said | null;

export function saying(written: string, shared: Readonly<Record<string, string>>): Saying {
  const pieces = written.split(/<(\w+)>/).map((piece) => piece.trim());
  const segments = pieces.map((piece, at) => (at % 2 === 0 ? fixed(piece, shared) : piece));
  return (things) => {
    const found = matched(things, segments);
    if (found === null) return null;
    const own = found.fixed;
    const numbers = [...new Set(own.flatMap(({ numbers }) => numbers))];
    return { ...found, numbers, percent: own.find(({ percent }) => percent !== null)?.percent ?? null };
  };
}

type Segment = string | Grammar;
type Found = Pick<Said, 'parts' | 'fixed'>;

/** In turn a stretch of fixed words, as long as may be, and one that is left open, as short as may be. */
function matched(things: readonly Thing[], [segment, ...rest]: readonly Segment[]): Found | null {
  if (segment === undefined) return things.length === 0 ? { parts: {}, fixed: [] } : null;
  const lengths = Array.from({ length: things.length + 1 }, (_, length) => length);
  if (typeof segment === 'string') {
    for (const length of lengths.slice(1)) {
      const behind = matched(things.slice(length), rest);
      if (behind !== null)
        return { ...behind, parts: { ...behind.parts, [segment]: things.slice(0, length) } };
    }
    return null;
  }
  for (const length of rest.length === 0 ? [things.length] : lengths.toReversed()) {
    const here = things.slice(0, length);
    const behind = segment(here.map(({ names }) => names)) ? matched(things.slice(length), rest) : null;
    if (behind !== null) return { ...behind, fixed: [...here, ...behind.fixed] };
  }
  return null;
}

function fixed(words: string, shared: Readonly<Record<string, string>>): Grammar {
  return words === '' ? (things) => things.length === 0 : grammar(words, shared);
}
