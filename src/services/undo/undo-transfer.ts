import type { TaskChange, TransferAsked, TransferDecided } from '../ports/changes.ts';
import { undoTask } from './undo-task.ts';
import type { Undoing } from './undoing.ts';

/** A request to pass a task on is taken back; the one that it replaced waits again. */
export const undoPassingOn: Undoing<TransferAsked> = {
  async builtOn({ store, organizationId }, { transferId }) {
    const transfer = await store.transfers.byId(transferId);
    if (transfer?.state === 'asked') return null;
    const people = await store.offices.everybody(organizationId);
    const by = people.find(({ id }) => id === transfer?.decidedById)?.name ?? null;
    return { kind: transfer?.state === 'withdrawn' ? 'withdrawn' : 'decided', by };
  },
  async putBack({ store }, { transferId, withdrawn }) {
    await store.transfers.setState(transferId, 'withdrawn');
    for (const id of withdrawn) await store.transfers.setState(id, 'asked');
  },
};

/** The request waits for an answer again, and the task is whose it was. */
export const undoTransfer: Undoing<TransferDecided> = {
  async builtOn(context, made) {
    const transfer = await context.store.transfers.byId(made.transferId);
    if (transfer?.state !== made.state) return { kind: 'changed', by: null };
    return undoTask.builtOn(context, asAssignment(made));
  },
  async putBack(context, made) {
    await context.store.transfers.setState(made.transferId, 'asked');
    if (made.state === 'accepted') await undoTask.putBack(context, asAssignment(made));
  },
};

function asAssignment({ number, taskId, before, after }: TransferDecided): TaskChange {
  return { kind: 'assign-task', number, taskId, steps: [], before, after };
}
