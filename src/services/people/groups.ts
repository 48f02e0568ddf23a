/** The groups in which an office is reminded: which are bound, and unbinding one. */

import type { Member, Unit } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { recordChange } from '../office/record-change.ts';
import type { Chat } from '../ports/chats.ts';
import type { Store } from '../ports/store.ts';

export interface BoundGroup {
  chat: Chat;
  /** Null: of the whole office. */
  unit: Unit | null;
}

/** In the order in which they were met; of a group with topics each that is bound. */
export async function boundGroups(store: Store, organizationId: number): Promise<BoundGroup[]> {
  const chats = await store.chats.ofOrganization(organizationId);
  const units = await store.offices.units(organizationId);
  return chats
    .filter(({ kind }) => kind === 'group')
    .map((chat) => ({ chat, unit: units.find(({ id }) => id === chat.unitId) ?? null }));
}

export interface UnbindRequest {
  organizationId: number;
  /** Null: the shell. */
  by: Member | null;
  /** Which is meant, of those that are bound. */
  isMeant(group: BoundGroup, number: number): boolean;
  updateId: number | null;
  at: Date;
}

export type UnbindOutcome =
  | { kind: 'unbound'; group: BoundGroup }
  | { kind: 'not-allowed' }
  | { kind: 'not-bound' };

/** Nothing of the office is said in the group any more. */
export async function unbindGroup(
  store: Store,
  { organizationId, by, isMeant, updateId, at }: UnbindRequest,
): Promise<UnbindOutcome> {
  if (by !== null && !may(by, 'bind-chat')) return { kind: 'not-allowed' };
  await store.offices.lock(organizationId);
  const group = (await boundGroups(store, organizationId)).find((one, index) => isMeant(one, index + 1));
  if (!group) return { kind: 'not-bound' };
  const { chat } = group;
  const before = { organizationId, unitId: chat.unitId };
  const after = { organizationId: null, unitId: null };
  await store.chats.bindToOffice(chat.id, null, null);
  const place = `${chat.platform} ${chat.address.id}`;
  await recordChange(
    store,
    { organizationId, memberId: by?.id ?? null, updateId, at },
    { kind: 'unbind-chat', chatId: chat.id, group: place, before, after, replaced: [] },
    { subject: `chat:${chat.id}`, before, after },
  );
  return { kind: 'unbound', group };
}
