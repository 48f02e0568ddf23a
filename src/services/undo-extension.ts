import type { Occurrence } from '../domain/task.ts';
import type { ChangeMade, ExtensionDecided } from './ports/changes.ts';
import type { UndoContext, Undoing } from './undo-change.ts';
import { reportedSince } from './undo-task.ts';

type Asking = Extract<ChangeMade, { kind: 'ask-extension' }>;

/** A request for more time is taken back; the one that it replaced waits again. */
export const undoAsking: Undoing<Asking> = {
  async builtOn({ store, member }, { extensionId }) {
    const extension = await store.extensions.byId(extensionId);
    if (extension?.state === 'asked') return null;
    const people = await store.offices.everybody(member.organizationId);
    const by = people.find(({ id }) => id === extension?.decidedById)?.name ?? null;
    return { kind: extension?.state === 'withdrawn' ? 'withdrawn' : 'decided', by };
  },
  async putBack({ store }, { extensionId, withdrawn }) {
    await store.extensions.setState(extensionId, 'withdrawn');
    for (const id of withdrawn) await store.extensions.setState(id, 'asked');
  },
};

/** The request waits for an answer again, and the date is the former one. */
export const undoDecision: Undoing<ExtensionDecided> = {
  async builtOn(context, made) {
    const { store } = context;
    const extension = await store.extensions.byId(made.extensionId);
    const occurrence = await occurrenceOf(context, made);
    if (extension?.state !== made.state || !occurrence) return { kind: 'changed', by: null };
    const reported = await reportedSince(context, made.taskId);
    if (reported || occurrence.state !== 'open') return reported ?? { kind: 'changed', by: null };
    const { lastDay, originalDay } = made.after;
    if (occurrence.lastDay !== lastDay || occurrence.originalDay !== originalDay) {
      return { kind: 'changed', by: null };
    }
    const since = await store.extensions.openOfTask(made.taskId, '0000-01-01');
    return since ? { kind: 'asked', by: null } : null;
  },
  async putBack({ store }, { extensionId, occurrenceId, before, after }) {
    await store.extensions.setState(extensionId, 'asked');
    if (before.lastDay === after.lastDay) return;
    await store.plans.moveOccurrence(occurrenceId, before);
    await store.reminders.retire(occurrenceId, after.lastDay);
    await store.reminders.reinstate(occurrenceId, before.lastDay);
  },
};

async function occurrenceOf(
  { store, member }: UndoContext,
  { occurrenceId }: ExtensionDecided,
): Promise<Occurrence | undefined> {
  const board = await store.plans.board(member.organizationId);
  return board.flatMap(({ occurrences }) => occurrences).find(({ id }) => id === occurrenceId);
}
