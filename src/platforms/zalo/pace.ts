/**
 * When the next message may go out. Zalo publishes no limits for a person's account and blocks those that behave like a
 * machine, so this one writes like a person in a hurry: one message after the other, never evenly.
 */
import { DeliveryError } from '../../services/ports/messenger.ts';
import type { Ticker } from '../shared/ticker.ts';

export interface PaceLimits {
  /** The least time between two messages of the account; up to twice as long at random. */
  gapMs: number;
  /** The least time between two messages to one chat; up to twice as long at random. */
  gapInChatMs: number;
  /** Whoever would wait longer is sent back to the queue, so that a worker's hands stay free. */
  longestWaitMs: number;
}

/** At most 30 messages a minute in all, 15 in one chat. */
export const ZALO_PACE: PaceLimits = { gapMs: 2_000, gapInChatMs: 4_000, longestWaitMs: 60_000 };

export class Pace {
  readonly #limits: PaceLimits;
  readonly #ticker: Ticker;
  readonly #signal: AbortSignal;
  readonly #random: () => number;
  #freeAt = 0;
  readonly #freeInChatAt = new Map<string, number>();

  constructor(limits: PaceLimits, ticker: Ticker, signal: AbortSignal, random: () => number = Math.random) {
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
        throw new DeliveryError({ kind: 'temporary' }, 'Zalo was stopped before this message had its turn');
      });
      // Somebody else who waits may take the free place first: look again.
    }
  }

  /** Zalo found that the account sends too much. */
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
    `Zalo takes no message for another ${retryAfterMs} ms`,
  );
}
