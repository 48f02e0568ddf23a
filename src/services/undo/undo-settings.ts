import { hoursCross } from '../../domain/office-settings.ts';
import { sameValue } from '../../domain/same-value.ts';
import { defaultRules } from '../office/office-rules.ts';
import { isFreeFor } from '../people/bind-chat.ts';
import type { ChangeMade, NamesChange, SettingChanged, UnitRenamed } from '../ports/changes.ts';
import { isAsFound, waitAgain } from '../tasks/recognize-waiting.ts';
import type { BuiltOn } from './built-on.ts';
import type { Undoing } from './undoing.ts';

const CHANGED: BuiltOn = { kind: 'changed', by: null };

/** A unit is not called so any more, and the tasks that it was found for wait for theirs again. */
export const undoNames: Undoing<NamesChange> = {
  async builtOn({ store, organizationId }, { units, tasks }) {
    const taught = await store.offices.taughtAliases(organizationId);
    const isRenamed = ({ unitId, after }: NamesChange['units'][number]) =>
      !sameValue(taught.find((one) => one.unitId === unitId)?.aliases, after);
    if (units.some(isRenamed)) return CHANGED;
    return (await isAsFound(store, tasks)) ? null : CHANGED;
  },
  async putBack({ store, organizationId }, { units, tasks }) {
    for (const { unitId, before } of units) await store.offices.setTaughtAliases(unitId, before);
    await waitAgain(store, organizationId, tasks);
  },
};

/** The unit is called as before. */
export const undoRenaming: Undoing<UnitRenamed> = {
  async builtOn({ store, organizationId }, { unitId, after, tasks }) {
    const named = (await store.offices.unitsOfRoster(organizationId)).find(({ id }) => id === unitId);
    const taught = await store.offices.taughtAliases(organizationId);
    const present = { name: named?.name, taught: taught.find((one) => one.unitId === unitId)?.aliases };
    return sameValue(present, after) && (await isAsFound(store, tasks)) ? null : CHANGED;
  },
  async putBack({ store, organizationId }, { unitId, before, tasks }) {
    await store.offices.renameUnit(unitId, before.name);
    await store.offices.setTaughtAliases(unitId, before.taught);
    await waitAgain(store, organizationId, tasks);
  },
};

/** The group is what it was: another unit's, the office's, or nobody's. */
export const undoBinding: Undoing<Extract<ChangeMade, { kind: 'bind-chat' | 'unbind-chat' }>> = {
  async builtOn({ store, organizationId }, { chatId, after, replaced }) {
    for (const id of [chatId, ...replaced]) {
      if (!isFreeFor(organizationId, await store.chats.byId(id))) return { kind: 'taken', by: null };
    }
    // What another topic of the group is bound to is nothing to this one.
    const bound = (await store.chats.ofOrganization(organizationId)).find(({ id }) => id === chatId);
    const present = { organizationId: bound ? organizationId : null, unitId: bound?.unitId ?? null };
    return sameValue(present, after) ? null : CHANGED;
  },
  async putBack({ store }, { chatId, before, after, replaced }) {
    await store.chats.bindToOffice(chatId, before.organizationId, before.unitId);
    for (const id of replaced) await store.chats.bindToOffice(id, after.organizationId, after.unitId);
  },
};

export const undoChannel: Undoing<Extract<ChangeMade, { kind: 'choose-channel' }>> = {
  async builtOn({ store, by }, { after }) {
    return by !== null && (await store.offices.channelOf(by.id)) === after ? null : CHANGED;
  },
  async putBack({ store, by }, { before }) {
    if (by !== null) await store.offices.preferChannel(by.id, before);
  },
};

/** Whatever else the office has decided meanwhile stays. */
export const undoSetting: Undoing<SettingChanged> = {
  async builtOn({ store, organizationId }, { setting, before, after }) {
    const { settings } = await store.offices.byId(organizationId);
    const isCrossing = hoursCross(defaultRules, { ...settings, [setting]: before[setting] });
    return sameValue(settings[setting], after[setting]) && !isCrossing ? null : CHANGED;
  },
  async putBack({ store, organizationId }, { setting, before }) {
    const { settings } = await store.offices.byId(organizationId);
    await store.offices.setSettings(organizationId, { ...settings, [setting]: before[setting] });
  },
};
