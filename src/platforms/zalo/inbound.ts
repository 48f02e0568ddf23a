/**
 * What Zalo tells, in the office's terms. Objects come from the library without a prototype, and numbers beyond 2^53
 * as objects: everything that is an id is compared as text.
 */
import type { InboundEvent, InboundUpdate } from '../../services/ports/messenger.ts';
import { albumOf, attachmentsOf, unreadIn } from './attachments.ts';
import { chatIdOf } from './chat-id.ts';
import type { GroupEvent, Message, OwnAccount, Reaction, Undo } from './client.ts';
import { quotingOf } from './quoting.ts';
import { readWords } from './words.ts';

/** The update, or null when it is none of the office's business. */
export function inboundUpdateOf(message: Message, own: OwnAccount): InboundUpdate | null {
  const { data } = message;
  if (message.isSelf || String(data.uidFrom) === own.id) return null;
  const event = eventOf(message, own);
  if (!event) return null;
  const kind = kindOf(message);
  return {
    platform: 'zalo',
    account: own.id,
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
export function membershipUpdateOf(event: GroupEvent, own: OwnAccount): InboundUpdate | null {
  const isIn = event.act === 'join';
  if (!(isIn || EXITS.has(event.act)) || !isAbout(event, own)) return null;
  const time = 'time' in event.data ? String(event.data.time) : '';
  return {
    platform: 'zalo',
    account: own.id,
    id: `${event.threadId} ${event.act} ${time}`,
    chat: { id: chatIdOf({ kind: 'group', id: String(event.threadId) }), kind: 'group' },
    event: { type: 'reachable', reachable: isIn },
  };
}

/** The id of the message that its sender's app gave that number; undefined where it is not known. */
export type NamedByClient = (threadId: string, clientId: string) => string | undefined;

/** Somebody's heart, thumb or any other sign below a message; null for one taken back. From phones its id may be 0. */
export function reactionUpdateOf(
  reaction: Reaction,
  own: OwnAccount,
  named: NamedByClient,
): InboundUpdate | null {
  const { data, isSelf, threadId } = reaction;
  const { rIcon, rMsg } = data.content;
  const { gMsgID, cMsgID } = rMsg?.[0] ?? {};
  const messageId = idOf(gMsgID) ?? named(String(threadId), String(cMsgID));
  if (isSelf || String(data.uidFrom) === own.id || !rIcon || messageId === undefined) return null;
  return { ...signOf(reaction, own), id: `reaction ${data.msgId}`, event: { type: 'reaction', messageId } };
}

/** "Thu hồi": somebody took a message of the own back. */
export function recallUpdateOf(
  undo: Pick<Undo, 'data' | 'isGroup' | 'isSelf' | 'threadId'>,
  own: OwnAccount,
  named: NamedByClient,
): InboundUpdate | null {
  const { data, isSelf, threadId } = undo;
  const { globalMsgId, cliMsgId } = data.content;
  const messageId = idOf(globalMsgId) ?? named(String(threadId), String(cliMsgId));
  if (isSelf || String(data.uidFrom) === own.id || messageId === undefined) return null;
  return { ...signOf(undo, own), id: `recall ${data.msgId}`, event: { type: 'recalled', messageId } };
}

/** Who did something to a message, and in which chat. */
function signOf(
  {
    data,
    isGroup,
    threadId,
  }: Pick<Undo | Reaction, 'isGroup' | 'threadId'> & { data: { uidFrom: unknown; dName?: unknown } },
  own: OwnAccount,
): Pick<InboundUpdate, 'platform' | 'account' | 'chat' | 'from'> {
  return {
    platform: 'zalo',
    account: own.id,
    chat: {
      id: chatIdOf({ kind: isGroup ? 'group' : 'user', id: String(threadId) }),
      kind: isGroup ? 'group' : 'private',
    },
    from: { id: String(data.uidFrom), name: String(data.dName ?? '') },
  };
}

/** In the history a recall stands among the messages. */
export function undoIn({ data, threadId, isSelf, type }: Message): Undo | null {
  const content: unknown = data.content;
  if (typeof content !== 'object' || content === null || !('deleteMsg' in content)) return null;
  return { data: data as unknown as Undo['data'], threadId, isSelf, isGroup: type !== 0 };
}

/** Numbers, texts, or objects for what is beyond 2^53; 0 is none. */
function idOf(id: unknown): string | undefined {
  const text = id === undefined || id === null ? '' : String(id);
  return text === '' || text === '0' ? undefined : text;
}

function isAbout({ data }: GroupEvent, own: OwnAccount): boolean {
  const members: unknown = 'updateMembers' in data ? data.updateMembers : null;
  return Array.isArray(members) && members.some((one: { id?: unknown } | null) => String(one?.id) === own.id);
}

export function kindOf(message: Message): 'user' | 'group' {
  // ThreadType: 0 a person, 1 a group.
  return message.type === 0 ? 'user' : 'group';
}

function eventOf(message: Message, own: OwnAccount): InboundEvent | null {
  const { text, callsUs } = readWords(message, own);
  const attachments = attachmentsOf(message);
  const unread = unreadIn(message);
  // A recalled message, what Zalo itself tells in a chat: nothing to answer.
  if (text === '' && attachments.length === 0 && !unread && !callsUs) return null;
  const album = albumOf(message);
  const { quote } = message.data;
  const isForUs =
    kindOf(message) === 'user' ||
    callsUs ||
    text.startsWith('/') ||
    (quote !== undefined && quote !== null && String(quote.ownerId) === own.id);
  return {
    type: 'message',
    messageId: String(message.data.msgId),
    text,
    addressed: isForUs,
    ...(quote && { replyToMessageId: String(quote.globalMsgId) }),
    attachments,
    ...(album !== undefined && { album }),
    ...(unread && { unread }),
    ...(isForUs && { quoting: quotingOf(message) }),
  };
}
