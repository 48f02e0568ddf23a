/**
 * Who may do what, decided here and nowhere else.
 *
 * An officer reports on what the officer's unit leads; leaders see all of the office; clerks (đầu mối) import plans,
 * bind chats and may report for any unit. Whoever is not in the roster may do nothing.
 */
import type { Member } from './member.ts';
import { leadUnitIds, type Task } from './task.ts';

export function mayImport(member: Member): boolean {
  return member.role === 'clerk';
}

export function mayInvite(member: Member): boolean {
  return member.role === 'clerk';
}

export function mayCorrectPlans(member: Member): boolean {
  return member.role === 'clerk';
}

export function mayBindChats(member: Member): boolean {
  return member.role === 'clerk';
}

/** Whoever's unit leads the task may ask for more time; whether it still owes a report is another question. */
export function mayAskForTime(member: Member, task: Task): boolean {
  return member.unitId !== null && leadUnitIds(task).includes(member.unitId);
}

export function mayDecideExtensions(member: Member): boolean {
  return member.role !== 'officer';
}

/** Progress of the whole office is no secret within it; a group that the office uses sees it too. */
export function maySeeWholeOffice(member: Member): boolean {
  return member.role !== 'officer' || member.unitHead;
}

/** Whose own work is that of all units: a leader, and a clerk who belongs to none. */
export function answersForOffice({ role, unitId }: Member): boolean {
  return role === 'leader' || (role === 'clerk' && unitId === null);
}

/**
 * The lead units that a report of this member speaks for; null when the member may not report on the task.
 * An empty list: the task names no unit the office knows, and the member reports for the office.
 */
export function reportsFor(member: Member, task: Task): number[] | null {
  const leads = leadUnitIds(task);
  if (member.unitId !== null && leads.includes(member.unitId)) return [member.unitId];
  return member.role === 'officer' ? null : leads;
}

/** The tasks a member sees as "mine": those the member's unit leads or supports. */
export function isOnTask(member: Member, task: Task): boolean {
  return [...task.leads, ...task.supports].some(({ unitId }) => unitId !== null && unitId === member.unitId);
}
