/** What Telegram reports, in the office's terms: https://core.telegram.org/bots/api#update */
import type { InboundEvent, InboundUpdate } from '../../services/ports/messenger.ts';
import type { BotIdentity } from './account.ts';
import { attachmentsOf, unreadIn } from './attachments.ts';
import type { CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated, Update } from './client.ts';
import { readWords } from './words.ts';

/** The kinds of update to ask Telegram for. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const;

/** The update, or null when it is none of the office's business. */
export function inboundUpdateOf(update: Update, bot: BotIdentity): InboundUpdate | null {
  const part = partOf(update, bot);
  return part && { platform: 'telegram', account: String(bot.id), id: String(update.update_id), ...part };
}

type Part = Omit<InboundUpdate, 'platform' | 'account' | 'id'>;

function partOf(update: Update, bot: BotIdentity): Part | null {
  if ('message' in update) return messagePart(update.message, bot);
  if ('edited_message' in update) return editedPart(update.edited_message, bot);
  if ('callback_query' in update) return buttonPart(update.callback_query);
  if ('my_chat_member' in update) return reachablePart(update.my_chat_member);
  if ('message_reaction' in update) return reactionPart(update.message_reaction);
  return null;
}

function messagePart(message: Message, bot: BotIdentity): Part | null {
  const chat = chatOf(message.chat);
  if (!chat) return null;
  // Telegram tells of the move in both chats, the old one and the new one; both say the same here.
  if ('migrate_to_chat_id' in message) {
    return { chat, event: { type: 'chat-moved', to: String(message.migrate_to_chat_id) } };
  }
  if ('migrate_from_chat_id' in message) {
    const old = { ...chat, id: String(message.migrate_from_chat_id) };
    return { chat: old, event: { type: 'chat-moved', to: chat.id } };
  }
  if (isFromBot(message)) return null;
  const event = wordsOrFiles(message, bot, chat.kind === 'private');
  return event && { chat: inTopic(chat, message), ...personIn(message), event };
}

function editedPart(message: Message, bot: BotIdentity): Part | null {
  const part = messagePart(message, bot);
  return part?.event.type === 'message' ? { ...part, event: { ...part.event, edited: true } } : null;
}

/** This one, or another: two bots that answer each other would never end. */
function isFromBot({ from, sender_chat: asChat }: Message): boolean {
  // An administrator who writes as the group is shown as a bot.
  return from?.is_bot === true && asChat === undefined;
}

function wordsOrFiles(message: Message, bot: BotIdentity, isPrivate: boolean): InboundEvent | null {
  const words = readWords(message, bot);
  const attachments = attachmentsOf(message);
  const unread = unreadIn(message);
  // Somebody joined, a message was pinned: nobody says anything.
  if (words.text === '' && attachments.length === 0 && !unread && !words.mentionsBot) return null;
  const quoted = quotedIn(message);
  const isForUs = words.commandFor === 'us' || words.mentionsBot || quoted?.from?.id === bot.id;
  return {
    type: 'message',
    messageId: String(message.message_id),
    text: words.text,
    addressed: isPrivate || (isForUs && words.commandFor !== 'other-bot'),
    ...(quoted && { replyToMessageId: String(quoted.message_id) }),
    attachments,
    ...('media_group_id' in message && { album: message.media_group_id }),
    ...(unread && { unread }),
  };
}

function buttonPart(query: CallbackQuery): Part | null {
  const { message, from } = query;
  // Without a message it was pressed in somebody else's chat, through inline mode, which this bot does not offer.
  const chat = message && chatOf(message.chat);
  if (!chat || !('data' in query)) return null;
  return {
    chat: inTopic(chat, message),
    from: person(from),
    event: { type: 'button', data: query.data, messageId: String(message.message_id) },
  };
}

/** Null for one taken back, and for an anonymous administrator's, which is nobody's. Topics are not told. */
function reactionPart(reaction: MessageReactionUpdated): Part | null {
  const { chat: where, user, new_reaction: signs, message_id: messageId } = reaction;
  const chat = chatOf(where);
  if (!chat || !user || signs.length === 0) return null;
  return { chat, from: person(user), event: { type: 'reaction', messageId: String(messageId) } };
}

function reachablePart({ chat: where, from, new_chat_member: bot }: ChatMemberUpdated): Part | null {
  const chat = chatOf(where);
  if (!chat) return null;
  const reachable =
    bot.status === 'restricted'
      ? bot.is_member && bot.can_send_messages
      : bot.status !== 'left' && bot.status !== 'kicked';
  return { chat, from: person(from), event: { type: 'reachable', reachable } };
}

function chatOf(chat: Message['chat']): InboundUpdate['chat'] | null {
  const id = String(chat.id);
  if (chat.type === 'private') return { id, kind: 'private' };
  if (chat.type === 'channel') return null;
  return { id, kind: 'group', title: chat.title };
}

/** Plain supergroups number their reply threads too, but refuse answers sent to such a number. */
function inTopic(chat: InboundUpdate['chat'], message: object): InboundUpdate['chat'] {
  const { is_topic_message: isTopic, message_thread_id: thread } = message as Partial<Message.TextMessage>;
  return isTopic && thread !== undefined ? { ...chat, threadId: String(thread) } : chat;
}

/** In a topic, a message that quotes nothing still "replies" to the service message that opened the topic. */
function quotedIn(message: Message) {
  const quoted = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return quoted && !('forum_topic_created' in quoted) ? quoted : undefined;
}

/**
 * Somebody who writes as the group itself (an anonymous administrator, a linked channel) shows a stand-in account,
 * the same for everybody: nobody in particular.
 */
function personIn(message: Message): Pick<InboundUpdate, 'from'> {
  return message.from && !message.sender_chat ? { from: person(message.from) } : {};
}

function person(user: CallbackQuery['from']): NonNullable<InboundUpdate['from']> {
  return {
    id: String(user.id),
    name: [user.first_name, user.last_name].filter(Boolean).join(' '),
    ...(user.language_code !== undefined && { language: user.language_code }),
  };
}
