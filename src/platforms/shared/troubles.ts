import type { Logger } from 'pino';

/** What is wrong at present with a platform, each kind of trouble once: for the log and for the health page. */
export class Troubles<Kind extends string> {
  readonly #platform: string;
  readonly #log: Logger;
  readonly #known = new Map<Kind, string>();

  /** @param platform as people call it: "Telegram" */
  constructor(platform: string, log: Logger) {
    this.#platform = platform;
    this.#log = log;
  }

  /** Null while nothing is wrong. */
  get inWords(): string | null {
    return [...this.#known.values()].join('; ') || null;
  }

  has(trouble: Kind): boolean {
    return this.#known.has(trouble);
  }

  failed(trouble: Kind, error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.#known.set(trouble, `${trouble}: ${words}`);
    this.#log.warn({ err: error }, `${this.#platform}: trouble with the ${trouble}`);
  }

  mended(trouble: Kind): void {
    if (this.#known.delete(trouble)) this.#log.info(`${this.#platform}: the ${trouble} works again`);
  }
}
