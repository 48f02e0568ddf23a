import { type Member, unitsOf } from './member.ts';
import { leadUnitIds, type Task, unitsOwing } from './task.ts';

/** Which of the member's units leads the task, that which still owes a report before others; null: none of them. */
export function ownPart(member: Pick<Member, 'unitId' | 'further'>, task: Task): number | null {
  const own = unitsOf(member).filter((id) => leadUnitIds(task).includes(id));
  const owing = own.find((id) => task.occurrences.some((one) => unitsOwing(task, one).includes(id)));
  return owing ?? own[0] ?? null;
}
