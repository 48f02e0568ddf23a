/** How a bot's connection is doing, for the log, for the health page and for whoever diagnoses. */
import type { Logger } from 'pino';
import { Troubles } from './troubles.ts';

export interface ConnectionHealth {
  /** The platform answered the latest time it was asked for updates. */
  connected: boolean;
  /** Another process listens; this one takes over when that stops. */
  standsBy: boolean;
  /** When an update was last stored. */
  lastUpdateAt: Date | null;
  /** What is wrong at present; null while nothing is. */
  lastError: string | null;
}

export type ConnectionTrouble = 'connection' | 'storing of updates';

const TURN = {
  true: 'another process listens to the bot, this one stands by',
  false: 'this process listens to the bot',
};

/** @typeParam Kind the troubles that only this platform has */
export class Condition<Kind extends string = never> {
  readonly #platform: string;
  readonly #log: Logger;
  readonly #troubles: Troubles<ConnectionTrouble | Kind>;
  #connected = false;
  #standsBy = false;
  #lastUpdateAt: Date | null = null;

  /** @param platform as people call it: "Telegram" */
  constructor(platform: string, log: Logger) {
    this.#platform = platform;
    this.#log = log;
    this.#troubles = new Troubles(platform, log);
  }

  get health(): ConnectionHealth {
    return {
      connected: this.#connected,
      standsBy: this.#standsBy,
      lastUpdateAt: this.#lastUpdateAt,
      lastError: this.#troubles.inWords,
    };
  }

  /** @param standsBy false: it listens itself */
  turn(standsBy: boolean): void {
    if (standsBy !== this.#standsBy)
      this.#log.info({ standsBy }, `${this.#platform}: ${TURN[`${standsBy}`]}`);
    this.#standsBy = standsBy;
  }

  failed(trouble: ConnectionTrouble | Kind, error: unknown): void {
    if (trouble === 'connection') this.#connected = false;
    this.#troubles.failed(trouble, error);
  }

  mended(trouble: ConnectionTrouble | Kind): void {
    if (trouble === 'connection') this.#connected = true;
    this.#troubles.mended(trouble);
  }

  stored(at: Date): void {
    this.mended('storing of updates');
    this.#lastUpdateAt = at;
  }
}
