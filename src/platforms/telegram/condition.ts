/** How the connection is doing, for the log, for the health page and for whoever diagnoses. */
import type { Logger } from 'pino';
import { Troubles } from '../shared/troubles.ts';

export interface TelegramHealth {
  /** Telegram answered the latest time it was asked for updates. */
  connected: boolean;
  /** When an update was last stored. */
  lastUpdateAt: Date | null;
  /** What is wrong at present; null while nothing is. */
  lastError: string | null;
}

export type Trouble = 'connection' | 'storing of updates' | 'command menu';

export class Condition {
  readonly #troubles: Troubles<Trouble>;
  #connected = false;
  #lastUpdateAt: Date | null = null;

  constructor(log: Logger) {
    this.#troubles = new Troubles('Telegram', log);
  }

  get health(): TelegramHealth {
    return {
      connected: this.#connected,
      lastUpdateAt: this.#lastUpdateAt,
      lastError: this.#troubles.inWords,
    };
  }

  failed(trouble: Trouble, error: unknown): void {
    if (trouble === 'connection') this.#connected = false;
    this.#troubles.failed(trouble, error);
  }

  mended(trouble: Trouble): void {
    if (trouble === 'connection') this.#connected = true;
    this.#troubles.mended(trouble);
  }

  stored(at: Date): void {
    this.mended('storing of updates');
    this.#lastUpdateAt = at;
  }
}
