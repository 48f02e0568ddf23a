/** Whose a task is among the people of a unit, and who of them is reminded of it. */
import type { Member } from './member.ts';
import type { AssignedUnit, Task } from './task.ts';

/** The members named, as far as they are still there and of the unit: whoever has left it has left its work. */
export function namedOf({ unitId, people = [] }: AssignedUnit, members: readonly Member[]): Member[] {
  return members.filter(
    (member) => people.includes(member.id) && (unitId === null || member.unitId === unitId),
  );
}

/** Whether the task is this member's by name. */
export function isNamed(member: Member, assigned: readonly AssignedUnit[]): boolean {
  return assigned.some((one) => namedOf(one, [member]).length > 0);
}

/**
 * Whom a lead unit reminds: those named, else its officers; the head too where it has no officer, or is wanted.
 *
 * @param unitId null: those who lead it and belong to no unit
 */
export function remindedIn(
  unitId: number | null,
  task: Pick<Task, 'leads'>,
  members: readonly Member[],
  withHead: boolean,
): Member[] {
  const named = task.leads.filter((one) => one.unitId === unitId).flatMap((one) => namedOf(one, members));
  const staff = members.filter((one) => unitId !== null && one.unitId === unitId && one.role !== 'leader');
  const heads = staff.filter(({ unitHead }) => unitHead);
  const doing = named.length > 0 ? named : staff.filter(({ unitHead }) => !unitHead);
  if (doing.length === 0) return heads;
  return withHead ? [...doing, ...heads.filter((head) => !doing.includes(head))] : doing;
}

/** A leader hears of a task that has not been given to him only because it is overdue. */
export function isEscalatedTo(member: Member, { leads }: Pick<Task, 'leads'>): boolean {
  return member.role === 'leader' && !isNamed(member, leads);
}

/** Whose a task is: those named, else all officers of the unit. */
export function isInCharge(person: Member, task: Pick<Task, 'leads'>, members: readonly Member[]): boolean {
  const units = new Set(task.leads.map(({ unitId }) => unitId));
  return [...units].some((unitId) =>
    remindedIn(unitId, task, members, false).some(({ id }) => id === person.id),
  );
}
