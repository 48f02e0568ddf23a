/** A chat of the stand-in: who writes in it, what the bot sees of it, and what the bot wrote into it. */

import { Mailbox } from '../mailbox.ts';
import type { Refusal } from '../refusal.ts';
import { entitiesIn, trimmed } from './html.ts';
import { badRequest, type ChatJson, type MessageJson, type UserJson } from './json.ts';
import { ReceivedMessage } from './mailbox.ts';
import type { StandInWorld } from './world.ts';

/** What somebody sends besides words. */
export interface Sending {
  caption?: string;
  document?: { name: string; content: Uint8Array; type?: string };
  /** The picture's bytes; Telegram makes smaller sizes of it. */
  photo?: Uint8Array;
  video?: Uint8Array;
  voice?: Uint8Array;
  /** An emoji. */
  sticker?: string;
  /** Somebody's name. */
  contact?: string;
  location?: { latitude: number; longitude: number };
}

export interface Placing {
  /** The message quoted. */
  replyTo?: ReceivedMessage | MessageJson;
  /** The topic's id. */
  threadId?: number;
}

/** What the bot asks to have written, checked and parsed. */
export type BotMessage = Pick<
  MessageJson,
  'text' | 'entities' | 'reply_markup' | 'document' | 'photo' | 'caption'
> & {
  threadId?: number;
  replyTo?: { messageId: number; orWithout: boolean };
};

/** A press on a button, and whether the bot has answered it (until then the button shows a spinner). */
export interface Press {
  answered(): Promise<void>;
}

export abstract class Conversation extends Mailbox<ReceivedMessage> {
  protected readonly world: StandInWorld;
  protected readonly messages = new Map<number, MessageJson>();
  protected nextMessageId = 1;

  constructor(world: StandInWorld, name: string) {
    super(world.bell, name);
    this.world = world;
  }

  abstract readonly chat: ChatJson;
  /** Why the bot may not write here, if it may not. */
  abstract refusal(): Refusal | undefined;
  /** Whether the bot is shown what a person wrote here. */
  protected abstract isShown(message: MessageJson): boolean;
  /** What being in a topic adds to a message. */
  protected abstract placed(threadId: number | undefined): Partial<MessageJson>;

  /** Where the bot's message is read. */
  protected mailboxOf(_threadId: number | undefined): Mailbox<ReceivedMessage> {
    return this;
  }

  /** What quoting a message adds, besides the quote. */
  protected threadOfReply(_quoted: MessageJson): Partial<MessageJson> {
    return {};
  }

  /** The bot's own message. */
  accept({ threadId, replyTo, ...content }: BotMessage): MessageJson {
    const refusal = this.refusal();
    if (refusal) throw refusal;
    const quoted = replyTo && this.messages.get(replyTo.messageId);
    if (replyTo && !quoted && !replyTo.orWithout) throw badRequest('message to be replied not found');
    const message = this.#record(this.world.bot, content, quoted, threadId);
    this.mailboxOf(threadId).take(new ReceivedMessage(message, this.world.files.sentIn(message)));
    return message;
  }

  protected write(
    from: UserJson | undefined,
    content: Partial<MessageJson>,
    placing: Placing = {},
  ): MessageJson {
    const quotedId =
      placing.replyTo && ('json' in placing.replyTo ? placing.replyTo.id : placing.replyTo.message_id);
    const quoted = quotedId === undefined ? undefined : this.messages.get(quotedId);
    const message = this.#record(from, content, quoted, placing.threadId);
    if (this.isShown(message)) this.world.updates.add({ message });
    return message;
  }

  /** Several photos or files in one message, as apps show it: each is a message of its own, of one media group. */
  protected writeAlbum(from: UserJson, pieces: Sending[], placing?: Placing): MessageJson[] {
    const media_group_id = this.world.nextAlbumId();
    return pieces.map((piece) =>
      this.write(from, { ...this.world.files.contentOf(piece), media_group_id }, placing),
    );
  }

  protected pressIn(from: UserJson, label: string): Press {
    const message = this.received.findLast((one) => one.buttons.flat().includes(label));
    const button = message?.json.reply_markup?.inline_keyboard.flat().find((one) => one.text === label);
    if (!message || !button) throw new Error(`No button "${label}" here`);
    return this.world.press(from, message.json, button.callback_data ?? '');
  }

  /** @param emoji null takes the sign back */
  protected reactIn(
    who: { user: UserJson } | { actor_chat: ChatJson },
    to: ReceivedMessage,
    emoji: string | null,
  ) {
    const sign = (one: string) => [{ type: 'emoji' as const, emoji: one }];
    this.world.updates.add({
      message_reaction: {
        chat: this.chat,
        message_id: to.id,
        ...who,
        date: this.world.unixTime(),
        old_reaction: emoji === null ? sign('👍') : [],
        new_reaction: emoji === null ? [] : sign(emoji),
      },
    });
  }

  #record(
    from: UserJson | undefined,
    content: Partial<MessageJson>,
    quoted: MessageJson | undefined,
    threadId: number | undefined,
  ): MessageJson {
    const message: MessageJson = {
      message_id: this.nextMessageId++,
      ...(from && { from }),
      chat: this.chat,
      date: this.world.unixTime(),
      ...this.placed(threadId),
      ...(quoted && { reply_to_message: withoutQuote(quoted), ...this.threadOfReply(quoted) }),
      ...content,
    };
    this.messages.set(message.message_id, message);
    return message;
  }
}

export function spoken(text: string): Partial<MessageJson> {
  const words = trimmed({ text, entities: entitiesIn(text) });
  if (words.text === '') throw new Error('Telegram sends no empty message');
  return { text: words.text, ...(words.entities.length > 0 && { entities: words.entities }) };
}

/** Telegram shows one level of quoting. */
function withoutQuote({ reply_to_message: _, ...message }: MessageJson): MessageJson {
  return message;
}
