import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Attachment,
  type ChatAddress,
  DeliveryError,
  type InboundUpdate,
  type Messenger,
  type OutboundFile,
  type OutboundMessage,
  type ReceiveUpdate,
} from '../../services/ports/messenger.ts';
import { carriableFile, carriableLines } from '../shared/carriable.ts';

const TEXT_LIMIT = 4096;

/** Something to send with a message: a file of this machine. */
export interface ConsoleMessage {
  text: string;
  file?: string;
  /** The message it replies to. */
  replyTo?: string;
}

/** @param file what came with the message; its words are the file's name then */
export type Show = (message: OutboundMessage, messageId: string, file?: OutboundFile) => void;

/**
 * Chats without a network: people are names, groups are titles, and everything said is handed to `show`. What is said
 * goes the same way as on any platform: stored in order, handled, answered.
 */
export class ConsolePlatform implements Messenger {
  readonly platform = 'console';
  readonly textLimit = TEXT_LIMIT;
  readonly hasButtons = true;
  readonly #show: Show;
  readonly #prefix: string;
  /** What each person has said last in each chat. */
  readonly #said = new Map<string, InboundUpdate>();
  #count = 0;
  /** The update handed over last: the next one waits for it. */
  #latest: Promise<void> = Promise.resolve();

  constructor(show: Show) {
    this.#show = show;
    // Updates and messages of an earlier run are kept in the database and must not be taken for these.
    this.#prefix = Date.now().toString(36);
  }

  async send(message: OutboundMessage): Promise<string> {
    const lines = carriableLines('console', message.lines, TEXT_LIMIT);
    const messageId = this.#nextId();
    this.#show({ ...message, lines }, messageId);
    return messageId;
  }

  async sendFile(chat: ChatAddress, file: OutboundFile): Promise<string> {
    const clean = carriableFile(file);
    const messageId = this.#nextId();
    this.#show({ chat, lines: [{ text: clean.name }] }, messageId, clean);
    return messageId;
  }

  async download({ fileId }: Attachment, maxBytes: number): Promise<Uint8Array> {
    const bytes = await readFile(fileId).catch((cause: Error) => {
      throw new DeliveryError({ kind: 'permanent', reason: 'refused' }, cause.message, { cause });
    });
    if (bytes.length > maxBytes) {
      throw new DeliveryError({ kind: 'permanent', reason: 'refused' }, `${fileId} is too large`);
    }
    return bytes;
  }

  /** A person says something in a private chat with the bot. */
  says(receive: ReceiveUpdate, person: string, message: ConsoleMessage): Promise<void> {
    return this.#handOver(receive, this.#message(person, { id: person, kind: 'private' }, message, true));
  }

  /** A person says something in a group; a command or a reply is meant for the bot. */
  saysIn(receive: ReceiveUpdate, group: string, person: string, message: ConsoleMessage): Promise<void> {
    const addressed = message.text.startsWith('/') || message.replyTo !== undefined;
    const chat = { id: group, kind: 'group', title: group } as const;
    return this.#handOver(receive, this.#message(person, chat, message, addressed));
  }

  /** A person changes what they said last in a chat. */
  async edits(receive: ReceiveUpdate, chat: string, person: string, text: string): Promise<void> {
    const said = this.#said.get(`${chat} ${person}`);
    if (said?.event.type !== 'message') throw new Error(`${person} has said nothing in ${chat}`);
    const event = { ...said.event, text, edited: true as const };
    await this.#handOver(receive, { ...said, id: this.#nextId(), event });
  }

  /** A person takes back the message said last there. */
  async recalls(receive: ReceiveUpdate, chat: string, person: string): Promise<void> {
    const said = this.#said.get(`${chat} ${person}`);
    if (said?.event.type !== 'message') throw new Error(`${person} has said nothing in ${chat}`);
    const event = { type: 'recalled', messageId: said.event.messageId } as const;
    await this.#handOver(receive, { ...said, id: this.#nextId(), event });
  }

  /** A person presses a button in the private chat, below that message where it is known. */
  presses(receive: ReceiveUpdate, person: string, data: string, below?: string): Promise<void> {
    const id = this.#nextId();
    return this.#handOver(receive, {
      platform: 'console',
      id,
      chat: { id: person, kind: 'private' },
      from: { id: person, name: person },
      event: { type: 'button', data, messageId: below ?? id },
    });
  }

  #handOver(receive: ReceiveUpdate, update: InboundUpdate): Promise<void> {
    if (update.event.type === 'message') this.#said.set(`${update.chat.id} ${update.from?.id}`, update);
    const handedOver = this.#latest.then(() => receive(update));
    this.#latest = handedOver.catch(() => {});
    return handedOver;
  }

  #message(
    person: string,
    chat: InboundUpdate['chat'],
    { text, file, replyTo }: ConsoleMessage,
    addressed: boolean,
  ): InboundUpdate {
    const id = this.#nextId();
    const attachments: Attachment[] = file ? [{ kind: 'file', fileId: file, name: basename(file) }] : [];
    return {
      platform: 'console',
      id,
      chat,
      from: { id: person, name: person },
      event: {
        type: 'message',
        messageId: id,
        text,
        addressed,
        attachments,
        ...(replyTo ? { replyToMessageId: replyTo } : {}),
      },
    };
  }

  #nextId(): string {
    this.#count += 1;
    return `${this.#prefix}-${this.#count}`;
  }
}
