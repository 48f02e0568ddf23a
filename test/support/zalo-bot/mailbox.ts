/** What the bot wrote to somebody, read message by message. */
import type { Bell } from '../bell.ts';

export interface Received {
  id: string;
  /** The caption, of a photo. */
  text: string;
  /** As Zalo fetched it. */
  photo?: { type: string; content: Buffer };
  /** On performance.now()'s scale. */
  at: number;
}

export class Mailbox {
  readonly received: Received[] = [];
  readonly #bell: Bell;
  readonly #owner: string;
  #read = 0;

  constructor(bell: Bell, owner: string) {
    this.#bell = bell;
    this.#owner = owner;
  }

  take(message: Received): void {
    this.received.push(message);
    this.#bell.ring();
  }

  /** The next message not read yet; waits for it. With words, it must be the one that has them. */
  async next(words?: RegExp, withinMs?: number): Promise<Received> {
    const message = await this.#bell.until(
      () => this.received[this.#read],
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
    const unread = this.received.slice(this.#read).map(({ text }) => text);
    if (unread.length > 0)
      throw new Error(`${this.#owner} received more than expected:\n${unread.join('\n---\n')}`);
  }
}
