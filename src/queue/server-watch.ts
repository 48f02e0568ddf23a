import type { Logger } from 'pino';

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
  #isOut = false;
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
    return this.#isOut;
  }

  failed(error: unknown): void {
    if (this.#isClosed) return;
    this.#isOut = true;
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
      this.#isOut = false;
    } catch (error) {
      this.failed(error);
    }
    if (!this.isOut || this.#isClosed) return;
    await whileOut().catch((error: unknown) =>
      log.error({ err: error }, 'queue: what is owed could not be looked for'),
    );
  }
}
