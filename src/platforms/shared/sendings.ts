import { DeliveryError } from '../../services/ports/messenger.ts';

/** Nothing was tried: the next process sends it. */
export function stopped(message: string): DeliveryError {
  return new DeliveryError({ kind: 'temporary', retryAfterMs: 1_000 }, message);
}

/** The messages on their way. At the end they are let go through: one that is cut off would be sent twice. */
export class Sendings {
  readonly #platform: string;
  readonly #underway = new Set<Promise<string>>();
  #isClosed = false;

  /** @param platform as people call it: "Telegram" */
  constructor(platform: string) {
    this.#platform = platform;
  }

  /** @throws {DeliveryError} temporary, after `close`. */
  async run(send: () => Promise<string>): Promise<string> {
    if (this.#isClosed) throw stopped(`${this.#platform} has been stopped`);
    const sending = send();
    this.#underway.add(sending);
    try {
      return await sending;
    } finally {
      this.#underway.delete(sending);
    }
  }

  /** Takes no more; resolves once none is on its way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#underway);
  }
}
