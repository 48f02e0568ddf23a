/**
 * When the next message may go out, where a platform publishes no limits: one message after the other, with gaps that
 * are never even, as of a person in a hurry.
 */
import { DeliveryError } from '../../services/ports/messenger.ts';
import type { Ticker } from './ticker.ts';

export interface GapLimits {
  /** The least time between two messages; up to twice as long at random. */
  gapMs: number;
  /** The least time between two messages to one chat; up to twice as long at random. */
  gapInChatMs: number;
  /** Whoever would wait longer is sent back to the queue, so that a worker's hands stay free. */
  longestWaitMs: number;
}

export class GapPace {
  readonly #limits: GapLimits;
  readonly #ticker: Ticker;
  readonly #signal: AbortSignal;
  readonly #random: () => number;
  #freeAt = 0;
  readonly #freeInChatAt = new Map<string, number>();

  constructor(limits: GapLimits, ticker: Ticker, signal: AbortSignal, random: () => number = Math.random) {
    this.#limits = limits;
    this.#ticker = ticker;
    this.#signal = signal;
    this.#random = random;
  }

  /**
   * Waits until a message to the chat may go out, and counts it as sent.
   * @throws {DeliveryError} temporary, when that is too far off or the platform is stopped.
   */
  async turn(chatId: string): Promise<void> {
    const deadline = this.#ticker.now() + this.#limits.longestWaitMs;
    for (;;) {
      const now = this.#ticker.now();
      const waitMs = Math.max(this.#freeAt, this.#freeInChatAt.get(chatId) ?? 0) - now;
      if (waitMs <= 0) {
        this.#count(chatId, now);
        return;
      }
      if (now + waitMs > deadline) {
        throw tooEarly(waitMs);
      }
      await this.#ticker.sleep(waitMs, this.#signal).catch(() => {
        throw new DeliveryError({ kind: 'temporary' }, 'Stopped before this message had its turn');
      });
      // Somebody else who waits may take the free place first: look again.
    }
  }

  /** The platform finds that too much is sent. */
  hold(forMs: number): void {
    this.#freeAt = Math.max(this.#freeAt, this.#ticker.now() + forMs);
  }

  #count(chatId: string, now: number): void {
    for (const [chat, freeAt] of this.#freeInChatAt) if (freeAt <= now) this.#freeInChatAt.delete(chat);
    this.#freeAt = now + this.#uneven(this.#limits.gapMs);
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
