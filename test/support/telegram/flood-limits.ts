/**
 * Telegram's limits on what a bot sends, kept strictly: no window of a second or a minute holds more than is allowed, and
 * whoever asks before the time told is refused again.
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
import { Refusal } from '../refusal.ts';

export interface FloodRefusal {
  chatId: string;
  /** On performance.now()'s scale. */
  at: number;
  /** What was passed, or: asked before the time that an earlier refusal had told. */
  why: 'all chats' | 'one chat' | 'one group' | 'told to' | 'too early';
}

interface Limit {
  why: FloodRefusal['why'];
  most: number;
  windowMs: number;
  covers(chatId: string): boolean;
}

export class FloodLimits {
  readonly refusals: FloodRefusal[] = [];
  /** What was taken during the last minute, in order of time. */
  #taken: { chatId: string; at: number }[] = [];
  /** Whoever is told to wait, and until when: a chat, or with '' the bot. */
  readonly #told = new Map<string, number>();
  #toTell: number | undefined;

  /** The next message is refused, and with it all of the bot's for so long. */
  flood(retryAfterSeconds: number): void {
    this.#toTell = retryAfterSeconds;
  }

  /** Counts a message that arrives. @returns the refusal, where it comes too fast */
  take(chatId: string, at: number): Refusal | undefined {
    this.#taken = this.#taken.filter((one) => one.at > at - 60_000);
    const until = Math.max(this.#told.get('') ?? 0, this.#told.get(chatId) ?? 0);
    if (until > at) return this.#refuse('too early', chatId, at, until);
    if (this.#toTell !== undefined) {
      const toldUntil = at + this.#toTell * 1_000;
      this.#toTell = undefined;
      this.#told.set('', toldUntil);
      return this.#refuse('told to', chatId, at, toldUntil);
    }
    for (const { why, most, windowMs, covers } of limitsOn(chatId)) {
      const inWindow = this.#taken.filter((one) => covers(one.chatId) && one.at > at - windowMs);
      const leaving = inWindow.at(-most);
      if (!leaving) continue;
      const free = leaving.at + windowMs;
      this.#told.set(why === 'all chats' ? '' : chatId, at + secondsUntil(free, at) * 1_000);
      return this.#refuse(why, chatId, at, free);
    }
    this.#taken.push({ chatId, at });
    return undefined;
  }

  #refuse(why: FloodRefusal['why'], chatId: string, at: number, until: number): Refusal {
    this.refusals.push({ chatId, at, why });
    const seconds = secondsUntil(until, at);
    return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
}

/** Told in whole seconds. */
function secondsUntil(until: number, at: number): number {
  return Math.max(1, Math.ceil((until - at) / 1_000));
}

function limitsOn(chatId: string): Limit[] {
  const own = (one: string) => one === chatId;
  const group: Limit[] = [{ why: 'one group', most: 20, windowMs: 60_000, covers: own }];
  return [
    { why: 'all chats', most: 30, windowMs: 1_000, covers: () => true },
    { why: 'one chat', most: 1, windowMs: 1_000, covers: own },
    ...(chatId.startsWith('-') ? group : []),
  ];
}
