import { assigneesIn } from '../../domain/assignees.ts';
import type { Member, Unit } from '../../domain/member.ts';
import { ownPart } from '../../domain/own-part.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { leadUnitIds, type Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';

export interface PassOnRequest {
  member: Member;
  number: number;
  /** "KTHTĐT", "chị Lan"; null: it is only said that it is not theirs. */
  to: string | null;
  updateId: number;
  at: Date;
}

export type PassOnOutcome =
  /** `from`: the unit that has it. `to` null: the clerk must know. */
  | { kind: 'asked'; task: Task; transfer: Transfer; from: Unit; to: Unit | null }
  | { kind: 'not-yours' | 'asked-already' | 'own-unit'; task: Task }
  | { kind: 'unknown-unit'; words: string; units: readonly Unit[] }
  | { kind: 'no-such-task' };

/** Somebody of the unit in charge says that a task is another's. Nothing moves before the other side or a clerk agrees. */
export async function passOn(store: Store, request: PassOnRequest): Promise<PassOnOutcome> {
  const { member, number, updateId, at } = request;
  await store.offices.lock(member.organizationId);
  const task = await store.plans.taskOnBoard(member.organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  const staff = await store.offices.withStaff(member.organizationId);
  const from = staff.units.find(({ id }) => id === ownPart(member, task));
  if (!may(member, 'pass-on', relationToTask(member, task)) || !from) return { kind: 'not-yours', task };
  const to = request.to === null ? null : onlyUnitIn(request.to, staff);
  if (request.to !== null && to === null) {
    return { kind: 'unknown-unit', words: request.to, units: staff.units };
  }
  if (to && leadUnitIds(task).includes(to.id)) return { kind: 'own-unit', task };
  const waiting = await store.transfers.openOfTask(task.id);
  if (waiting.some(({ toUnitId }) => toUnitId === (to?.id ?? null))) return { kind: 'asked-already', task };

  // What this member asked before is past: nobody is to answer it beside the new one.
  const former = waiting.filter(({ memberId }) => memberId === member.id);
  for (const { id } of former) await store.transfers.setState(id, 'withdrawn');
  const asked = { taskId: task.id, memberId: member.id, fromUnitId: from.id, toUnitId: to?.id ?? null };
  const transfer = await store.transfers.ask(asked, at);
  const author = { organizationId: member.organizationId, at, memberId: member.id, updateId };
  const { id: transferId } = transfer;
  const withdrawn = former.map(({ id }) => id);
  const made = { kind: 'ask-transfer', number, taskId: task.id, transferId, withdrawn } as const;
  const after = { transfer: transferId, from: from.id, to: to?.id ?? null };
  await recordChange(store, author, made, { subject: `task:${task.id}`, after });
  return { kind: 'asked', task, transfer, from, to };
}

/** The unit, or that of the person, that the words name. */
function onlyUnitIn(words: string, staff: Parameters<typeof assigneesIn>[1]): Unit | null {
  const ids = assigneesIn(words, staff).flatMap((one) => {
    if (one.kind === 'units') return one.units.map(({ id }) => id);
    if (one.kind === 'person') return [one.person.unitId];
    return one.kind === 'several' && one.units.length === 1 ? one.units.map(({ id }) => id) : [null];
  });
  const [id, ...others] = [...new Set(ids)];
  return others.length > 0 ? null : (staff.units.find((unit) => unit.id === id) ?? null);
}
