/**
 * When the next message may go out, for all processes that send for one account. What has been sent lately, and until when
 * the platform wants to be left in peace, stands in a register that they share.
 */
import { randomUUID } from 'node:crypto';
import { DeliveryError } from '../../services/ports/messenger.ts';
import { type Now, PaceRegister, type PaceRegisterOptions } from './pace-register.ts';
import {
  ACCOUNT,
  begin,
  end,
  hold,
  LONGEST_HOLD_MS,
  mayLetOthersGo,
  type PaceState,
  wait as saysItWaits,
  shareTaken,
  type Wait,
  type Window,
  waitFor,
} from './pace-state.ts';
import { RoundTrips } from './round-trips.ts';

/** When whatever was kept from being tried is tried again. */
const NOT_TRIED_MS = 1_000;

export interface PaceRules {
  /** Over all chats. */
  account: Window[];
  /** Of this chat alone. */
  inChat(chatId: string): Window[];
  /**
   * Whether "too many" can only have been said of this chat. Otherwise it is said of the account.
   * @param taken how much of each window is taken, 1 being all of it, in the order in which they are named
   */
  isOfChatAlone?(chatId: string, taken: { account: number[]; inChat: number[] }): boolean;
  patience: Patience;
  /** A message of which nothing was heard for so long is on its way no more: its process has died. */
  lostAfterMs: number;
}

/** Whoever would wait longer goes back to the queue. */
export interface Patience {
  ms: number;
  /** For the own chat alone: whoever waits for that keeps a hand from all others. */
  inChatMs: number;
}

export interface PaceOptions extends PaceRegisterOptions {
  rules: PaceRules;
  /** Aborting it sends back whoever waits. */
  signal: AbortSignal;
  random?: () => number;
}

/** As long as a message of another process is on its way, its end is looked for so often. */
const LOOK_AGAIN_MS = 20;
/** For so long a process is believed to have messages that wait. */
const WAITING_MS = 1_000;
/** Whoever had the last turn knows best when the next is free, and would have it each time: so much later it asks. */
const LET_OTHERS_GO_MS = 5;

interface Waiting {
  chatId: string;
  since: number;
  leave(turn: string): void;
  giveUp(error: DeliveryError): void;
}

export class Pace {
  readonly #options: PaceOptions;
  readonly #random: () => number;
  readonly #register: PaceRegister;
  readonly #process = randomUUID();
  readonly #waiting: Waiting[] = [];
  #isServing = false;
  #hasNews = false;
  #hasLetOthersGo = false;
  #endRest = () => {};
  /** Of what the platform has said, that which is not written down yet. */
  #newHolds = 0;
  readonly #roundTrips = new RoundTrips();

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#register = new PaceRegister(options);
  }

  /**
   * Sends when it is the chat's turn.
   * @throws {DeliveryError} temporary, when the turn is too far off or the platform is stopped.
   */
  async inTurn<Sent>(chatId: string, send: () => Promise<Sent>): Promise<Sent> {
    const turn = await this.#turn(chatId);
    const { ticker } = this.#options;
    const leftOn = ticker.now();
    try {
      return await send();
    } finally {
      this.#roundTrips.took(ticker.now() - leftOn);
      // Whoever has sent need not wait until it is written down. If it cannot be, it counts as lost after a while.
      this.#ended(chatId, turn).catch(() => {});
    }
  }

  /**
   * The platform finds that too much is sent: whoever sends for this account, in whichever process, waits that long; or
   * whoever sends to the chat, where it is the chat's matter alone.
   */
  async hold(chatId: string, forMs: number): Promise<void> {
    const { rules } = this.#options;
    this.#newHolds += 1;
    const written = this.#register.change((state, { earliest, latest }) => {
      const share = (window: Window) => shareTaken(state, window, earliest);
      const taken = { account: rules.account.map(share), inChat: rules.inChat(chatId).map(share) };
      hold(
        state,
        rules.isOfChatAlone?.(chatId, taken) ? chatId : ACCOUNT,
        latest + Math.min(forMs, LONGEST_HOLD_MS),
      );
    });
    // Where it cannot be written down, the message that was refused keeps to it all the same.
    await written.catch(() => {});
    this.#newHolds -= 1;
    this.#news();
  }

  #turn(chatId: string): Promise<string> {
    const since = this.#options.ticker.now();
    return new Promise((leave, giveUp) => {
      this.#waiting.push({ chatId, since, leave, giveUp });
      this.#news();
      if (!this.#isServing) void this.#serve();
    });
  }

  /** In order; but nobody waits behind somebody whose chat has to wait. */
  async #serve(): Promise<void> {
    this.#isServing = true;
    while (this.#waiting.length > 0) {
      await this.#serveNext().catch((cause: unknown) => {
        const words = this.#options.signal.aborted
          ? 'Stopped before this message had its turn'
          : 'Nobody knows what other processes send';
        // Nothing was tried, so it counts for nothing.
        const failure = new DeliveryError({ kind: 'temporary', retryAfterMs: NOT_TRIED_MS }, words, {
          cause,
        });
        for (const { giveUp } of this.#waiting.splice(0)) giveUp(failure);
      });
    }
    this.#isServing = false;
  }

  async #serveNext(): Promise<void> {
    const { signal } = this.#options;
    this.#hasNews = false;
    signal.throwIfAborted();
    const taken = await this.#register.change((state, now) => this.#take(state, now));
    const { leaving, waits, othersFirst } = taken;
    if (this.#newHolds > 0) {
      // The platform said so while the turns were written down.
      await Promise.all(leaving.map(({ one, turn }) => this.#ended(one.chatId, turn)));
      return;
    }
    this.#hasLetOthersGo = othersFirst;
    if (othersFirst) return this.#rest([{ ms: LET_OTHERS_GO_MS, mayEndSooner: false }]);
    for (const { one, turn } of leaving) {
      this.#remove(one);
      one.leave(turn);
    }
    if (leaving.length > 0) return;
    const tooLong = waits.filter(({ isTooLong }) => isTooLong);
    for (const { one, wait } of tooLong) {
      this.#remove(one);
      one.giveUp(tooEarly(wait.ms));
    }
    if (tooLong.length === 0) await this.#rest(waits.map(({ wait }) => wait));
  }

  /** All that may leave now; where none may, how long each has to wait. */
  #take(state: PaceState, now: Now) {
    const leaving: { one: Waiting; turn: string }[] = [];
    const waits: { one: Waiting; wait: Wait; isTooLong: boolean }[] = [];
    const lostAt = now.latest + this.#options.rules.lostAfterMs;
    const othersFirst = !this.#hasLetOthersGo && mayLetOthersGo(state, this.#process);
    let isFree = false;
    for (const one of this.#newHolds > 0 ? [] : this.#waiting) {
      const waiting = this.#waitOf(one, state, now.earliest);
      waits.push({ one, ...waiting });
      if (waiting.wait.ms > 0) continue;
      isFree = true;
      if (othersFirst) break;
      const turn = randomUUID();
      begin(state, this.#windowsOf(one.chatId), turn, { process: this.#process, now: now.latest, lostAt });
      leaving.push({ one, turn });
    }
    if (!isFree) saysItWaits(state, this.#process, now.latest, WAITING_MS);
    return { leaving, waits, othersFirst: isFree && othersFirst };
  }

  #waitOf({ chatId, since }: Waiting, state: PaceState, now: number): { wait: Wait; isTooLong: boolean } {
    const { rules, ticker } = this.#options;
    const { patience } = rules;
    const ofAll = waitFor(state, rules.account, [ACCOUNT], now);
    const ofChat = waitFor(state, rules.inChat(chatId), [chatId], now);
    const wait = ofChat.ms > ofAll.ms ? ofChat : ofAll;
    const waited = ticker.now() - since;
    const isTooLong =
      (wait.ms > 0 && waited >= patience.ms) ||
      (!wait.mayEndSooner && waited + wait.ms > patience.ms) ||
      (!ofChat.mayEndSooner && ofChat.ms > patience.inChatMs);
    return { wait, isTooLong };
  }

  /** Until the first of them may go, or something has happened. */
  async #rest(waits: Wait[]): Promise<void> {
    if (this.#hasNews || this.#newHolds > 0) return;
    const { ticker, signal } = this.#options;
    const looks = waits.map(({ ms, mayEndSooner }) => (mayEndSooner ? Math.min(ms, LOOK_AGAIN_MS) : ms));
    const news = new AbortController();
    this.#endRest = () => news.abort();
    await ticker.sleep(Math.min(...looks), AbortSignal.any([signal, news.signal])).catch(() => {});
    if (waits.some(({ mayEndSooner }) => mayEndSooner)) this.#register.lookAgain();
  }

  #news(): void {
    this.#hasNews = true;
    this.#endRest();
  }

  async #ended(chatId: string, turn: string): Promise<void> {
    const { ticker } = this.#options;
    const endedOn = ticker.now();
    await this.#register.change((state, { latest }) => {
      const endedAt = latest - (ticker.now() - endedOn);
      const arrivedAt = endedAt - this.#roundTrips.leastMs;
      const times = { arrivedAt, endedAt, random: this.#random };
      end(state, this.#windowsOf(chatId), turn, times);
    });
    this.#news();
  }

  #windowsOf(chatId: string): Window[] {
    const { account, inChat } = this.#options.rules;
    return [...account, ...inChat(chatId)];
  }

  #remove(one: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(one), 1);
  }
}

function tooEarly(waitMs: number): DeliveryError {
  const retryAfterMs = Math.ceil(waitMs);
  return new DeliveryError(
    { kind: 'temporary', retryAfterMs },
    `No message may go out for another ${retryAfterMs} ms`,
  );
}
