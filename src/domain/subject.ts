import { isInCharge } from './in-charge.ts';
import type { Member, Unit } from './member.ts';
import { ownPart } from './own-part.ts';
import { leadUnitIds, type Task } from './task.ts';

/** Whose work a question is about, and which part of the plans: what is null narrows nothing. */
export interface Subject {
  unit: Unit | null;
  person: Member | null;
  plan: { id: number; name: string } | null;
  /** Its headings as a plan's reader joins them, with all that stands below. */
  section: string | null;
}

export const WHOLE_OFFICE: Subject = { unit: null, person: null, plan: null, section: null };

export function isWholeOffice({ unit, person, plan, section }: Subject): boolean {
  return unit === null && person === null && plan === null && section === null;
}

export function isAbout(
  { unit, person, plan, section }: Subject,
  task: Task,
  members: readonly Member[],
): boolean {
  return (
    (unit === null || leadUnitIds(task).includes(unit.id)) &&
    (person === null || isInCharge(person, task, members)) &&
    (plan === null || task.row.planId === plan.id) &&
    (section === null || task.section === section || task.section.startsWith(`${section} > `))
  );
}

/** The lead unit whose part of the task it is about: a person does the own unit's; null: everybody's. */
export function partMeant({ unit, person }: Subject, task: Task): number | null {
  if (unit !== null) return leadUnitIds(task).includes(unit.id) ? unit.id : null;
  return person && ownPart(person, task);
}

/** "Phòng Kinh tế, III. ĐẤT ĐAI"; empty for the whole office. */
export function subjectName({ unit, person, plan, section }: Subject): string {
  return [person?.name, unit?.name, section?.split(' > ').at(-1), plan?.name]
    .filter((name) => name !== undefined)
    .join(', ');
}
