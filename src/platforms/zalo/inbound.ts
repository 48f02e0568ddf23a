/**
 * What Zalo tells, in the office's terms. Objects come from the library without a prototype, and numbers beyond 2^53
 * as objects: everything that is an id is compared as text.
 */
import type { InboundEvent, InboundUpdate } from '../../services/ports/messenger.ts';
import { attachmentsOf } from './attachments.ts';
import { chatIdOf } from './chat-id.ts';
import type { GroupEvent, Message } from './client.ts';
import { quotingOf } from './quoting.ts';
import { readWords } from './words.ts';

/** The update, or null when it is none of the office's business. */
export function inboundUpdateOf(message: Message, ownId: string): InboundUpdate | null {
  const { data } = message;
  if (message.isSelf || String(data.uidFrom) === ownId) return null;
  const event = eventOf(message, ownId);
  if (!event) return null;
  const kind = kindOf(message);
  return {
    platform: 'zalo',
    id: String(data.msgId),
    chat: {
      id: chatIdOf({ kind, id: String(message.threadId) }),
      kind: kind === 'user' ? 'private' : 'group',
    },
    from: { id: String(data.uidFrom), name: String(data.dName ?? '') },
    event,
  };
}

const EXITS = new Set(['leave', 'remove_member', 'block_member']);

/** The account was taken into a group, or out of one. */
export function membershipUpdateOf(event: GroupEvent, ownId: string): InboundUpdate | null {
  const isIn = event.act === 'join';
  if (!(isIn || EXITS.has(event.act)) || !isAbout(event, ownId)) return null;
  const time = 'time' in event.data ? String(event.data.time) : '';
  return {
    platform: 'zalo',
    id: `${event.threadId} ${event.act} ${time}`,
    chat: { id: chatIdOf({ kind: 'group', id: String(event.threadId) }), kind: 'group' },
    event: { type: 'reachable', reachable: isIn },
  };
}

function isAbout({ data }: GroupEvent, ownId: string): boolean {
  const members: unknown = 'updateMembers' in data ? data.updateMembers : null;
  return Array.isArray(members) && members.some((one: { id?: unknown } | null) => String(one?.id) === ownId);
}

export function kindOf(message: Message): 'user' | 'group' {
  // ThreadType: 0 a person, 1 a group.
  return message.type === 0 ? 'user' : 'group';
}

function eventOf(message: Message, ownId: string): InboundEvent | null {
  const { text, callsUs } = readWords(message, ownId);
  const attachments = attachmentsOf(message);
  // A sticker, a recalled message, a location: nothing to answer.
  if (text === '' && attachments.length === 0 && !callsUs) return null;
  const { quote } = message.data;
  const isForUs =
    kindOf(message) === 'user' ||
    callsUs ||
    text.startsWith('/') ||
    (quote !== undefined && quote !== null && String(quote.ownerId) === ownId);
  return {
    type: 'message',
    messageId: String(message.data.msgId),
    text,
    addressed: isForUs,
    ...(quote && { replyToMessageId: String(quote.globalMsgId) }),
    attachments,
    ...(isForUs && { quoting: quotingOf(message) }),
  };
}
