import type { Member } from './member.ts';

/** Why so many leaving at once is to be confirmed in words: a file that is not the office's, or half of it. */
export interface LargeRetirement {
  /** Of how many people they are. */
  of: number;
  /** Units of whose people nobody stays. */
  unitIds: number[];
}

/** @returns null where no more than a third leaves, and of every unit somebody stays. */
export function largeRetirement(
  present: readonly Member[],
  leaving: readonly Member[],
): LargeRetirement | null {
  const gone = new Set(leaving.map(({ id }) => id));
  const units = [...new Set(leaving.flatMap(({ unitId }) => unitId ?? []))];
  const unitIds = units.filter((unit) => present.every(({ id, unitId }) => unitId !== unit || gone.has(id)));
  const isLarge = leaving.length * 3 > present.length || unitIds.length > 0;
  return isLarge ? { of: present.length, unitIds } : null;
}
