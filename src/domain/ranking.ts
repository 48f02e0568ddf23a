/** How offices compare, in figures alone. */
import type { Progress } from './progress.ts';

export interface Placed<Of> {
  of: Of;
  /** From 1. */
  place: number;
  figures: RankFigures;
}

export interface RankFigures {
  given: number;
  /** Of what is done or overdue, the share that was done in time, in percent; null: nothing has been due. */
  inTime: number | null;
  overdue: number;
  /** Not done, overdue or not. */
  open: number;
}

export function rankFiguresOf({ given, done, doneInTime, notDone, notDoneOverdue }: Progress): RankFigures {
  const been = done + notDoneOverdue;
  // All of it only where nothing is late.
  const share = Math.min(doneInTime === been ? 100 : 99, Math.round((100 * doneInTime) / been));
  return { given, inTime: been === 0 ? null : share, overdue: notDoneOverdue, open: notDone };
}

/**
 * The best first: by what was done in time, then by how little is overdue, then by how little is open, then by name. Of which
 * nothing has been due stands last.
 */
export function ranked<Of extends { name: string }>(
  all: readonly { of: Of; figures: RankFigures }[],
): Placed<Of>[] {
  return all
    .toSorted(
      (one, other) =>
        (other.figures.inTime ?? -1) - (one.figures.inTime ?? -1) ||
        one.figures.overdue - other.figures.overdue ||
        one.figures.open - other.figures.open ||
        one.of.name.localeCompare(other.of.name, 'vi'),
    )
    .map((one, at) => ({ ...one, place: at + 1 }));
}
