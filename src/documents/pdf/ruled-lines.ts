/** The lines drawn on a page, mended: pieces joined, doubles made one, what is too short for a table left out. */
import type { Rule } from './page.ts';

/** Two borders of neighbouring cells, or the two lines of a double border. */
const SAME_PLACE = 2.5;
/** Between the dashes of a dotted line. */
const SAME_LINE_GAP = 4;
const SHORTEST = 8;
/** A page with more is a drawing or a map, not a table. */
const MOST_RULES = 2_000;

export function mendedRules(rules: readonly Rule[]): Rule[] {
  const mended = (['x', 'y'] as const).flatMap((along) =>
    placesOf(rules.filter((rule) => rule.along === along))
      .flatMap(joinPieces)
      .filter((rule) => rule.to - rule.from >= SHORTEST),
  );
  return mended.length > MOST_RULES ? [] : mended;
}

/** Rules at the same place, in groups. */
function placesOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const open = groups.at(-1);
    if (open?.[0] !== undefined && rule.at - open[0].at <= SAME_PLACE) open.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function joinPieces(pieces: readonly Rule[]): Rule[] {
  const at = pieces.reduce((sum, piece) => sum + piece.at, 0) / pieces.length;
  const joined: Rule[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const open = joined.at(-1);
    if (open !== undefined && piece.from - open.to <= SAME_LINE_GAP) open.to = Math.max(open.to, piece.to);
    else joined.push({ ...piece, at });
  }
  return joined;
}
