/**
 * When the next message may go out, where a platform publishes no limits: one message after the other, with gaps that
 * are never even, as of a person in a hurry.
 */
import { DeliveryError } from '../../services/ports/messenger.ts';
import { stopped } from './sendings.ts';
import type { Ticker } from './ticker.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface GapLimits {
  /** The least time from the end of one message to the next; up to twice as long at random. */
  gapMs: number;
  /** The same to one chat. */
  gapInChatMs: number;
  /** Whoever would wait longer is sent back to the queue, so that a worker's hands stay free. */
  longestWaitMs: number;
}

export class GapPace {
  readonly #limits: GapLimits;
  readonly #ticker: Ticker;
  readonly #room: WaitingRoom;
  readonly #random: () => number;
  #freeAt = 0;
  readonly #freeInChatAt = new Map<string, number>();
  /** The message on its way, which the others wait for: a file may take minutes, and appears only when it is there. */
  #underway: Promise<void> | null = null;

  constructor(limits: GapLimits, ticker: Ticker, signal: AbortSignal, random: () => number = Math.random) {
    this.#limits = limits;
    this.#ticker = ticker;
    this.#room = new WaitingRoom(ticker, signal);
    this.#random = random;
  }

  /**
   * Sends when it is the chat's turn; the gaps begin when that is over, however it ended.
   * @throws {DeliveryError} temporary, when the turn is too far off or the platform is stopped.
   */
  async inTurn<Sent>(chatId: string, send: () => Promise<Sent>): Promise<Sent> {
    const end = await this.#turn(chatId);
    try {
      return await send();
    } finally {
      end();
    }
  }

  /** The platform finds that too much is sent. */
  hold(forMs: number): void {
    this.#freeAt = Math.max(this.#freeAt, this.#ticker.now() + forMs);
  }

  /** Resolves when nothing is on its way and the gaps are over. @returns what ends the turn */
  async #turn(chatId: string): Promise<() => void> {
    const deadline = this.#ticker.now() + this.#limits.longestWaitMs;
    for (;;) {
      const now = this.#ticker.now();
      const waitMs = Math.max(this.#freeAt, this.#freeInChatAt.get(chatId) ?? 0) - now;
      if (!this.#underway && waitMs <= 0) return this.#begin(chatId);
      if (now >= deadline || now + waitMs > deadline) throw tooEarly(Math.max(waitMs, this.#limits.gapMs));
      await (this.#underway ? this.#untilSent(deadline - now) : this.#sleep(waitMs));
      // Somebody else who waits may take the free place first: look again.
    }
  }

  #begin(chatId: string): () => void {
    let wake = () => {};
    this.#underway = new Promise((resolve) => {
      wake = resolve;
    });
    return () => {
      this.#underway = null;
      this.#count(chatId, this.#ticker.now());
      wake();
    };
  }

  /** Waits for the message on its way, but no longer than that. */
  async #untilSent(longestMs: number): Promise<void> {
    const over = new AbortController();
    let isSent = false;
    const sent = () => {
      isSent = true;
      over.abort();
    };
    const patience = this.#sleep(longestMs, over).catch((error: unknown) => {
      if (!isSent) throw error;
    });
    await Promise.race([this.#underway?.then(sent), patience]);
  }

  async #sleep(ms: number, over?: AbortController): Promise<void> {
    await this.#room.sleep(ms, over).catch(() => {
      throw stopped('Stopped before this message had its turn');
    });
  }

  #count(chatId: string, now: number): void {
    for (const [chat, freeAt] of this.#freeInChatAt) if (freeAt <= now) this.#freeInChatAt.delete(chat);
    this.#freeAt = Math.max(this.#freeAt, now + this.#uneven(this.#limits.gapMs));
    this.#freeInChatAt.set(chatId, now + this.#uneven(this.#limits.gapInChatMs));
  }

  #uneven(gapMs: number): number {
    return gapMs * (1 + this.#random());
  }
}

function tooEarly(waitMs: number): DeliveryError {
  const retryAfterMs = Math.ceil(waitMs);
  return new DeliveryError(
    { kind: 'temporary', retryAfterMs },
    `No message may go out for another ${retryAfterMs} ms`,
  );
}
