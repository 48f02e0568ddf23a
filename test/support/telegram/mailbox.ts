/** What the bot wrote to somebody, read message by message. */
import type { Bell } from '../bell.ts';
import type { SentFile } from './files.ts';
import type { EntityJson, MessageJson } from './json.ts';

export class ReceivedMessage {
  /** The Bot API's own object. */
  readonly json: MessageJson;
  readonly text: string;
  readonly file: SentFile | undefined;
  readonly at = performance.now();

  constructor(json: MessageJson, file?: SentFile) {
    this.json = json;
    this.text = json.text ?? '';
    this.file = file;
  }

  get id(): number {
    return this.json.message_id;
  }

  /** The labels of the buttons, row by row. */
  get buttons(): string[][] {
    return (this.json.reply_markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text));
  }

  get threadId(): number | undefined {
    return this.json.message_thread_id;
  }

  get quotedId(): number | undefined {
    return this.json.reply_to_message?.message_id;
  }

  /** The passages in bold or italics, as the person sees them. */
  passages(type: EntityJson['type']): string[] {
    const entities = this.json.entities ?? [];
    return entities
      .filter((entity) => entity.type === type)
      .map(({ offset, length }) => this.text.slice(offset, offset + length));
  }
}

export class Mailbox {
  readonly received: ReceivedMessage[] = [];
  readonly #bell: Bell;
  readonly #owner: string;
  #read = 0;

  constructor(bell: Bell, owner: string) {
    this.#bell = bell;
    this.#owner = owner;
  }

  get unread(): ReceivedMessage[] {
    return this.received.slice(this.#read);
  }

  take(message: MessageJson, file?: SentFile): void {
    this.received.push(new ReceivedMessage(message, file));
  }

  /** The next message not read yet; waits for it. With words, it must be the one that has them. */
  async next(words?: RegExp, withinMs?: number): Promise<ReceivedMessage> {
    const message = await this.#bell.until(
      () => this.unread[0],
      () => `a message to ${this.#owner}${words ? ` with ${words}` : ''}`,
      withinMs,
    );
    this.#read += 1;
    if (words && !words.test(message.text)) {
      throw new Error(`${this.#owner} expected ${words}, and received:\n${message.text}`);
    }
    return message;
  }

  /** Fails if anything came that nobody read. */
  nothingElse(): void {
    if (this.unread.length === 0) return;
    const texts = this.unread.map((message) => message.text).join('\n---\n');
    throw new Error(`${this.#owner} received more than expected:\n${texts}`);
  }
}
