/** Where a person or a unit hears: the one place that says which chat comes first and which comes next. */
import type { Recipient } from '../domain/reminders-for-day.ts';
import type { Chat } from './ports/chats.ts';

/**
 * The private chats in which a member can be written to: the chosen platform first, the others in the order in which
 * they were met. Nobody has to choose: until then the platform joined first counts as chosen, because people
 * should find their reminders where they found them yesterday.
 */
export function channelsOf(memberId: number, chats: Chat[]): Chat[] {
  const own = chats.filter((chat) => chat.memberId === memberId && chat.reachable);
  return [...own.filter(({ preferred }) => preferred), ...own.filter(({ preferred }) => !preferred)];
}

/** The groups in which a unit can be written to: its own, then those of the whole office. */
export function groupsOf(unitId: number | null, chats: Chat[]): Chat[] {
  const groups = chats.filter(({ kind, reachable }) => kind === 'group' && reachable);
  const whole = groups.filter((group) => group.unitId === null);
  return unitId === null ? whole : [...groups.filter((group) => group.unitId === unitId), ...whole];
}

/** The chat in which a recipient hears now; undefined: none. */
export function chatFor({ kind, id }: Recipient, chats: Chat[]): Chat | undefined {
  return (kind === 'member' ? channelsOf(id, chats) : groupsOf(id, chats))[0];
}
