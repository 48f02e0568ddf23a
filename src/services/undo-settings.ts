import { sameValue } from '../domain/same-value.ts';
import type { ChangeMade, NamesChange } from './ports/changes.ts';
import type { BuiltOn, Undoing } from './undo-change.ts';
import { reportedSince } from './undo-task.ts';

const CHANGED: BuiltOn = { kind: 'changed', by: null };

/** A unit is not called so any more, and the tasks that it was found for wait for theirs again. */
export const undoNames: Undoing<NamesChange> = {
  async builtOn(context, { units, tasks }) {
    const { store, member } = context;
    const taught = await store.offices.taughtAliases(member.organizationId);
    const isRenamed = ({ unitId, after }: NamesChange['units'][number]) =>
      !sameValue(taught.find((one) => one.unitId === unitId)?.aliases, after);
    if (units.some(isRenamed)) return CHANGED;
    for (const { taskId, after } of tasks) {
      const since = await reportedSince(context, taskId);
      if (since) return since;
      const { leads, supports } = await store.plans.standingOf(taskId);
      if (!sameValue({ leads, supports }, after)) return CHANGED;
    }
    return null;
  },
  async putBack({ store }, { units, tasks }) {
    for (const { unitId, before } of units) await store.offices.setTaughtAliases(unitId, before);
    for (const { taskId, before } of tasks) {
      await store.plans.recognize(taskId, before.leads, before.supports);
    }
  },
};

/** The group is what it was: another unit's, the office's, or nobody's. */
export const undoBinding: Undoing<Extract<ChangeMade, { kind: 'bind-chat' }>> = {
  async builtOn({ store }, { chatId, after }) {
    const { organizationId, unitId } = await store.chats.byId(chatId);
    return sameValue({ organizationId, unitId }, after) ? null : CHANGED;
  },
  async putBack({ store }, { chatId, before }) {
    await store.chats.bindToOffice(chatId, before.organizationId, before.unitId);
  },
};

export const undoChannel: Undoing<Extract<ChangeMade, { kind: 'choose-channel' }>> = {
  async builtOn({ store, member }, { after }) {
    return (await store.offices.channelOf(member.id)) === after ? null : CHANGED;
  },
  async putBack({ store, member }, { before }) {
    await store.offices.preferChannel(member.id, before);
  },
};

export const undoAcceptance: Undoing<Extract<ChangeMade, { kind: 'set-acceptance' }>> = {
  async builtOn({ store, member, change }, { after }) {
    if ((await store.offices.byId(member.organizationId)).acceptFirst !== after) return CHANGED;
    // What has come since then and nobody has answered came under this setting, and goes on under it.
    const since = (await store.reports.ofOrganization(member.organizationId)).find(
      ({ state, updateId }) => state !== 'accepted' && (updateId ?? 0) > change.updateId,
    );
    return since ? { kind: 'reported', by: since.memberName } : null;
  },
  async putBack({ store, member }, { before }) {
    await store.offices.setAcceptFirst(member.organizationId, before);
  },
};
