import type { Member } from '../../domain/member.ts';
import type { ChatBinding } from './changes.ts';
import type { ChatAddress, InboundUpdate, PlatformName, UnreachableReason } from './messenger.ts';
import type { Organization } from './offices.ts';

export interface Chat {
  id: number;
  platform: PlatformName;
  address: ChatAddress;
  kind: 'private' | 'group';
  title: string;
  /** Whose it is; of a group with topics, whose any of them has become. */
  organizationId: number | null;
  /** The group of one unit; null: of the whole office. */
  unitId: number | null;
  /** Whose private chat it is. */
  memberId: number | null;
  /** On the platform on which that person wants to hear. */
  preferred: boolean;
  reachable: boolean;
  /** Why it is not; null while it is. */
  unreachable: UnreachableReason | null;
}

/** Who says something where. */
export interface Conversation {
  chat: Chat;
  /** Null: on no roster. */
  member: Member | null;
  /** The member's; else that of the chat. */
  office: Organization | null;
}

export interface Chats {
  /** The chat of a message, made on first sight, and who speaks in it. */
  conversation(update: Pick<InboundUpdate, 'platform' | 'chat' | 'from'>): Promise<Conversation>;
  /** The chat at that address, made on first sight. */
  at(update: Pick<InboundUpdate, 'platform' | 'chat'>): Promise<Chat>;
  byId(id: number): Promise<Chat>;
  /** Those in which the office is written to: a group's other topics are not among them. */
  ofOrganization(organizationId: number): Promise<Chat[]>;
  /**
   * In place of another topic of the same group that was bound to the same; null takes it from its office.
   * @returns what it was bound to itself, whatever the other topics of its group are, and whose place it took
   */
  bindToOffice(
    chatId: number,
    organizationId: number | null,
    unitId: number | null,
  ): Promise<{ before: ChatBinding; replaced: number[] }>;
  bindToMember(chatId: number, member: Member): Promise<void>;
  setReachable(chatId: number, unreachable: { why: UnreachableReason; at: Date } | null): Promise<void>;
  /**
   * Drops what chats that no office has to do with have left: messages and answers from before that moment, and the chats
   * that have left nothing; of more than `most` such chats the oldest whole. What the audit log speaks of stays.
   */
  forgetStrangers(of: { before: Date; most: number }): Promise<void>;
  /** The platform gave the group, with all its topics, another id. */
  move(platform: PlatformName, from: string, to: string): Promise<void>;
}
