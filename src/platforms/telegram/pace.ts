/**
 * When the next message may go out: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 *
 * One log of the last minute's messages decides everything, about 1,800 entries at full speed. It is this process's
 * own: several sending processes share the bot's limits without knowing of each other, and 429 corrects them.
 */
import { DeliveryError } from '../../services/ports/messenger.ts';
import { stopped } from '../shared/sendings.ts';
import type { Ticker } from '../shared/ticker.ts';
import { WaitingRoom } from '../shared/waiting-room.ts';

export interface PaceLimits {
  /** Messages a second over all chats. */
  perSecond: number;
  /** Messages a second in one chat. */
  perSecondInChat: number;
  /** Messages a minute in one group, its topics together. */
  perMinuteInGroup: number;
  /** Whoever would wait longer is sent back to the queue, so that a worker's hands stay free. */
  longestWaitMs: number;
}

export interface Sent {
  chatId: string;
  at: number;
}

export const TELEGRAM_PACE: PaceLimits = {
  perSecond: 30,
  perSecondInChat: 1,
  perMinuteInGroup: 20,
  longestWaitMs: 60_000,
};

const SECOND = 1_000;
const MINUTE = 60_000;

/** Milliseconds until a message to this chat keeps within every limit. `sent` is in order of time. */
export function waitBefore(chatId: string, sent: Sent[], limits: PaceLimits, now: number): number {
  const inChat = sent.filter((one) => one.chatId === chatId);
  return Math.max(
    0,
    freeIn(sent, limits.perSecond, SECOND, now),
    freeIn(inChat, limits.perSecondInChat, SECOND, now),
    isGroup(chatId) ? freeIn(inChat, limits.perMinuteInGroup, MINUTE, now) : 0,
  );
}

/** A window holds `most` messages: the next one is free once the `most`-th from the end has left it. */
function freeIn(sent: Sent[], most: number, windowMs: number, now: number): number {
  const leaving = sent.at(-most);
  return leaving === undefined ? 0 : leaving.at + windowMs - now;
}

/** Groups and supergroups have negative ids. */
function isGroup(chatId: string): boolean {
  return chatId.startsWith('-');
}

export class Pace {
  readonly #limits: PaceLimits;
  readonly #ticker: Ticker;
  readonly #room: WaitingRoom;
  #sent: Sent[] = [];
  /** Chats that Telegram told to wait (429), and until when. */
  readonly #held = new Map<string, number>();

  constructor(limits: PaceLimits, ticker: Ticker, signal: AbortSignal) {
    this.#limits = limits;
    this.#ticker = ticker;
    this.#room = new WaitingRoom(ticker, signal);
  }

  /**
   * Waits until a message to the chat may go out, and counts it as sent.
   * @throws {DeliveryError} temporary, when that is too far off or the platform is stopped.
   */
  async turn(chatId: string): Promise<void> {
    const deadline = this.#ticker.now() + this.#limits.longestWaitMs;
    for (;;) {
      const now = this.#ticker.now();
      this.#forgetBefore(now);
      const heldMs = (this.#held.get(chatId) ?? now) - now;
      if (heldMs > 0) throw tooEarly(chatId, heldMs);
      const waitMs = waitBefore(chatId, this.#sent, this.#limits, now);
      if (waitMs <= 0) {
        this.#sent.push({ chatId, at: now });
        return;
      }
      if (now + waitMs > deadline) throw tooEarly(chatId, waitMs);
      // Somebody else who waits may take the free place first: look again afterwards.
      await this.#room.sleep(waitMs).catch(() => {
        throw stopped('Telegram was stopped before this message had its turn');
      });
    }
  }

  /** Telegram answered 429 for this chat: asking again earlier only lengthens the ban. */
  hold(chatId: string, forMs: number): void {
    this.#held.set(chatId, this.#ticker.now() + forMs);
  }

  #forgetBefore(now: number): void {
    const firstKept = this.#sent.findIndex((one) => one.at + MINUTE > now);
    if (firstKept !== 0) this.#sent = firstKept < 0 ? [] : this.#sent.slice(firstKept);
    for (const [chatId, until] of this.#held) if (until <= now) this.#held.delete(chatId);
  }
}

function tooEarly(chatId: string, retryAfterMs: number): DeliveryError {
  return new DeliveryError(
    { kind: 'temporary', retryAfterMs: Math.ceil(retryAfterMs) },
    `Chat ${chatId} takes no message for another ${Math.ceil(retryAfterMs)} ms`,
  );
}
