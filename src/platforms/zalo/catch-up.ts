/**
 * Asking for what was missed. Zalo keeps messages of about two weeks for a session and hands them out in pages. What
 * its "lastId" means, nobody outside knows: some find that it brings what came after that message, others what was
 * before it, and some that the newest page alone is not up to date. So all ways are gone: the newest page, and on from
 * the newest message stored; then on from the last message of each answer, until there is nothing more or everything
 * is known.
 */

import { sleepUnlessWoken } from '../shared/sleep-unless-woken.ts';
import type { Ticker } from '../shared/ticker.ts';
import type { Message, MessageKind } from './client.ts';
import type { Mark } from './session-file.ts';

export interface CatchUpOptions {
  ask(kind: MessageKind, lastId: string | null): void;
  /** @returns how many of them are new. */
  take(messages: Message[]): number;
  mark(kind: MessageKind): Mark | undefined;
  /** Messages before this moment (ms) are none of the bot's business. */
  since(): number;
  ticker: Ticker;
  signal: AbortSignal;
}

/** Zalo that is silent for so long will not answer. */
const ANSWER_MS = 5_000;
/** Two weeks of a busy account in the smallest of pages; no question is asked twice, so there is an end before this. */
const MOST_QUESTIONS = 20_000;
const KINDS = ['user', 'group'] as const;

export class CatchUp {
  readonly #options: CatchUpOptions;
  #owed = 0;
  readonly #asked = new Set<string>();
  /** Up to which moment (ms) everything is stored. */
  readonly #knownTo = { user: 0, group: 0 };
  #hasAnswered = false;
  #isDisturbed = false;
  #wake: () => void = () => {};
  #isUnderway = false;

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  get isUnderway(): boolean {
    return this.#isUnderway;
  }

  /** @returns whether Zalo has answered, readably, and every question. */
  async run(): Promise<{ answered: boolean; disturbed: boolean; isComplete: boolean }> {
    if (this.#isUnderway) return { answered: true, disturbed: false, isComplete: false };
    this.#isUnderway = true;
    this.#hasAnswered = false;
    try {
      await this.#askAll();
      // What could not be read may have been a batch of new messages: those are old ones by now.
      if (this.#isDisturbed) await this.#askAll();
      const isComplete = this.#owed === 0 && !this.#isDisturbed && this.#asked.size < MOST_QUESTIONS;
      return { answered: this.#hasAnswered, disturbed: this.#isDisturbed, isComplete };
    } finally {
      this.#isUnderway = false;
    }
  }

  /** An answer, perhaps to an earlier question; what it brings is taken in any case. */
  answer(kind: MessageKind, messages: Message[]): void {
    const { take } = this.#options;
    const news = take(messages);
    this.#hasAnswered = true;
    this.#owed = Math.max(0, this.#owed - 1);
    const last = messages.at(-1)?.data;
    if (last && this.#isUnderway) {
      // Messages that are known but not stored yet, from a login that was lost, may lie before others that are not.
      const isGoingOn = news > 0 || Number(last.ts) > this.#knownTo[kind];
      if (isGoingOn) for (const lastId of idsOf(last)) this.#ask(kind, lastId);
    }
    this.#wake();
  }

  /** Something that came in could not be read. */
  disturbed(): void {
    this.#isDisturbed = true;
  }

  async #askAll(): Promise<void> {
    const { mark, since, ticker, signal } = this.#options;
    this.#isDisturbed = false;
    this.#owed = 0;
    this.#asked.clear();
    for (const kind of KINDS) {
      const newest = mark(kind);
      this.#knownTo[kind] = Math.max(newest?.ts ?? 0, since());
      for (const lastId of [null, ...(newest ? idsOf(newest) : [])]) this.#ask(kind, lastId);
    }
    while (this.#owed > 0 && !signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const isTired = await sleepUnlessWoken(ticker, ANSWER_MS, woken, signal).catch(() => true);
      if (isTired) return;
    }
  }

  #ask(kind: MessageKind, lastId: string | null): void {
    const question = `${kind} ${lastId}`;
    if (this.#asked.has(question) || this.#asked.size >= MOST_QUESTIONS) return;
    this.#asked.add(question);
    this.#owed += 1;
    this.#options.ask(kind, lastId);
  }
}

/** Users of the library page by one or by the other. */
function idsOf({ msgId, actionId }: { msgId: unknown; actionId?: unknown }): string[] {
  const ids = [actionId, msgId].filter((id) => id !== undefined && id !== null && id !== '').map(String);
  return [...new Set(ids)];
}
