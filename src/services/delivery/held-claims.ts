import { CLAIM_LEASE_MS, type Notice, type Outbox } from '../ports/outbox.ts';

/** So that two renewals may fail before a claim is lost. */
export const RENEW_EVERY_MS = CLAIM_LEASE_MS / 3;

/** A sender that works on a notice for ten minutes hangs: a second copy beats a chat that waits for good. */
const RENEWALS = 600_000 / RENEW_EVERY_MS;

interface Held {
  notice: Notice;
  renewals: number;
}

/** The claims of this process's senders, renewed for as long as they work: in the queue of their platform, on the wire. */
export class HeldClaims {
  readonly #outbox: Pick<Outbox, 'renew'>;
  readonly #held = new Map<number, Held>();

  constructor(outbox: Pick<Outbox, 'renew'>) {
    this.#outbox = outbox;
  }

  /** A sender of this process is at the chat, and will find what has come meanwhile. */
  isAt(chatId: number): boolean {
    return [...this.#held.values()].some(({ notice }) => notice.chatId === chatId);
  }

  /** False once it is known to have been lost. */
  isHeld(notice: Notice): boolean {
    return this.#held.get(notice.id)?.notice === notice;
  }

  async during<Result>(notice: Notice, work: () => Promise<Result>): Promise<Result> {
    const held = { notice, renewals: 0 };
    this.#held.set(notice.id, held);
    try {
      return await work();
    } finally {
      this.#drop(held);
    }
  }

  /** To be done every {@link RENEW_EVERY_MS}: one statement for all of them. */
  async renew(): Promise<void> {
    for (const held of this.#held.values()) {
      held.renewals += 1;
      if (held.renewals > RENEWALS) this.#drop(held);
    }
    const asked = [...this.#held.values()];
    if (asked.length === 0) return;
    const renewed = await this.#outbox.renew(asked.map(({ notice }) => notice));
    for (const held of asked) if (!renewed.has(held.notice.id)) this.#drop(held);
  }

  /** Unless the notice has been taken anew meanwhile. */
  #drop(held: Held): void {
    if (this.#held.get(held.notice.id) === held) this.#held.delete(held.notice.id);
  }
}
