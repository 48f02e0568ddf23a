import type { Occurrence } from '../../domain/task.ts';
import type { ChangeMade, ExtensionAsked, ExtensionDecided } from '../ports/changes.ts';
import type { UndoContext, Undoing } from './undoing.ts';

/** A request for more time is taken back; the one that it replaced waits again. */
export const undoAsking: Undoing<ExtensionAsked> = {
  async builtOn({ store, organizationId }, { extensionId }) {
    const extension = await store.extensions.byId(extensionId);
    if (extension?.state === 'asked') return null;
    const people = await store.offices.everybody(organizationId);
    const by = people.find(({ id }) => id === extension?.decidedById)?.name ?? null;
    return { kind: extension?.state === 'withdrawn' ? 'withdrawn' : 'decided', by };
  },
  async putBack({ store }, { extensionId, withdrawn }) {
    await store.extensions.setState(extensionId, 'withdrawn');
    for (const id of withdrawn) await store.extensions.setState(id, 'asked');
  },
};

/** The request that was taken back waits for an answer again. */
export const undoWithdrawal: Undoing<Extract<ChangeMade, { kind: 'withdraw-extension' }>> = {
  async builtOn({ store }, { extensionId }) {
    const extension = await store.extensions.byId(extensionId);
    return extension?.state === 'withdrawn' ? null : { kind: 'changed', by: null };
  },
  async putBack({ store }, { extensionId }) {
    await store.extensions.setState(extensionId, 'asked');
  },
};

/** The request waits for an answer again, and the date is the former one. */
export const undoDecision: Undoing<ExtensionDecided> = {
  async builtOn(context, made) {
    const extension = await context.store.extensions.byId(made.extensionId);
    if (extension?.state !== made.state) return { kind: 'changed', by: null };
    if (made.state === 'refused') return null;
    const occurrence = await occurrenceOf(context, made);
    const { lastDay, originalDay } = made.after;
    const isAsLeft = occurrence?.lastDay === lastDay && occurrence.originalDay === originalDay;
    return isAsLeft ? null : { kind: 'changed', by: null };
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
  { store, organizationId }: UndoContext,
  { occurrenceId }: ExtensionDecided,
): Promise<Occurrence | undefined> {
  const board = await store.plans.board(organizationId);
  return board.flatMap(({ occurrences }) => occurrences).find(({ id }) => id === occurrenceId);
}
