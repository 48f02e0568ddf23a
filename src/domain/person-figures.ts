import { isInCharge } from './in-charge.ts';
import { type Member, unitsOf } from './member.ts';
import { ownPart } from './own-part.ts';
import { type Figures, figuresOf, type ReportOnDate, type Sight } from './statistics.ts';
import type { Task } from './task.ts';

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
  return [...unitsOf(person), null]
    .map((unitId) =>
      figuresOf(
        theirs.filter((task) => ownPart(person, task) === unitId),
        reports,
        { ...sight, unitId },
      ),
    )
    .reduce((one, other) => ({
      planned: one.planned + other.planned,
      plannedDone: one.plannedDone + other.plannedDone,
      given: one.given + other.given,
      doneInTime: one.doneInTime + other.doneInTime,
      doneLate: one.doneLate + other.doneLate,
      waiting: one.waiting + other.waiting,
      notDoneInTime: one.notDoneInTime + other.notDoneInTime,
      notDoneOverdue: one.notDoneOverdue + other.notDoneOverdue,
    }));
}
