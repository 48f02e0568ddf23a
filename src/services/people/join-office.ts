import type { Member } from '../../domain/member.ts';
import type { Chat } from '../ports/chats.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';
import { channelOnJoining } from './channels.ts';

export interface JoinRequest {
  code: string;
  platform: PlatformName;
  accountId: string;
  /** The private chat in which the code was given. */
  chat: Chat;
  updateId: number;
  at: Date;
}

export type JoinOutcome =
  /** `hearsOn`: where the member's reminders go, which may be another platform that was joined before. */
  | { kind: 'joined'; member: Member; hearsOn: PlatformName }
  /** The code was this account's own, given again. */
  | { kind: 'already-joined'; member: Member }
  /** The account speaks for somebody else already. */
  | { kind: 'is-another'; member: Member }
  | { kind: 'bad-code' };

/**
 * Makes a platform account a member, on whatever platform the code is given first. A code works once: whoever finds it
 * later in a chat's history can do nothing with it. For one more platform the member asks for another code where the
 * member has joined, or the clerk gives one.
 */
export async function joinOffice(store: Store, request: JoinRequest): Promise<JoinOutcome> {
  const { platform, accountId, at } = request;
  const present = await store.offices.memberByAccount(platform, accountId);
  const invitation = await store.offices.invitation(request.code.toUpperCase());
  if (!invitation || invitation.expiresAt < at) {
    return present ? { kind: 'already-joined', member: present } : { kind: 'bad-code' };
  }
  const { member } = invitation;
  if (present && present.id !== member.id) return { kind: 'is-another', member: present };

  await store.offices.linkAccount(member.id, platform, accountId, at);
  await store.offices.closeInvitations(member.id);
  await store.chats.bindToMember(request.chat.id, member);
  const chats = await store.chats.ofOrganization(member.organizationId);
  const hears = channelOnJoining(member.id, chats, platform);
  if (hears.isFirst) await store.offices.preferChannel(member.id, platform);
  await store.audit.add({
    organizationId: member.organizationId,
    at,
    memberId: member.id,
    updateId: request.updateId,
    action: 'join',
    subject: `member:${member.id}`,
    after: { platform },
  });
  return { kind: 'joined', member, hearsOn: hears.platform };
}
