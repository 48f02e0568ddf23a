import type { Member, Unit } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { matchUnits } from '../../domain/unit-match.ts';
import { recordChange } from '../office/record-change.ts';
import type { Chat } from '../ports/chats.ts';
import type { Organization } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';

export type BindOutcome =
  | { kind: 'bound'; office: Organization; unit: Unit | null }
  | { kind: 'not-a-group' }
  | { kind: 'not-allowed' }
  /** The group belongs to another office, which is not named. */
  | { kind: 'taken' }
  | { kind: 'no-such-unit'; words: string; units: Unit[] };

/** A clerk makes a group the office's, or one unit's. */
export async function bindChat(
  store: Store,
  request: { member: Member; chat: Chat; unit: string | null; updateId: number; at: Date },
): Promise<BindOutcome> {
  const { member, chat } = request;
  if (!may(member, 'bind-chat')) return { kind: 'not-allowed' };
  if (chat.kind !== 'group') return { kind: 'not-a-group' };
  if (!isFreeFor(member.organizationId, chat)) return { kind: 'taken' };

  await store.offices.lock(member.organizationId);
  const units = await store.offices.units(member.organizationId);
  const unit = request.unit === null ? null : unitNamed(request.unit, units);
  if (unit === undefined) return { kind: 'no-such-unit', words: request.unit ?? '', units };
  const { organizationId, id: memberId } = member;
  const { before, replaced } = await store.chats.bindToOffice(chat.id, organizationId, unit?.id ?? null);
  const author = { organizationId, memberId, at: request.at, updateId: request.updateId };
  const after = { organizationId, unitId: unit?.id ?? null };
  const group = `${chat.platform} ${chat.address.id}`;
  const made = { kind: 'bind-chat', chatId: chat.id, group, before, after, replaced } as const;
  await recordChange(store, author, made, { subject: `chat:${chat.id}`, before, after });
  return { kind: 'bound', office: await store.offices.byId(member.organizationId), unit };
}

/** No other office is spoken to there. */
export function isFreeFor(organizationId: number, chat: Chat): boolean {
  return chat.organizationId === null || chat.organizationId === organizationId;
}

/** The one unit that the words mean; undefined when they mean none, or several. */
export function unitNamed(words: string, units: Unit[]): Unit | undefined {
  const { matched, all } = matchUnits([words], units);
  return !all && matched.length === 1 ? units.find(({ id }) => id === matched[0]) : undefined;
}
