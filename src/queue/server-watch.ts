import type { Logger } from 'pino';

export interface QueueHealth {
  /** The queue's server takes jobs; while it does not, this process wakes itself. */
  working: boolean;
  /** Why it takes none. */
  lastError: string | null;
}

export interface WatchOptions {
  log: Logger;
  /** Resolves when the server takes jobs; gives up by itself. */
  ask(): Promise<void>;
  /** Done after each time that it took none. */
  whileOut(): Promise<void>;
}

export const ASK_EVERY_MS = 5_000;

/** Knows whether the queue's server takes jobs: by what fails, and by asking every few seconds. */
export class ServerWatch {
  readonly #options: WatchOptions;
  readonly #timer: NodeJS.Timeout;
  #asking: Promise<void> | null = null;
  #lastError: string | null = null;
  #isClosed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = null;
      });
    }, ASK_EVERY_MS).unref();
  }

  get isOut(): boolean {
    return this.#lastError !== null;
  }

  get health(): QueueHealth {
    return { working: !this.isOut, lastError: this.#lastError };
  }

  failed(error: unknown): void {
    if (this.#isClosed) return;
    this.#lastError = error instanceof Error ? error.message : String(error);
    this.#options.log.warn({ err: error }, 'queue: its server takes no jobs; this process wakes itself');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#asking;
  }

  async #ask(): Promise<void> {
    const { log, ask, whileOut } = this.#options;
    try {
      await ask();
      if (this.isOut) log.info('queue: its server takes jobs again');
      this.#lastError = null;
    } catch (error) {
      this.failed(error);
    }
    if (!this.isOut || this.#isClosed) return;
    await whileOut().catch((error: unknown) =>
      log.error({ err: error }, 'queue: what is owed could not be looked for'),
    );
  }
}
