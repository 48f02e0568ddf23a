import { isInCharge } from './in-charge.ts';
import type { Member } from './member.ts';
import { type Figures, figuresOf, type ReportOnDate, type Sight } from './statistics.ts';
import { leadUnitIds, type Task } from './task.ts';

/**
 * What a person was given in a period and what came of it, by the own unit's part of the work. What the whole unit has is
 * counted with each of its officers, as a task of several units is with each of them.
 */
export function figuresOfPerson(
  person: Member,
  tasks: readonly Task[],
  members: readonly Member[],
  reports: readonly ReportOnDate[],
  sight: Omit<Sight, 'unitId'>,
): Figures {
  const theirs = tasks.filter((task) => isInCharge(person, task, members));
  const { unitId } = person;
  const isOfUnit = (task: Task) => unitId !== null && leadUnitIds(task).includes(unitId);
  const own = figuresOf(theirs.filter(isOfUnit), reports, { ...sight, unitId });
  const other = figuresOf(
    theirs.filter((task) => !isOfUnit(task)),
    reports,
    { ...sight, unitId: null },
  );
  return {
    planned: own.planned + other.planned,
    plannedDone: own.plannedDone + other.plannedDone,
    given: own.given + other.given,
    doneInTime: own.doneInTime + other.doneInTime,
    doneLate: own.doneLate + other.doneLate,
    waiting: own.waiting + other.waiting,
    notDoneInTime: own.notDoneInTime + other.notDoneInTime,
    notDoneOverdue: own.notDoneOverdue + other.notDoneOverdue,
  };
}
