/** How the connection is doing, for the log, for the health page and for whoever diagnoses. */
import type { Logger } from 'pino';

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
  readonly #log: Logger;
  readonly #troubles = new Map<Trouble, string>();
  #connected = false;
  #lastUpdateAt: Date | null = null;

  constructor(log: Logger) {
    this.#log = log;
  }

  get health(): TelegramHealth {
    const lastError = [...this.#troubles.values()].join('; ') || null;
    return { connected: this.#connected, lastUpdateAt: this.#lastUpdateAt, lastError };
  }

  failed(trouble: Trouble, error: unknown): void {
    if (trouble === 'connection') this.#connected = false;
    const words = error instanceof Error ? error.message : String(error);
    this.#troubles.set(trouble, `${trouble}: ${words}`);
    this.#log.warn({ err: error }, `Telegram: trouble with the ${trouble}`);
  }

  mended(trouble: Trouble): void {
    if (trouble === 'connection') this.#connected = true;
    if (this.#troubles.delete(trouble)) this.#log.info(`Telegram: the ${trouble} works again`);
  }

  stored(at: Date): void {
    this.mended('storing of updates');
    this.#lastUpdateAt = at;
  }
}
