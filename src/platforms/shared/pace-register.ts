import type { Registers } from '../../services/ports/registers.ts';
import { forgetPast, type PaceState, stateIn } from './pace-state.ts';
import { SharedClock } from './shared-clock.ts';
import type { Ticker } from './ticker.ts';

/** On the clock that all processes go by it is not earlier than the one, and not later than the other. */
export interface Now {
  earliest: number;
  latest: number;
}

export interface PaceRegisterOptions {
  /** The platform and the account there. */
  name: string;
  registers: Registers;
  ticker: Ticker;
}

/** What was read is at most so old, though nothing has been written since: the clock is looked at again, too. */
const KNOWN_FOR_MS = 5_000;

/** What an account has sent lately, in a register that all its processes change. */
export class PaceRegister {
  readonly #options: PaceRegisterOptions;
  readonly #clock: SharedClock;
  #known: { text: string | null; at: number } | undefined;
  /** One change after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: PaceRegisterOptions) {
    this.#options = options;
    this.#clock = new SharedClock(options.ticker);
  }

  /**
   * @param make changes the state in place; it is made again where another process was quicker
   * @throws when the register cannot be reached.
   */
  change<Result>(make: (state: PaceState, now: Now) => Result): Promise<Result> {
    const made = this.#last.then(() => this.#make(make));
    this.#last = made.catch(() => {});
    return made;
  }

  /** The next change looks first at what other processes have written. */
  lookAgain(): void {
    this.#known = undefined;
  }

  async #make<Result>(make: (state: PaceState, now: Now) => Result): Promise<Result> {
    const { name, registers, ticker } = this.#options;
    for (;;) {
      const known = await this.#read();
      const now = this.#clock.bounds();
      const state = forgetPast(stateIn(known), now.earliest);
      const before = JSON.stringify(state);
      const result = make(state, now);
      const text = JSON.stringify(state);
      if (text === before) return result;
      if (await registers.replace(name, known, text)) {
        this.#known = { text, at: this.#known?.at ?? ticker.now() };
        return result;
      }
      this.#known = undefined;
    }
  }

  /** What is known need not be read again to be replaced: whether it still stands shows then. */
  async #read(): Promise<string | null> {
    const { name, registers, ticker } = this.#options;
    const askedAt = ticker.now();
    if (this.#known && askedAt - this.#known.at < KNOWN_FOR_MS) return this.#known.text;
    const { value, now } = await registers.read(name);
    this.#known = { text: value, at: ticker.now() };
    this.#clock.looked(askedAt, this.#known.at, now);
    return value;
  }
}
