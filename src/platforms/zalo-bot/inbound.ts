/** What Zalo tells, in the office's terms: https://bot.zaloplatforms.com/docs/webhook */
import type { Attachment, InboundUpdate, Unread } from '../../services/ports/messenger.ts';
import { holdsAddress } from '../shared/written-words.ts';
import type { BotIdentity } from './account.ts';
import { spokenWords } from './words.ts';

/** Any field may be missing, or be something else. */
type Fields = Record<string, unknown>;

/** What somebody sent: "message.text.received". Whatever else Zalo may tell is nothing to answer. */
const MESSAGE = /^message\.(\w+)\.received$/;
/**
 * Of what comes without words, picture and address, how much is known. Of anything else Zalo hands over no more than that
 * there is something, because of who sent it or what it is: a file, at times an address that somebody pasted.
 */
const UNREAD = new Map<string | undefined, Unread>([
  ['voice', 'voice'],
  ['sticker', 'sticker'],
]);

/**
 * The update, or null when it is none of the office's business.
 * @param update as a webhook is given it, `{ ok, result: { event_name, message } }`, or bare, as some polls answer
 * @throws {TypeError} when nobody could answer it: without ids
 */
export function inboundUpdateOf(update: unknown, bot: BotIdentity): InboundUpdate | null {
  const { event_name: event, message } = unwrapped(update);
  const what = MESSAGE.exec(String(event ?? 'message.text.received'))?.[1];
  if (!isFields(message) || what === undefined) return null;
  const from = isFields(message.from) ? message.from : {};
  const chat = isFields(message.chat) ? message.chat : {};
  if (from.is_bot === true || idIn(from, 'id') === bot.id) return null;
  const text = spokenWords(wordsIn(message, what), bot);
  const attachments = attachmentsOf(message);
  const isBare = text === '' && attachments.length === 0;
  const unread = isBare && what !== 'text' ? (UNREAD.get(what) ?? 'unsupported') : undefined;
  const isPrivate = chat.chat_type === 'PRIVATE';
  // In a group a bare mention calls the bot; alone with somebody an empty message is nothing.
  if (isBare && !unread && isPrivate) return null;
  const quotedId = quotedIn(message);
  return {
    platform: 'zalo-bot',
    account: bot.id,
    id: idIn(message, 'message_id'),
    // What is said privately must not come into a group, and whatever else there is may be one.
    chat: { id: idIn(chat, 'id'), kind: isPrivate ? 'private' : 'group' },
    from: { id: idIn(from, 'id'), name: textIn(from, 'display_name') ?? textIn(from, 'name') ?? '' },
    event: {
      type: 'message',
      messageId: idIn(message, 'message_id'),
      text,
      // Of a group Zalo shows the bot nothing but mentions of it and quotes of its messages.
      addressed: true,
      ...(quotedId !== undefined && { replyToMessageId: quotedId }),
      attachments,
      ...(unread && { unread }),
    },
  };
}

/** A shared link or file has its address in a field of its own, and the words may hold it already. */
function wordsIn(message: Fields, what: string): string {
  const words = textIn(message, 'text') ?? textIn(message, 'caption') ?? '';
  // That of a sticker is its picture's.
  const url = UNREAD.has(what) ? undefined : (textIn(message, 'url') ?? textIn(message, 'file_url'));
  return url === undefined || !isAddress(url) || holdsAddress(words, url) ? words : `${words} ${url}`.trim();
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** What identifies the update, where it can be told: the same one may be handed out twice. */
export function messageIdIn(update: unknown): string | undefined {
  const { message } = unwrapped(update);
  return isFields(message) && isId(message.message_id) ? String(message.message_id) : undefined;
}

function unwrapped(update: unknown): Fields {
  const outer = isFields(update) ? update : {};
  return isFields(outer.result) ? outer.result : outer;
}

/** The documentation says `photo`; what arrives has been seen to say `photo_url`. */
function attachmentsOf(message: Fields): Attachment[] {
  const photo = textIn(message, 'photo_url') ?? textIn(message, 'photo');
  return photo ? [{ kind: 'photo', fileId: photo }] : [];
}

/** The documentation says that quotes arrive, not where they name the quoted message: whatever looks like it is taken. */
function quotedIn(message: Fields): string | undefined {
  const quoted = message.reply_to_message ?? message.quote;
  return isFields(quoted) && isId(quoted.message_id) ? String(quoted.message_id) : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function idIn(fields: Fields, key: string): string {
  const id = fields[key];
  if (!isId(id)) throw new TypeError(`No ${key}`);
  return String(id);
}

function textIn(fields: Fields, key: string): string | undefined {
  const text = fields[key];
  return typeof text === 'string' ? text : undefined;
}
