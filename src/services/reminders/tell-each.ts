import type { Member } from '../../domain/member.ts';
import { channelsOf } from '../people/channels.ts';
import type { Telling } from '../ports/planning.ts';
import type { OfficeNow } from './plan-office.ts';

interface ToEach extends Pick<Telling, 'kind' | 'day'> {
  keyOf(member: Member): string;
  isFor(member: Member): boolean;
  /** Only to those who had joined by then. */
  since?: Date;
}

/** To everybody of an office whom it is for, where they hear, a notice whose words are found when it is sent. */
export function tellEach(
  { members, joined, chats }: Pick<OfficeNow, 'members' | 'joined' | 'chats'>,
  { kind, day, keyOf, isFor, since }: ToEach,
): Telling[] {
  return members.filter(isFor).flatMap((member) => {
    const [chat] = channelsOf(member.id, chats);
    const joinedAt = joined.get(member.id);
    const isInTime = since === undefined || (joinedAt !== undefined && joinedAt <= since);
    return chat && isInTime ? [{ key: keyOf(member), kind, chatId: chat.id, day }] : [];
  });
}

export function isClerk({ role }: Member): boolean {
  return role === 'clerk';
}
