import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Attachment,
  DeliveryError,
  type InboundUpdate,
  type Messenger,
  type OutboundMessage,
  type ReceiveUpdate,
} from '../../services/ports/messenger.ts';

/** Something to send with a message: a file of this machine. */
export interface ConsoleMessage {
  text: string;
  file?: string;
  /** The message it replies to. */
  replyTo?: string;
}

/**
 * Chats without a network: people are names, groups are titles, and everything said is handed to `show`. What is said
 * goes the same way as on any platform: stored, handled, answered.
 */
export class ConsolePlatform implements Messenger {
  readonly platform = 'console';
  readonly textLimit = 4096;
  readonly hasButtons = true;
  readonly #show: (message: OutboundMessage, messageId: string) => void;
  readonly #prefix: string;
  #count = 0;

  constructor(show: (message: OutboundMessage, messageId: string) => void) {
    this.#show = show;
    // Updates and messages of an earlier run are kept in the database and must not be taken for these.
    this.#prefix = Date.now().toString(36);
  }

  async send(message: OutboundMessage): Promise<string> {
    const messageId = this.#nextId();
    this.#show(message, messageId);
    return messageId;
  }

  async download(attachment: Attachment, maxBytes: number): Promise<Uint8Array> {
    const bytes = await readFile(attachment.fileId);
    if (bytes.length > maxBytes) {
      throw new DeliveryError({ kind: 'permanent', reason: 'refused' }, `${attachment.fileId} is too large`);
    }
    return bytes;
  }

  /** A person says something in a private chat with the bot. */
  says(receive: ReceiveUpdate, person: string, message: ConsoleMessage): Promise<void> {
    return receive(this.#message(person, { id: person, kind: 'private' }, message, true));
  }

  /** A person says something in a group; a command or a reply is meant for the bot. */
  saysIn(receive: ReceiveUpdate, group: string, person: string, message: ConsoleMessage): Promise<void> {
    const addressed = message.text.startsWith('/') || message.replyTo !== undefined;
    return receive(this.#message(person, { id: group, kind: 'group', title: group }, message, addressed));
  }

  /** A person presses a button in the private chat. */
  presses(receive: ReceiveUpdate, person: string, data: string): Promise<void> {
    const id = this.#nextId();
    return receive({
      platform: 'console',
      id,
      chat: { id: person, kind: 'private' },
      from: { id: person, name: person },
      event: { type: 'button', data, messageId: id },
    });
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
