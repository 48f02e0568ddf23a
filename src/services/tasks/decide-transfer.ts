import { newsOf, type PersonalNews } from '../../domain/giving.ts';
import type { Member } from '../../domain/member.ts';
import { may, relationToTransfer } from '../../domain/permissions.ts';
import type { AssignedUnit, Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';
import { assignedTo } from './assigned.ts';
import { handOver } from './hand-over.ts';

export interface TransferDecision {
  member: Member;
  of: { transfer: number } | { task: number };
  takes: boolean;
  updateId: number;
  at: Date;
}

export type TransferOutcome =
  /** With the task as it is now. */
  | { kind: 'accepted'; task: Task; transfer: Transfer; news: PersonalNews[] }
  | { kind: 'refused'; task: Task; transfer: Transfer }
  /** Somebody was quicker. */
  | { kind: 'decided'; task: Task; transfer: Transfer; by: Member | null }
  /** Only a clerk knows whose it is, and gives it. */
  | { kind: 'to-whom'; task: Task }
  | { kind: 'own' | 'not-allowed' | 'no-such' };

/** The other side or a clerk answers. The first answer counts. */
export async function decideTransfer(store: Store, decision: TransferDecision): Promise<TransferOutcome> {
  const { member, of, takes, updateId, at } = decision;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const board = await store.plans.board(organizationId);
  const found = await transferMeant(store, of, board);
  const task = board.find(({ id }) => id === found?.taskId);
  // A button can be forged: only a request of the member's own office is found.
  if (!found || !task || found.state === 'withdrawn') return { kind: 'no-such' };
  const { units, members } = await store.offices.withStaff(organizationId);
  const relation = relationToTransfer(member, found, members);
  if (relation === 'author') return { kind: 'own' };
  if (!may(member, 'decide-transfer', relation)) return { kind: 'not-allowed' };
  if (found.state !== 'asked') {
    const people = await store.offices.everybody(organizationId);
    const by = people.find(({ id }) => id === found.decidedById) ?? null;
    return { kind: 'decided', task, transfer: found, by };
  }
  const to = units.find(({ id }) => id === found.toUnitId);
  if (takes && !to) return { kind: 'to-whom', task };

  const before = await store.plans.standingOf(task.id);
  const leads = takes && to ? passedOn(task.leads, found.fromUnitId, assignedTo([to], [])) : task.leads;
  if (takes) {
    const place = { id: task.id, organizationId };
    await handOver(store, place, () => store.plans.assign(task.id, leads, task.supports));
  }
  const state = takes ? 'accepted' : 'refused';
  await store.transfers.decide(found.id, state, member.id, at);
  const after = await store.plans.standingOf(task.id);
  const author = { organizationId, at, memberId: member.id, updateId };
  const { number, id: taskId } = task;
  const made = {
    kind: 'decide-transfer',
    number,
    taskId,
    transferId: found.id,
    state,
    before,
    after,
  } as const;
  await recordChange(store, author, made, {
    action: takes ? 'accept-transfer' : 'refuse-transfer',
    subject: `task:${taskId}`,
    before: { leads: before.leads },
    after: { transfer: found.id, leads: after.leads },
  });
  const now = (await store.plans.taskOnBoard(organizationId, { id: taskId })) ?? task;
  return takes
    ? { kind: 'accepted', task: now, transfer: found, news: newsOf(number, task, now) }
    : { kind: 'refused', task, transfer: found };
}

/** The new unit stands where the old one stood. */
function passedOn(leads: AssignedUnit[], fromUnitId: number, to: AssignedUnit[]): AssignedUnit[] {
  const others = leads.filter(({ unitId }) => to.every((one) => one.unitId !== unitId));
  return others.flatMap((lead) => (lead.unitId === fromUnitId ? to : [lead]));
}

async function transferMeant(
  store: Store,
  of: TransferDecision['of'],
  board: Task[],
): Promise<Transfer | null> {
  if ('transfer' in of) return store.transfers.byId(of.transfer);
  const task = board.find(({ number }) => number === of.task);
  return task ? ((await store.transfers.openOfTask(task.id))[0] ?? null) : null;
}
