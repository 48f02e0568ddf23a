import type { Day } from './day.ts';
import type { Member } from './member.ts';

/** Nghỉ, đi vắng: from the first day to the last, both included. */
export interface Absence {
  id: number;
  memberId: number;
  /** Null: the others of the unit do what there is. */
  substituteId: number | null;
  firstDay: Day;
  lastDay: Day;
}

export function isAway({ firstDay, lastDay }: Absence, day: Day): boolean {
  return firstDay <= day && day <= lastDay;
}

/**
 * Whoever is there, in the place of whoever is not. Where nobody is left, those who are away: better they than nobody.
 *
 * @param absences of that day
 */
export function presentOf(
  people: Member[],
  members: readonly Member[],
  absences: readonly Absence[],
): Member[] {
  const absenceOf = (id: number) => absences.find(({ memberId }) => memberId === id);
  const present = people.flatMap((one) => {
    const absence = absenceOf(one.id);
    if (!absence) return [one];
    const substitute = members.find(({ id }) => id === absence.substituteId);
    return substitute && !absenceOf(substitute.id) ? [substitute] : [];
  });
  return present.length > 0 ? [...new Set(present)] : people;
}
