/** Where a person or a unit hears: the one place that says which chat comes first and which comes next. */
import type { Recipient } from '../../domain/reminders-for-day.ts';
import type { Chat } from '../ports/chats.ts';
import type { PlatformName, UnreachableReason } from '../ports/messenger.ts';

/**
 * The private chats in which a member can be written to: the chosen platform first, the others in the order in which
 * they were met. Nobody has to choose: until then the platform joined first counts as chosen, because people
 * should find their reminders where they found them yesterday.
 */
export function channelsOf(memberId: number, chats: Chat[]): Chat[] {
  return chatsOf(memberId, chats).filter(({ reachable }) => reachable);
}

/** Also those in which the member cannot be written to. */
function chatsOf(memberId: number, chats: Chat[]): Chat[] {
  const own = chats.filter((chat) => chat.memberId === memberId);
  return [...own.filter(({ preferred }) => preferred), ...own.filter(({ preferred }) => !preferred)];
}

export type Way =
  | { isOpen: true }
  /** Each platform on which the member could be written to is out of service; this is the first of them. */
  | { waitsFor: PlatformName }
  /** Said of the chat that would come first. */
  | { why: UnreachableReason | 'never-joined' };

/** Whether anything reaches a member now. */
export function wayTo(memberId: number, chats: Chat[], out: ReadonlyMap<PlatformName, unknown>): Way {
  const channels = channelsOf(memberId, chats);
  if (channels.some(({ platform }) => !out.has(platform))) return { isOpen: true };
  const [first] = channels;
  if (first) return { waitsFor: first.platform };
  return { why: chatsOf(memberId, chats)[0]?.unreachable ?? 'never-joined' };
}

/**
 * Where a member hears who has just joined on a platform.
 * @returns `isFirst`: nowhere else so far, so that this platform counts as chosen.
 */
export function channelOnJoining(
  memberId: number,
  chats: Chat[],
  joined: PlatformName,
): { platform: PlatformName; isFirst: boolean } {
  return {
    platform: channelsOf(memberId, chats)[0]?.platform ?? joined,
    isFirst: chatsOf(memberId, chats).every(({ platform }) => platform === joined),
  };
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
