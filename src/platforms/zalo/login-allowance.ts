/**
 * How often the account may sign in. Zalo publishes no limit, and users report that accounts which sign in again and
 * again are signed out or blocked: whatever goes wrong, and however fast, it stays below that of a person who opens and
 * closes a browser all day.
 */
import type { Ticker } from '../shared/ticker.ts';

export const LOGINS_AN_HOUR = 12;
const HOUR_MS = 60 * 60_000;

export class LoginAllowance {
  readonly #ticker: Ticker;
  #at: number[] = [];

  constructor(ticker: Ticker) {
    this.#ticker = ticker;
  }

  /** How long until the next login. */
  get waitMs(): number {
    const now = this.#ticker.now();
    this.#at = this.#at.filter((at) => at + HOUR_MS > now);
    const [oldest] = this.#at;
    return oldest === undefined || this.#at.length < LOGINS_AN_HOUR ? 0 : oldest + HOUR_MS - now;
  }

  /** Zalo has answered a login, with whatever. One that did not reach it costs nothing. */
  used(): void {
    this.#at.push(this.#ticker.now());
  }
}
