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

type Change<Result> = (state: PaceState, now: Now) => Result;

/** @see {@link PaceRegister.change} */
interface Asked {
  /** @returns what tells whoever asked that it stands */
  make: Change<() => void>;
  reject(error: unknown): void;
}

/** What was read is at most so old, though nothing has been written since: the clock is looked at again, too. */
const KNOWN_FOR_MS = 5_000;

/** What an account has sent lately, in a register that all its processes change. */
export class PaceRegister {
  readonly #options: PaceRegisterOptions;
  readonly #clock: SharedClock;
  #known: { text: string | null; at: number } | undefined;
  readonly #asked: Asked[] = [];
  #isChanging = false;

  constructor(options: PaceRegisterOptions) {
    this.#options = options;
    this.#clock = new SharedClock(options.ticker);
  }

  /**
   * @param make changes the state in place; it is made again where another process was quicker
   * @throws when the register cannot be reached.
   */
  change<Result>(make: Change<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#asked.push({
        make(state, now) {
          const result = make(state, now);
          return () => resolve(result);
        },
        reject,
      });
      if (!this.#isChanging) void this.#changeAll();
    });
  }

  /** The next change looks first at what other processes have written. */
  lookAgain(): void {
    this.#known = undefined;
  }

  /** What is asked for while a change is being written is made together with the next. */
  async #changeAll(): Promise<void> {
    this.#isChanging = true;
    while (this.#asked.length > 0) {
      const together = this.#asked.splice(0);
      try {
        for (const isMade of await this.#make(together)) isMade();
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.#isChanging = false;
  }

  async #make(together: Asked[]): Promise<(() => void)[]> {
    const { name, registers, ticker } = this.#options;
    for (;;) {
      const known = await this.#read();
      const now = this.#clock.bounds();
      const state = forgetPast(stateIn(known), now.earliest);
      const before = JSON.stringify(state);
      const made = together.map(({ make }) => make(state, now));
      const text = JSON.stringify(state);
      if (text === before) return made;
      if (await registers.replace(name, known, text)) {
        this.#known = { text, at: this.#known?.at ?? ticker.now() };
        return made;
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
