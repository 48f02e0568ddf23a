/**
 * When the next message may go out. Zalo publishes no limits for a person's account and blocks those that behave like a
 * machine, so this one writes like a person in a hurry: one message after the other, never evenly.
 */
import { DeliveryError } from '../../services/ports/messenger.ts';
import type { Ticker } from '../shared/ticker.ts';

export interface PaceLimits {
  /** The least time from the end of one message of the account to the next; up to twice as long at random. */
  gapMs: number;
  /** The same to one chat. */
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
  /** The message on its way, which the others wait for: a file may take minutes, and appears only when it is there. */
  #underway: Promise<void> | null = null;

  constructor(limits: PaceLimits, ticker: Ticker, signal: AbortSignal, random: () => number = Math.random) {
    this.#limits = limits;
    this.#ticker = ticker;
    this.#signal = signal;
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

  /** Zalo found that the account sends too much. */
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
    const isOver = () => over.abort();
    const patience = this.#sleep(longestMs, over.signal).catch((error: unknown) => {
      if (!over.signal.aborted) throw error;
    });
    await Promise.race([this.#underway?.then(isOver), patience]);
  }

  async #sleep(ms: number, over?: AbortSignal): Promise<void> {
    const signal = over ? AbortSignal.any([this.#signal, over]) : this.#signal;
    await this.#ticker.sleep(ms, signal).catch(() => {
      throw new DeliveryError({ kind: 'temporary' }, 'Zalo was stopped before this message had its turn');
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
    `Zalo takes no message for another ${retryAfterMs} ms`,
  );
}
