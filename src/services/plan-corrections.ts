import type { Deadline } from '../domain/deadline/deadline.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import type { Unit } from '../domain/member.ts';
import type { AssignedUnit } from '../domain/task.ts';
import { assignedUnits } from './planned-tasks.ts';

/** What a clerk's words say a task's date is. */
export type DateGiven =
  | { kind: 'understood'; deadline: Deadline }
  /** The words give no date (they wait for an event, or are no deadline), or one that does not exist. */
  | { kind: 'not-understood'; deadline: Deadline };

export function dateGiven(words: string, year: number): DateGiven {
  const deadline = parseDeadline(words, { year });
  return { kind: saysWhen(deadline) ? 'understood' : 'not-understood', deadline };
}

/** It waits for nothing and nobody, and all its days exist. */
export function saysWhen(deadline: Deadline): boolean {
  const parts = deadline.kind === 'multiple' ? deadline.parts : [deadline];
  return parts.every((part) =>
    part.kind === 'date' || part.kind === 'period'
      ? part.lastDay !== null
      : ['recurring', 'continuous'].includes(part.kind),
  );
}

/** Which units a clerk's words give a task to. */
export type UnitsGiven =
  | { kind: 'understood'; leads: AssignedUnit[]; supports: AssignedUnit[] | null }
  /** Words that name no unit of the office. */
  | { kind: 'unknown-units'; words: string[] };

/** @param supports null: those that support the task stay. */
export function unitsGiven(leads: string, supports: string | null, units: Unit[]): UnitsGiven {
  const leading = assignedUnits([leads], units);
  const supporting = supports === null ? null : assignedUnits([supports], units);
  const unknown = [...leading, ...(supporting ?? [])].filter(({ unitId }) => unitId === null);
  if (leading.length === 0 || unknown.length > 0) {
    return { kind: 'unknown-units', words: unknown.map(({ words }) => words) };
  }
  return { kind: 'understood', leads: leading, supports: supporting };
}
