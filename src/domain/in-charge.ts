/** Whose a task is among the people of a unit, and who of them is reminded of it. */
import { headsUnit, isOfUnit, type Member, worksIn } from './member.ts';
import type { AssignedUnit, Task } from './task.ts';

/** The members named, as far as they are still there and of the unit: whoever has left it has left its work. */
export function namedOf({ unitId, people = [] }: AssignedUnit, members: readonly Member[]): Member[] {
  return members.filter(
    (member) => people.includes(member.id) && (unitId === null || isOfUnit(member, unitId)),
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
  const staff = members.filter((one) => worksIn(one, unitId));
  const heads = staff.filter((one) => headsUnit(one, unitId));
  const doing = named.length > 0 ? named : staff.filter((one) => !heads.includes(one));
  if (doing.length === 0) return heads;
  return withHead ? [...doing, ...heads.filter((head) => !doing.includes(head))] : doing;
}

/** A leader hears of a task that is neither his nor that of a unit in which he works only because it is overdue. */
export function isEscalatedTo(member: Member, { leads }: Pick<Task, 'leads'>): boolean {
  const isOwn = isNamed(member, leads) || leads.some(({ unitId }) => worksIn(member, unitId));
  return member.role === 'leader' && !isOwn;
}

/** Whose a task is: those named, else all officers of the unit. */
export function isInCharge(person: Member, task: Pick<Task, 'leads'>, members: readonly Member[]): boolean {
  const units = new Set(task.leads.map(({ unitId }) => unitId));
  return [...units].some((unitId) =>
    remindedIn(unitId, task, members, false).some(({ id }) => id === person.id),
  );
}
