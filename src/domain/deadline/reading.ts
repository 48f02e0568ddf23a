/** What a rule understood of a clause, and where. */
import type { SingleDeadline, Window } from './deadline.ts';
import type { Extent } from './lexeme.ts';

/** A deadline that has not been given its words yet. */
export type Draft = {
  [Kind in SingleDeadline['kind']]: Omit<Extract<SingleDeadline, { kind: Kind }>, 'text'>;
}[SingleDeadline['kind']];

export interface Reading {
  draft: Draft;
  /** Lexeme positions of the expression with its limiting words. */
  from: number;
  to: number;
  /** The expression without them; parts of a list are shown by it. */
  coreFrom: number;
  coreTo: number;
  /** Limited by words such as "trước" or "chậm nhất". */
  hard: boolean;
  /** Introduced by "trong", "vào". */
  within: boolean;
  planned: boolean;
  peak: boolean;
  /** One of several that share the words before the first. */
  listed: boolean;
  /** Token positions of a list's member within one lexeme ("tháng 12" of "tháng 6, tháng 12"). */
  words?: Extent;
  /** A guess to drop when anything else was understood. */
  loose: boolean;
}

/** A reading without limiting words. */
export function plainReading(draft: Draft, from: number, to: number): Reading {
  const flags = { hard: false, within: false, planned: false, peak: false, listed: false, loose: false };
  return { draft, from, to, coreFrom: from, coreTo: to, ...flags };
}

/** The days of a period with both ends; null for anything else. */
export function windowOf(draft: Draft): Window | null {
  if (draft.kind !== 'period' || draft.firstDay === null || draft.statedDay === null) return null;
  return { firstDay: draft.firstDay, lastDay: draft.statedDay };
}
