/** The deadlines of a plan for several years. */
import { type Day, yearOf } from '../day.ts';
import type { Deadline, SingleDeadline } from './deadline.ts';
import { parseDeadline } from './parse-deadline.ts';

/**
 * Where no year is written, the day is the first one on or after `from`: "trước ngày 30/11" in a plan of 02/11/2026 for
 * 2026 and 2027 is 30/11/2026, and "trước ngày 31/3" is 31/03/2027.
 * @param context.year the plan's year, for whatever is no date
 */
export function deadlineFrom(text: string, context: { year: number; from: Day }): Deadline {
  const [planned, early, late] = [context.year, yearOf(context.from), yearOf(context.from) + 1].map((year) =>
    parseDeadline(text, { year }),
  ) as [Deadline, Deadline, Deadline];
  if (planned.kind !== 'multiple') return firstOf(planned, early, late, context.from);
  const parts = planned.parts.map((part, index) =>
    firstOf(part, partAt(early, index), partAt(late, index), context.from),
  );
  return { ...planned, parts };
}

function firstOf<Kind extends Deadline>(
  planned: Kind,
  early: Deadline | null,
  late: Deadline | null,
  from: Day,
): Kind {
  for (const one of [early, late])
    if (one?.kind === planned.kind && isOver(one, from) === false) return one as Kind;
  return planned;
}

/** Null of what has no day. */
function isOver(deadline: Deadline, from: Day): boolean | null {
  if (deadline.kind !== 'date' && deadline.kind !== 'period') return null;
  const day = deadline.statedDay ?? deadline.lastDay;
  return day === null ? null : day < from;
}

function partAt(deadline: Deadline, index: number): SingleDeadline | null {
  return deadline.kind === 'multiple' ? (deadline.parts[index] ?? null) : null;
}
