/** What was written to somebody on a stand-in, read message by message. */
import type { Bell } from './bell.ts';

export class Mailbox<Message extends { text: string }> {
  readonly #received: Message[] = [];
  readonly #bell: Bell;
  readonly #owner: string;
  #read = 0;

  constructor(bell: Bell, owner: string) {
    this.#bell = bell;
    this.#owner = owner;
  }

  /** Everything written here, in order. */
  get received(): Message[] {
    return this.#received;
  }

  get #unread(): Message[] {
    return this.#received.slice(this.#read);
  }

  take(message: Message): void {
    this.#received.push(message);
    this.#bell.ring();
  }

  /** The next message not read yet; waits for it. With words, it must be the one that has them. */
  async nextMessage(words?: RegExp, withinMs?: number): Promise<Message> {
    const message = await this.#bell.until(
      () => this.#unread[0],
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
    if (this.#unread.length === 0) return;
    const texts = this.#unread.map(({ text }) => text).join('\n---\n');
    throw new Error(`${this.#owner} received more than expected:\n${texts}`);
  }
}
