/** Everybody and everything that the stand-in knows of. */
import { Bell } from '../bell.ts';
import { Group, Person, type Sending } from './chats.ts';
import { CHAT_NOT_FOUND, type MessageJson, QUOTA_EXCEEDED, type UpdateJson } from './json.ts';
import type { Received } from './mailbox.ts';
import { ZaloBotUpdates } from './updates.ts';

export interface WorldOptions {
  /** Groups are in beta: not every bot may be taken into one. Default: this one may. */
  canJoinGroups?: boolean;
  /** How dates are written. The documentation shows milliseconds. */
  dates?: 's' | 'ms';
  /** Where the address of a photo stands. */
  photoField?: 'photo' | 'photo_url';
  /** Where the quoted message stands, which the documentation does not say; none: nowhere. */
  quoteField?: 'reply_to_message' | 'quote' | 'none';
  /** A webhook is given updates as the documentation shows them, or without their envelope. */
  wrapping?: 'wrapped' | 'bare';
  /** Dates the messages. */
  now?: () => Date;
}

/** Where people's photos are fetched from. */
export const FILE_HOST = 'photo-stal-1.zdn.vn';

export class ZaloBotWorld {
  readonly bell = new Bell();
  readonly updates: ZaloBotUpdates;
  readonly bot = {
    id: '1459232241454765289',
    display_name: 'Bot Nhắc Hạn',
    account_name: 'bot.VDKyGxQvc',
    account_type: 'BASIC',
  };
  readonly chats = new Map<string, Person | Group>();
  readonly files = new Map<string, Buffer>();
  /** How many messages the plan still has. */
  quota = Number.POSITIVE_INFINITY;
  canJoinGroups: boolean;
  readonly #options: WorldOptions;
  #messages = 0;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.canJoinGroups = options.canJoinGroups ?? true;
    this.updates = new ZaloBotUpdates(this.bell, options.wrapping ?? 'wrapped');
  }

  person(name: string): Person {
    return this.#place(new Person(this, this.#idOf('6ede9afa66b88fe6'), name));
  }

  group(title: string, members: Person[]): Group {
    return this.#place(new Group(this, this.#idOf('a04c7be1d2f90538'), title, members));
  }

  /** Somebody's message, told to the bot. */
  write(event: string, who: Person, chat: MessageJson['chat'], content: Partial<MessageJson>): UpdateJson {
    const { dates = 'ms', now = () => new Date() } = this.#options;
    const ms = now().getTime();
    const update: UpdateJson = {
      event_name: event.includes('.') ? event : `message.${event}.received`,
      message: {
        from: { id: who.id, display_name: who.name, is_bot: false },
        chat,
        message_id: this.#nextMessageId(),
        date: dates === 's' ? Math.floor(ms / 1000) : ms,
        ...content,
      },
    };
    this.updates.add(update);
    return update;
  }

  /** The bot's own message. */
  accept(chatId: string, content: Pick<Received, 'text' | 'photo'>): { message_id: string; date: number } {
    const chat = this.chats.get(chatId);
    if (!chat) throw CHAT_NOT_FOUND;
    const refusal = chat.refusal();
    if (refusal) throw refusal;
    if (this.quota <= 0) throw QUOTA_EXCEEDED;
    this.quota -= 1;
    const id = this.#nextMessageId();
    chat.take({ id, at: performance.now(), ...content });
    return { message_id: id, date: Date.now() };
  }

  quoteOf(quoted: Received | undefined): Partial<MessageJson> {
    const { quoteField = 'reply_to_message' } = this.#options;
    if (!quoted || quoteField === 'none') return {};
    return { [quoteField]: { message_id: quoted.id, text: quoted.text } };
  }

  contentOf({ photo, voice, sticker, link, withheld }: Sending): {
    kind: string;
    content: Partial<MessageJson>;
  } {
    const { photoField = 'photo_url' } = this.#options;
    if (photo) {
      const { content, caption = '' } = photo;
      return { kind: 'image', content: { [photoField]: this.keepFile(content), caption } };
    }
    if (voice) return { kind: 'voice', content: { voice_url: this.keepFile(voice) } };
    if (sticker) return { kind: 'sticker', content: { sticker, url: this.keepFile(Buffer.from(sticker)) } };
    if (link) {
      const { url, title } = link;
      return { kind: 'link', content: { url, ...(title !== undefined && { text: title }) } };
    }
    if (withheld) return { kind: 'unsupported', content: {} };
    throw new Error('Nothing to send');
  }

  keepFile(content: Uint8Array): string {
    const path = `/files/${this.files.size + 1}`;
    this.files.set(path, Buffer.from(content));
    return `https://${FILE_HOST}${path}`;
  }

  #nextMessageId(): string {
    this.#messages += 1;
    return `82599fa32f56d00e${String(this.#messages).padStart(4, '0')}`;
  }

  #idOf(start: string): string {
    return `${start}${String(this.chats.size + 1).padStart(4, '0')}`;
  }

  #place<C extends Person | Group>(chat: C): C {
    this.chats.set(chat.id, chat);
    return chat;
  }
}
